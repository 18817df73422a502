/** What the tests of this module start from: an office with its mark, two officers with certificates, a unit, people in posts. */
import { expect } from "vitest";
import { type App, type Caller, sample } from "#kit/kit.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { documentKinds } from "./documents/kinds.ts";

export async function anOffice(
  app: App,
  mark: string,
  more: { readonly kind?: string; readonly powers?: readonly string[]; readonly area?: number } = {},
): Promise<string> {
  const id = uuidv7();
  const area = more.area ?? sample.kecheng;
  await app.sql("insert into organizations.organ (id, area, name, short_name, kind, level) values ($1, $2, $3, $3, $4, 'county')", [
    id,
    area,
    `${mark}机关`,
    more.kind ?? "fire-brigade",
  ]);
  const office = { area, organ: id, mark, powers: more.powers ?? ["inspection", "penalty", "sealing"], from: "2026-01-01" };
  expect((await app.as("inspector").post("/enforcement/office", office)).status).toBe(200);
  return id;
}

export async function anOfficer(app: App, name: string, validUntil = "2027-12-31"): Promise<string> {
  const id = uuidv7();
  await app.sql(`insert into identity."user" (id, area, name, account, kind, state) values ($1, $2, $3, $4, 'official', 'active')`, [
    id,
    sample.kecheng,
    name,
    `o${id.slice(-12)}`,
  ]);
  const certificate = { area: sample.kecheng, person: id, certificate: `ZJ${id.slice(-8)}`, issuedOn: "2022-01-01", validUntil };
  expect((await app.as("inspector").post("/enforcement/officer", certificate)).status).toBe(200);
  return id;
}

export async function aUnit(app: App, name = "东风商厦"): Promise<string> {
  const id = uuidv7();
  await app.sql(
    "insert into places.unit (id, area, name, kind, address, grade, lon, lat, datum) values ($1, $2, $3, 'shop', '上街 1 号', 'key', 118.87, 28.94, 'cgcs2000')",
    [id, sample.kecheng, name],
  );
  return id;
}

/** A hazard as the loop keeps it: being rectified, due on a day. */
export async function aHazard(app: App, unit: string, dueOn: string, grade = "general", supervisor: string | null = null): Promise<string> {
  const id = uuidv7();
  await app.sql(
    `insert into hazard_loop.hazard (id, area, number, what, unit, place_words, origin, grade, found_on, found_by, state, opened_at, due_on, supervisor, sameness)
     values ($1, $2, $3, '疏散通道堆物', $4, '3 层', 'inspection', $5, '2026-02-01', '林晓东', 'assigned', '2026-02-01T00:00:00Z', $6, $7, $3)`,
    [id, sample.kecheng, `YH-${id.slice(-8)}`, unit, grade, dueOn, supervisor],
  );
  return id;
}

export type Scene = {
  readonly organ: string;
  readonly officers: readonly [string, string];
  readonly inspector: Caller;
  readonly leader: Caller;
};

export async function aScene(app: App, mark: string): Promise<Scene> {
  const organ = await anOffice(app, mark);
  return {
    organ,
    officers: [await anOfficer(app, "林晓东"), await anOfficer(app, "郑伟")],
    inspector: app.as("inspector", { area: sample.kecheng, organId: organ, name: "林晓东" }),
    leader: app.as("leader", { area: sample.kecheng, organId: organ, name: "大队长" }),
  };
}

/** A document made for a case, through approval, issue and (unless told otherwise) service. */
export async function makeDocument(
  app: App,
  { inspector, leader }: Pick<Scene, "inspector" | "leader">,
  caseId: string,
  kind: string,
  upTo: "issued" | "served" = "served",
): Promise<string> {
  const made = await inspector.post(`/enforcement/penalty/${caseId}/documents`, { kind });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  const id = String(made.body.documentId);
  const move = async (by: Caller, key: string, given: object = {}) => {
    const answer = await by.post(`/enforcement/document/${id}/${key}`, given);
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    return answer.body;
  };
  const levels = documentKinds.get(kind)?.levels ?? 0;
  if (levels > 0) await move(inspector, "submit");
  if (levels === 2) await move(app.as("inspector", { area: sample.kecheng }), "check");
  if (levels > 0) await move(leader, "approve");
  const issued = await move(inspector, "issue");
  if (upTo === "served") await move(inspector, "serve", { servedOn: issued.issuedOn, serveMethod: "direct", receiver: "王建军" });
  return id;
}
