import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Admission, isLoopback, standardLimits, TokenBucket } from "./limits.ts";

describe("a token bucket", () => {
  it("never lets through more than its store and its rate allow", () => {
    const spendings = fc.array(fc.record({ pause: fc.integer({ min: 0, max: 500 }), amount: fc.integer({ min: 1, max: 50 }) }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(spendings, (list) => {
        const bucket = new TokenBucket(100, 0);
        let now = 0;
        let spent = 0;
        for (const { pause, amount } of list) {
          now += pause;
          if (bucket.trySpend(amount, now)) spent += amount;
        }
        return spent <= 200 + now * 0.1 + 1e-6;
      }),
    );
  });

  it("an overdraft is waited off", () => {
    const bucket = new TokenBucket(10, 0);
    expect(bucket.spend(20, 0)).toBe(0);
    expect(bucket.spend(5, 0)).toBe(500);
    expect(bucket.spend(0, 500)).toBe(0);
  });
});

describe("who may connect", () => {
  const strict = { ...standardLimits, mostConnections: 5, mostConnectionsPerPeer: 2, newConnectionsPerSecondPerPeer: 2 };

  it("so many in all, so many of one peer, so many a second", () => {
    const admission = new Admission(strict);
    expect([1, 2, 3].map(() => admission.enter("10.0.0.1", 0))).toEqual([null, null, "too-many-from-peer"]);
    admission.leave("10.0.0.1");
    admission.leave("10.0.0.1");
    expect([1, 2].map(() => admission.enter("10.0.0.1", 0))).toEqual([null, null]);
    admission.leave("10.0.0.1");
    expect(admission.enter("10.0.0.1", 0)).toBe("too-fast-from-peer");
    for (const peer of ["10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5"]) expect(admission.enter(peer, 0)).toBeNull();
    expect(admission.enter("10.0.0.6", 0)).toBe("too-many-connections");
    expect(admission.open).toBe(5);
  });

  it("this machine's own tools may open as many as they like, unless told otherwise", () => {
    const own = new Admission(strict);
    expect([1, 2, 3, 4, 5].map(() => own.enter("127.0.0.1", 0))).toEqual([null, null, null, null, null]);
    const closed = new Admission({ ...strict, trustLoopback: false });
    expect([1, 2, 3].map(() => closed.enter("127.0.0.1", 0))).toEqual([null, null, "too-many-from-peer"]);
    expect(["127.0.0.1", "::1", "::ffff:127.0.0.1", "128.0.0.1"].map(isLoopback)).toEqual([true, true, true, false]);
  });

  it("a million peers passing by leave nothing behind", () => {
    const admission = new Admission({ ...strict, mostConnections: 10 });
    for (let n = 0; n < 1_000_000; n++) {
      const host = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
      if (admission.enter(host, n) === null) admission.leave(host);
    }
    expect(admission.peers).toBeLessThanOrEqual(21);
    expect(admission.open).toBe(0);
  });
});
