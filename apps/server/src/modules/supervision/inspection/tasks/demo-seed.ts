/** Demonstration: checks of the last quarter and those to come, a plan of the year, officers for some villages. Invented, marked as such. */
import { demoCityOf, demoId, insertDemo } from "#modules/ground/places/index.ts";
import { dueAt } from "#platform/case/calendar.ts";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import { addDays, keyOfCode } from "#platform/values.ts";
import { shippedLists } from "../checklists/shipped.ts";
import { villageOfficer } from "../cooperation/police.ts";
import { countChecksOf } from "../objects/keep-objects.ts";
import { plan } from "./plan.ts";
import { task } from "./task.ts";

const DONE = 72;
const OPEN = 36;
const SPREAD = 7;
const OFFICERS = ["周强", "吴斌", "郑伟民", "徐建军", "毛志刚", "王磊"] as const;

export async function seedDemoTasks(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const { units } = await demoCityOf(services);
  const today = services.clock.today();
  const chosen = Array.from({ length: DONE + OPEN }, (_, n) => units[(n * SPREAD) % units.length]).filter((unit) => unit !== undefined);
  const planId = demoId("inspection plan");
  const rows = chosen.map((unit, n) => {
    const isDone = n < DONE;
    const day = isDone ? addDays(today, -2 - Math.floor((n * 88) / DONE)) : addDays(today, 1 + ((n - DONE) % 30));
    const dueOn = isDone ? addDays(day, n % 6 === 0 ? -2 : 5) : day;
    const list = shippedLists.find(({ purpose, kinds }) => purpose === "supervision" && kinds.some((kind) => kind === unit.kind));
    const found = n % 3 === 0 ? 0 : 1 + (n % 4);
    const openedAt = new Date(Date.parse(`${addDays(dueOn, -20)}T01:00:00Z`)).toISOString();
    const values = {
      number: `JC${dueOn.replaceAll("-", "")}-D${String(n + 1).padStart(3, "0")}`,
      unit: demoId(unit.key),
      unitName: unit.name,
      purpose: n % 5 === 4 ? "special" : "supervision",
      origin: "plan",
      originId: planId,
      dueOn,
      organs: [],
      checklists: list ? [{ list: list.id, version: list.version, title: list.title }] : [],
      byRisk: n % 4 !== 3,
      depth: n % 2 === 0 ? "full" : "spot",
      savedVisits: n % 9 === 0 ? 1 : 0,
      state: isDone ? "done" : "pending",
      openedAt,
      lastAt: openedAt,
      repeats: 1,
      dueAt: isDone ? null : (dueAt({ field: "dueOn" }, new Date(openedAt), today, { dueOn }, new Map())?.toISOString() ?? null),
      ...(isDone
        ? {
            result: found === 0 ? "none" : "found",
            foundCount: found,
            doneOn: day,
            closedAt: new Date(Date.parse(`${day}T08:00:00Z`)).toISOString(),
          }
        : {}),
      ...("lon" in unit ? { lon: unit.lon, lat: unit.lat, datum: "wgs84" } : {}),
    };
    return { id: demoId(`inspection task ${n}`), area: keyOfCode(unit.area), demo: true, values };
  });
  await insertDemo(tx, services, task, rows);
  for (const { id } of rows.slice(0, DONE)) await countChecksOf(id, tx, services);
  const city = keyOfCode(services.config.city);
  const year = Number(today.slice(0, 4));
  const yearly = {
    title: `${year} 年度消防监督检查计划`,
    year,
    purpose: "supervision",
    startOn: `${year}-01-01`,
    dueOn: `${year}-12-31`,
    basis: "年度监督抽查计划（演示）",
  };
  await insertDemo(tx, services, plan, [{ id: planId, area: city, demo: true, values: yearly }]);
  const villages = [...new Set(units.map(({ area }) => area))].slice(0, OFFICERS.length);
  const officers = villages.map((area, n) => ({
    id: demoId(`inspection officer ${n}`),
    area: keyOfCode(area),
    demo: true,
    values: {
      name: OFFICERS[n],
      station: "辖区派出所",
      since: `${year}-01-01`,
      duties: "每月走访一次，指导村（社区）防火巡查和宣传",
      instrument: "派出所消防监督工作方案（演示）",
    },
  }));
  await insertDemo(tx, services, villageOfficer, officers);
  report(`检查任务 ${rows.length} 项，驻村民警 ${officers.length} 人（演示数据）`);
}
