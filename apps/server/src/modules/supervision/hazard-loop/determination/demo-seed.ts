/** A few of the demonstration city's open hazards, determined as major some weeks ago, and one that is being determined. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import { addWorkingDays } from "#platform/case/calendar.ts";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import { addDays, startOfDay } from "#platform/values.ts";
import { determination } from "./determination.ts";

type Chosen = {
  readonly id: string;
  readonly area: number;
  readonly unit: string;
  readonly what: string;
  readonly supervisor: string | null;
};
const MAJOR = 7;
const why = "GB 35181-2025：等待正式文本，请人工判定；参照 GB 35181-2017：直接判定 6.5";
const three = ["监督员（演示）", "参谋（演示）", "大队长（演示）"].map((name) => ({
  name,
  post: "消防救援大队",
  opinion: "major",
  words: "同意按参照结论，人工判定为重大",
}));

export async function seedDemoDeterminations(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const today = services.clock.today();
  const year = today.slice(0, 4);
  // One a unit, of the units where an exit may well be missing; spread over the counties by the order of their ids.
  const { rows } =
    await sql<Chosen>`select distinct on (h.unit) h.id, h.area, h.unit, h.what, h.supervisor from hazard_loop.hazard h join places.unit u on u.id = h.unit
    where h.demo and h.state = 'assigned' and u.kind in ('shop', 'entertainment', 'hotel', 'restaurant') and h.what ~ '安全出口|疏散|楼梯|喷淋|喷水|防火门|卷帘' order by h.unit, h.id limit ${MAJOR + 1}`.execute(
      tx,
    );
  const [open, ...major] = rows;
  if (!open) return;
  const decidedOn = addDays(today, -45);
  const at = (day: string, hour: number) => new Date(startOfDay(day as typeof today).getTime() + hour * 3_600_000).toISOString();
  const stored = major.map((hazard, n) => ({
    id: demoId(`determination ${n}`),
    area: hazard.area,
    demo: true,
    values: {
      number: `PD${year}-${String(n + 1).padStart(3, "0")}`,
      hazard: hazard.id,
      what: hazard.what,
      unit: hazard.unit,
      inspectedOn: addDays(decidedOn, -5),
      tags: ["shop"],
      correctable: "no",
      elements: [{ clause: "6.5", way: 0, fact: null, first: 1, second: 2, confirmed: null, note: "3 层只有一个安全出口", photos: null }],
      decideBy: addWorkingDays(addDays(decidedOn, -5), 7),
      discussedOn: addDays(decidedOn, -1),
      discussion: three,
      decision: "major",
      decisionWords: "2025 版正式文本未到，参照 2017 版并经集体讨论，人工判定",
      decidedOn,
      noticeNumber: `消重字〔${year}〕第 ${n + 1} 号（演示）`,
      servedOn: addDays(decidedOn, 2),
      servedTo: "单位签收人（演示）",
      rectifyBy: addDays(today, 90),
      plan: "东侧加建疏散楼梯，更换破损防火门",
      temporaryMeasures: "停用 3 层营业区，营业期间专人值守",
      state: "handed",
      openedAt: at(addDays(decidedOn, -5), 10),
      lastAt: at(addDays(decidedOn, 6), 15),
      closedAt: at(addDays(decidedOn, 6), 15),
      repeats: 1,
    },
  }));
  const inspectedOn = addDays(today, -2);
  const draft = {
    id: demoId("determination draft"),
    area: open.area,
    demo: true,
    values: {
      number: `PD${year}-${String(major.length + 1).padStart(3, "0")}`,
      hazard: open.id,
      what: open.what,
      unit: open.unit,
      inspectedOn,
      correctable: "unknown",
      decideBy: addWorkingDays(inspectedOn, 7),
      state: "draft",
      openedAt: at(inspectedOn, 16),
      lastAt: at(inspectedOn, 16),
      dueAt: new Date(startOfDay(addDays(addWorkingDays(inspectedOn, 7), 1)).getTime() - 1).toISOString(),
      holderOrgan: open.supervisor,
      repeats: 1,
    },
  };
  await insertDemo(tx, services, determination, [...stored, draft]);
  await sql`update hazard_loop.hazard set grade = 'major', major_decided_on = ${decidedOn}, major_why = ${why}, temporary_measures = '停用 3 层营业区，营业期间专人值守'
    where id = any(${major.map(({ id }) => id)}::uuid[])`.execute(tx);
  await sql`insert into hazard_loop.determination_counter (year, last) values (${Number(year)}, ${stored.length + 1}) on conflict do nothing`.execute(
    tx,
  );
  report(`重大火灾隐患 ${major.length} 处，判定中 1 处（演示数据）`);
}
