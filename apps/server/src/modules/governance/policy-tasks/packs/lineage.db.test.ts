/** What rests on what: a document renewed above flags those below it. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, startApp } from "#kit/kit.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

const text = (letters: string, more: string) => `pack: ${letters}
title: ${letters} 文件
issuer: 某府
level: city
area: "330800"
from: 2026-01-01
${more}
clauses:
  - id: ${letters}-1
    section: 一
    title: 研究消防
    says: 每年议一次消防。
    kind: duty
    subsystem: 安全责任
    capability: committee
    lead: [government@city]
${letters === "LB" ? "    follows: { pack: LA, clause: LA-1 }\n" : ""}    duties:
      - document: 会议纪要
        every: year
`;

async function inForce(who: Caller, given: object, from: string): Promise<string> {
  const id = String((await who.post("/policy-tasks/versions", given)).body.id);
  await who.post(`/policy-tasks/versions/${id}/submit`, {});
  await app.as("leader").post(`/policy-tasks/versions/${id}/approve`, {});
  expect(await who.post(`/policy-tasks/versions/${id}/in-force`, { from })).toMatchObject({ status: 200 });
  return id;
}

it("names what stands above and below, and what was renewed above since", async () => {
  const who = app.as("committee-office");
  const first = await inForce(who, { basis: "new", source: text("LA", "superior: [{ title: 省里的意见 }]") }, "2026-01-01");
  const below = await inForce(who, { basis: "new", source: text("LB", "superior: [{ title: LA 文件, pack: LA }]") }, "2026-02-01");
  expect((await who.get(`/policy-tasks/versions/${below}`)).body).toMatchObject({
    lineage: { above: [{ pack: "LA", renewedOn: null, clauses: 1, version: first }], below: [] },
  });
  expect((await who.get(`/policy-tasks/versions/${first}`)).body).toMatchObject({
    lineage: { above: [{ title: "省里的意见", pack: null, version: null }], below: [{ pack: "LB", clauses: 1 }] },
  });
  await inForce(who, { basis: "version", version: first }, "2026-03-01");
  expect((await who.get(`/policy-tasks/versions/${below}`)).body).toMatchObject({
    lineage: { above: [{ pack: "LA", renewedOn: "2026-03-01" }] },
  });
});
