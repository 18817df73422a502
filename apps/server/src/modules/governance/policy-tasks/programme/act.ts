/** A programme built from its document, and key tasks carried into the next year. TY-1.1, PT-3.3.1 */
import { sql } from "kysely";
import { z } from "zod";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { applyChange, createRow, insertRows, type StoredRow, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaAsked } from "../duties/seen.ts";
import type { Pack } from "../packs/domain/pack.ts";
import { KEY_TASK } from "./key-task.ts";
import { compiledOf, keyTasksOf, recordOf, versionsHere } from "./read.ts";
import { progressAsked } from "./shapes.ts";
import { CARRY, chosenVersion, RECORD } from "./show-progress.ts";

const tag = "政策任务";
const PROGRAMME = "policy-tasks.programme";

/** Groups and goals as the document itself names them. */
function told({ groupings = [] }: Pack, kind: "groups" | "goals") {
  return groupings.filter((each) => each.kind === kind).flatMap(({ groups }) => groups);
}

export const recordFromPack = route({
  method: "POST",
  path: "/policy-tasks/programme-view/record",
  tag,
  summary: "据文件建行动",
  description: "行动、任务组、目标和阶段照政策包登记一份，之后在台账里补领导、分工和印发文号。",
  permission: RECORD,
  input: progressAsked.required({ pack: true }),
  output: z.object({ id: z.uuid(), stages: z.number().int() }),
  example: { input: { pack: "TY" } },
  refuses: ["not_found", "conflict", "invalid"],
  async run(context, asked) {
    const { tx, services, today } = context;
    const range = areaAsked(context, asked.area);
    if (!range.ok) return range;
    const area = range.value.lo;
    const version = chosenVersion(await versionsHere(tx, area, today), asked.pack);
    const pack = version && (await compiledOf(tx, version.id));
    if (!version || !pack) return refuse("not_found", "policy-tasks.unknown_pack", { pack: asked.pack });
    if (await recordOf(tx, pack.pack, area)) return refuse("conflict", "policy-tasks.record_there");
    const { rows } = await sql<{ id: string }>`select id from organizations.v_organ
      where area = ${area} and kind = 'government' order by name limit 1`.execute(tx);
    const government = rows[0]?.id;
    if (!government) return refuse("conflict", "policy-tasks.no_government");
    const reader = readerOf(context);
    const made = await createRow(
      services.catalog.get(PROGRAMME),
      {
        area,
        values: {
          name: pack.title,
          kind: "programme",
          government,
          from: version.from,
          to: version.to ?? `${version.from.slice(0, 4)}-12-31`,
          basis: [pack.issuer, pack.number].filter(Boolean).join(" "),
          pack: pack.pack,
          goals: told(pack, "goals").map(({ name, target }) => ({ name, target: target ?? null })),
          groups: told(pack, "groups").map(({ name }) => ({ name, lead: null })),
        },
      },
      reader,
    );
    if (!made.ok) return made;
    for (const [i, { name, from, to }] of pack.stages.entries()) {
      const stage = await createRow(
        services.catalog.get("policy-tasks.stage"),
        { values: { programme: made.value.id, ord: i + 1, name, from, to } },
        reader,
      );
      if (!stage.ok) return stage;
    }
    context.audit({ action: "据文件建行动", subject: PROGRAMME, subjectId: made.value.id, area, detail: { pack: pack.pack } });
    return ok({ id: made.value.id, stages: pack.stages.length });
  },
});

export const carryKeyTasks = route({
  method: "POST",
  path: "/policy-tasks/programme-view/carry",
  tag,
  summary: "未完成的重点任务转入下年",
  description: "推进中的每一项在下一年度各立一项，记着从哪一年转来；原来的一项记为转入下年。",
  permission: CARRY,
  input: progressAsked.required({ pack: true }).extend({ year: z.number().int().min(2000).max(2100) }),
  output: z.object({ carried: z.number().int() }),
  example: { input: { pack: "PT", year: 2022 } },
  refuses: ["conflict", "not_found"],
  async run(context, { pack, area: wanted, year }) {
    const { tx, services, now } = context;
    const range = areaAsked(context, wanted);
    if (!range.ok) return range;
    const open = (await keyTasksOf(tx, pack, range.value)).filter((task) => task.year === year && task.state === "open");
    if (open.length === 0) return refuse("conflict", "policy-tasks.nothing_to_carry", { year });
    const reader = readerOf(context);
    const entry = services.catalog.get(KEY_TASK);
    const next: StoredRow[] = [];
    for (const { id } of open) {
      const row = await findRow(entry, id, reader, true);
      if (!row) continue;
      await applyChange(entry, id, row.version, { ...row, state: "carried" }, { state: "carried" }, reader);
      const { title, clause, stage, organ, target } = row;
      const values = { pack, year: year + 1, title, clause, stage, organ, target, state: "open", carriedFrom: id };
      next.push({ id: uuidv7(now.getTime()), area: row.area, demo: row.demo, values });
    }
    await insertRows(entry, next, reader);
    context.audit({ action: "重点任务转入下年", subject: KEY_TASK, area: range.value.lo, detail: { pack, year, carried: next.length } });
    return ok({ carried: next.length });
  },
});
