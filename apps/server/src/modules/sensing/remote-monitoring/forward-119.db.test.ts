import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { apply, componentSignal, loop2, networkedUnit } from "./scene.fixture.ts";

let app: App;
let target: Server;
let answer = 200;
let silent: (() => void)[] | null = null;
const received: string[] = [];

beforeAll(async () => {
  target = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString("utf8");
    });
    request.on("end", () => {
      received.push(body);
      const reply = () => void response.writeHead(answer).end("已收");
      if (silent) silent.push(reply);
      else reply();
    });
  });
  await new Promise<void>((resolve) => target.listen(0, "127.0.0.1", resolve));
  app = await startApp({ roles: ["api", "worker"] });
});
afterAll(async () => {
  await app.end();
  target.close();
});

async function confirmedFire() {
  const { unit, address } = await networkedUnit(app);
  await apply(app, [componentSignal(address, loop2(37), new Date().toISOString(), { fire: true })]);
  const [alarm] = await app.sql("select id from remote_monitoring.alarm where unit = $1", [unit]);
  const id = String(alarm?.id);
  const officer = app.as("duty-officer", { name: "周海燕" });
  await officer.post(`/remote-monitoring/alarm/${id}/accept`);
  expect(await officer.post(`/remote-monitoring/alarm/${id}/confirm`)).toMatchObject({ status: 200 });
  return { id, officer };
}

type Forward = { readonly state: string; readonly attempts: number; readonly status: number | null; readonly receipt: string | null };

async function forwardWhen(id: string, state: string, withinMs: number): Promise<Forward | undefined> {
  const until = Date.now() + withinMs;
  for (;;) {
    const [row] = (await app.sql("select * from remote_monitoring.forward where alarm_id = $1", [id])) as unknown as Forward[];
    if (row?.state === state || Date.now() > until) return row;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const codesOf = async (id: string) =>
  (await app.sql("select code from platform.timeline where case_id = $1 order by id", [id])).map((line) => String(line.code));

async function connect() {
  const dispatchUrl = `http://127.0.0.1:${(target.address() as AddressInfo).port}/cap`;
  const { writtenAt } = (await app.as("duty-leader").get("/duty/settings")).body;
  const changed = await app.as("duty-leader").fetch("/duty/settings", {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ limits: { dispatchUrl }, reason: "接通指挥系统", writtenAt }),
  });
  expect(changed.status).toBe(200);
}

describe("forwarding a confirmed fire to 119", () => {
  it("says plainly that nothing was sent when no dispatch system is connected, and keeps the phone call", async () => {
    const { id, officer } = await confirmedFire();
    expect(await forwardWhen(id, "not-connected", 10_000)).toMatchObject({ state: "not-connected" });
    expect(await codesOf(id)).toContain("remote-monitoring.dispatch_not_connected");
    expect(await officer.post(`/duty/alarms/${id}/phoned-119`, { who: "119 接警员 2 号" })).toMatchObject({ status: 200 });
    expect(await forwardWhen(id, "by-phone", 0)).toMatchObject({ state: "by-phone" });
  });

  // A figure of time on a shared machine: it must hold once in three runs.
  it("leaves as CAP 1.2 within three seconds and keeps the receipt; a refused one is tried again", { retry: 2 }, async () => {
    answer = 200;
    await connect();
    const { id } = await confirmedFire();
    expect(await forwardWhen(id, "delivered", 3_000)).toMatchObject({ state: "delivered", attempts: 1, status: 200, receipt: "已收" });
    expect(received.at(-1)).toContain('<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">');
    expect(received.at(-1)).toContain("<circle>28.95,118.87 0.1</circle>");
    answer = 503;
    const again = await confirmedFire();
    expect(await forwardWhen(again.id, "failed", 3_000)).toMatchObject({ state: "failed", attempts: 1, status: 503 });
    answer = 200;
    expect(await forwardWhen(again.id, "delivered", 25_000)).toMatchObject({ state: "delivered", attempts: 2 });
    expect(await codesOf(again.id)).toEqual(expect.arrayContaining(["remote-monitoring.not_dispatched", "remote-monitoring.dispatched"]));
  });

  it("holds nothing up while the other side is silent, and a call made meanwhile stands", async () => {
    // given
    await connect();
    silent = [];
    const { id, officer } = await confirmedFire();
    await expect.poll(() => silent?.length, { timeout: 10_000, interval: 20 }).toBe(1);
    // when
    const free = await app.sql("select 1 from remote_monitoring.forward where alarm_id = $1 for update nowait", [id]);
    const phoned = await officer.post(`/duty/alarms/${id}/phoned-119`, { who: "119 接警员 3 号" });
    // then
    expect(free).toHaveLength(1);
    expect(phoned.status).toBe(200);
    answer = 503;
    for (const reply of silent ?? []) reply();
    silent = null;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await forwardWhen(id, "by-phone", 0)).toMatchObject({ state: "by-phone", attempts: 1 });
    expect(await codesOf(id)).not.toContain("remote-monitoring.not_dispatched");
    answer = 200;
  });
});
