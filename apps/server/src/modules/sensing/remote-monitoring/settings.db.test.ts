/** 值守设置: read by those at the seat, changed by its leader and the system administrator, within limits, one after the other. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

type Step = { readonly kind: string; readonly what: string };
type Shown = {
  readonly limits: { readonly acceptSeconds: object; readonly escalation: readonly Step[]; readonly nuisanceTimes: number };
  readonly changes: Readonly<Record<string, { readonly at: string; readonly by: string; readonly reason: string }>>;
  readonly writtenAt: string | null;
};
const shown = async (role = "duty-leader") => (await app.as(role).get("/duty/settings")).body as unknown as Shown;
async function save(
  limits: object,
  given: { readonly role?: string; readonly writtenAt?: string | null; readonly language?: string } = {},
) {
  const { role = "duty-leader", language = "zh" } = given;
  const writtenAt = given.writtenAt === undefined ? (await shown()).writtenAt : given.writtenAt;
  const response = await app.as(role).fetch("/duty/settings", {
    method: "PUT",
    body: JSON.stringify({ limits, reason: "支队通知", writtenAt }),
    headers: { "content-type": "application/json", "accept-language": language },
  });
  return { status: response.status, body: JSON.parse(await response.text()) };
}

it("those at the seat read the settings, and only the leader and the system administrator change them", async () => {
  expect(await shown("duty-officer")).toMatchObject({ mayChange: false, ranges: { messageDays: { least: 30, most: 3_650 } } });
  expect(await shown("system-admin")).toMatchObject({ mayChange: true });
  expect((await app.as("inspector").get("/duty/settings")).status).toBe(403);
  expect((await save({ offlineSeconds: 200 }, { role: "duty-officer" })).status).toBe(403);
  expect((await save({ offlineSeconds: 240 }, { role: "system-admin" })).status).toBe(200);
});

it("a value out of its range is refused by name, in the words of who asks, and changes nothing", async () => {
  const before = await shown();
  const bad = await save({ messageDays: 3, acceptSeconds: { ...before.limits.acceptSeconds, fire: 0 } });
  expect(bad.status).toBe(422);
  const fields = bad.body.params.problems.map(({ field }: { field: string }) => field);
  expect(fields.toSorted()).toEqual(["limits.acceptSeconds.fire", "limits.messageDays"]);
  const english = await save({ messageDays: 3 }, { language: "en" });
  expect(english.body.params.problems[0].problem).toMatch(/30/);
  expect(english.body.params.problems[0].problem).not.toMatch(/[一-龥]/);
  expect((await save({ unheardOf: 3 })).status).toBe(422);
  expect((await save({})).body.code).toBe("remote-monitoring.no_change");
  expect((await save({ dispatchUrl: "javascript:alert(1)" })).status).toBe(422);
  expect(await shown()).toEqual(before);
});

it("a reminder that repeats an earlier one is refused at its row", async () => {
  const { escalation } = (await shown()).limits;
  const twice = await save({ escalation: [...escalation, { ...escalation[0], what: "再提醒一次" }] });
  expect(twice).toMatchObject({
    status: 422,
    body: { code: "remote-monitoring.repeated_step", params: { problems: [{ field: `limits.escalation.${escalation.length}` }] } },
  });
});

it("a change says who made it, when and why, is audited with what it was before, and null goes back to the default", async () => {
  expect(await save({ messageDays: 60 })).toMatchObject({ status: 200 });
  const after = await shown("duty-officer");
  expect(after).toMatchObject({
    limits: { messageDays: 60 },
    changes: { messageDays: { at: "2026-03-18T06:30:00.000Z", reason: "支队通知" } },
  });
  expect(after.changes.messageDays?.by).not.toBe("");
  const [entry] = await app.sql("select actor_name, detail from platform.audit where action = '修改值守设置' order by id desc limit 1");
  expect(entry).toMatchObject({
    actor_name: after.changes.messageDays?.by,
    detail: { before: { messageDays: 400 }, limits: { messageDays: 60 }, reason: "支队通知" },
  });
  expect(await save({ messageDays: null })).toMatchObject({ status: 200, body: { limits: { messageDays: 400 } } });
});

it("who saves over a change he has not seen is refused and told whose it was", async () => {
  const { writtenAt } = await shown();
  app.clock?.advance(60_000);
  expect((await save({ nuisanceTimes: 4 }, { writtenAt, role: "system-admin" })).status).toBe(200);
  const late = await save({ nuisanceTimes: 5 }, { writtenAt });
  expect(late).toMatchObject({ status: 409, body: { code: "remote-monitoring.settings_changed" } });
  expect(late.body.params.by).toBe((await shown()).changes.nuisanceTimes?.by);
  expect(late.body.message).toContain(late.body.params.by);
  expect((await shown()).limits.nuisanceTimes).toBe(4);
});

it("of two who save at once, one is refused", async () => {
  const { writtenAt } = await shown();
  const both = await Promise.all([3, 6].map((nuisanceTimes) => save({ nuisanceTimes }, { writtenAt })));
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});
