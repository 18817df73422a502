import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameOf, state } from "./device.fixture.ts";
import { IdentityMemory, IdentityRing, identityOf, MOST_IDENTITIES, SAME_WITHIN_MS } from "./identity.ts";

const address = "000000000001";

describe("what makes two frames the same message", () => {
  it("the header's time stamp does not; sequence, command and content do", () => {
    const original = identityOf(frameOf(address, { sequence: 5, adu: state(2) }));
    expect(identityOf(frameOf(address, { sequence: 5, adu: state(2), timestamp: "2026-03-19T00:00:00+08:00" }))).toBe(original);
    expect(identityOf(frameOf(address, { sequence: 6, adu: state(2) }))).not.toBe(original);
    expect(identityOf(frameOf(address, { sequence: 5, adu: state(4) }))).not.toBe(original);
    expect(identityOf(frameOf(address, { sequence: 5, adu: state(2), command: 5 }))).not.toBe(original);
  });

  it("it is a whole number that survives a double and a bigint", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 30, maxLength: 300 }), (bytes) => {
        const identity = identityOf(bytes);
        return Number.isSafeInteger(identity) && identity >= 0;
      }),
    );
  });
});

describe("the ring of an address", () => {
  it("knows a repeat within two minutes and not after", () => {
    const ring = new IdentityRing();
    expect(ring.add(7, 1_000)).toBe(true);
    expect(ring.add(7, 1_000 + SAME_WITHIN_MS - 1)).toBe(false);
    expect(ring.add(7, 1_000 + SAME_WITHIN_MS)).toBe(true);
  });

  it("remembers the latest identities whatever came before, like a list would", () => {
    const arrivals = fc.array(fc.record({ identity: fc.integer({ min: 0, max: 400 }), pause: fc.integer({ min: 0, max: 5_000 }) }), {
      maxLength: 600,
    });
    fc.assert(
      fc.property(arrivals, (list) => {
        const ring = new IdentityRing();
        const accepted: { identity: number; at: number }[] = [];
        let at = 1_000_000;
        for (const { identity, pause } of list) {
          at += pause;
          const isNew = ring.add(identity, at);
          const known = accepted.findLast((each) => each.identity === identity);
          const since = known ? accepted.length - accepted.lastIndexOf(known) : Infinity;
          if (!isNew && !(known && at - known.at < SAME_WITHIN_MS)) return false; // called a stranger a repeat
          if (isNew && known && at - known.at < SAME_WITHIN_MS && since < MOST_IDENTITIES) return false; // forgot too early
          if (isNew) accepted.push({ identity, at });
        }
        return true;
      }),
    );
  });

  it("what could not be stored is forgotten", () => {
    const ring = new IdentityRing();
    ring.add(9, 5_000);
    ring.forget(9);
    expect(ring.add(9, 5_001)).toBe(true);
  });
});

it("addresses silent for two minutes cost no memory", () => {
  const memory = new IdentityMemory();
  for (let n = 0; n < 1_000; n++) memory.of(String(n)).add(n, 1_000 + n);
  memory.sweep(1_000 + 500 + SAME_WITHIN_MS);
  expect(memory.size).toBe(499);
  expect(memory.knows("0")).toBe(false);
  expect(memory.knows("999")).toBe(true);
});
