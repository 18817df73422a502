import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { backoffMs, type Connect, Live, type LiveMessage } from "./live.ts";
import { EventReader } from "./sse.ts";

describe("server-sent events", () => {
  it("are put together from pieces cut anywhere", () => {
    const reader = new EventReader();
    const text = 'id: 7\nevent: fire.alarm\ndata: {"id":1}\n\n';
    const events = [...text].flatMap((letter) => reader.push(letter));
    expect(events).toEqual([{ id: "7", event: "fire.alarm", data: '{"id":1}' }]);
  });
  it("join several data lines, take CRLF, and let comments pass", () =>
    expect(new EventReader().push(": beat\r\n\r\ndata: a\r\ndata: b\r\n\r\n")).toEqual([{ id: null, event: "message", data: "a\nb" }]));
});

/** A line the test holds: each call of `connect` is one connection. */
function aLine() {
  const opened: { id: string | null; say(text: string): void; cut(): void }[] = [];
  const connect: Connect = async function* (id, signal) {
    const pieces: string[] = [];
    let wake = () => {};
    let open = true;
    const cut = () => {
      open = false;
      wake();
    };
    signal.addEventListener("abort", cut);
    opened.push({
      id,
      say: (text) => {
        pieces.push(text);
        wake();
      },
      cut,
    });
    while (open || pieces.length > 0) {
      const piece = pieces.shift();
      if (piece !== undefined) yield piece;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  };
  return { connect, opened };
}
const event = (topic: string, n: number) => `id: ${n}\nevent: ${topic}\ndata: {"n":${n}}\n\n`;

describe("the live feed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const settle = () => vi.advanceTimersByTimeAsync(0);

  async function started() {
    const line = aLine();
    const live = new Live(line.connect);
    live.start();
    await settle();
    const heard: (readonly LiveMessage[])[] = [];
    live.subscribe("device*", (messages) => heard.push(messages));
    live.subscribe("fire*", (messages) => heard.push(messages));
    return { ...line, live, heard };
  }

  it("hands ordinary messages on in one batch after 100 ms", async () => {
    const { opened, heard } = await started();
    opened[0]?.say(event("device.state", 1));
    opened[0]?.say(event("device.state", 2));
    await settle();
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(heard.map((batch) => batch.map(({ data }) => data.n))).toEqual([[1, 2]]);
  });
  it("hands a fire alarm on at once, with what waited before it", async () => {
    const { opened, heard } = await started();
    opened[0]?.say(event("device.state", 1));
    opened[0]?.say(event("fire.alarm", 2));
    await settle();
    expect(heard.flat().map(({ topic }) => topic)).toEqual(["device.state", "fire.alarm"]);
  });
  it("comes back after a cut and says where it left off", async () => {
    const { opened, live } = await started();
    opened[0]?.say(event("device.state", 41));
    await settle();
    opened[0]?.cut();
    await settle();
    expect(live.link).toMatchObject({ state: "lost", tries: 1 });
    await vi.advanceTimersByTimeAsync(backoffMs(0));
    expect(opened[1]?.id).toBe("41");
  });
  it("does not wait when the person says so", async () => {
    const { opened, live } = await started();
    opened[0]?.cut();
    await settle();
    live.retryNow();
    await settle();
    expect(opened).toHaveLength(2);
  });
  it("takes a silent line for a dead one", async () => {
    const { opened, live } = await started();
    opened[0]?.say(event("device.state", 1));
    await settle();
    expect(live.link.state).toBe("open");
    await vi.advanceTimersByTimeAsync(36_000);
    expect(opened.length).toBeGreaterThan(1);
  });
  it("waits longer each time, fifteen seconds at most", () => expect([0, 1, 2, 9].map(backoffMs)).toEqual([500, 1_000, 2_000, 15_000]));
});
