/** Events a grid platform handed over to the street of the cast, in every stage of their life, and what was told back. */
import { demoId } from "#modules/ground/places/index.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import { addDays, type CalendarDate, startOfDay } from "#platform/values.ts";

type Scene = {
  readonly villages: readonly number[];
  readonly today: CalendarDate;
  readonly organ: string | null;
  readonly handler: string | null;
  readonly hazards: readonly string[];
};
const titles = [
  ["hazard", "楼道堆放电动车", "2 单元楼道停放 3 辆电动车，其中 1 辆正在充电"],
  ["task", "独居老人家中燃气灶具检查", "请网格员上门查看灶具软管并更换"],
  ["hazard", "沿街店铺占用消防车通道", "店外堆放货物，车辆无法通过"],
  ["report", "居民反映消防栓无水", "小区北门室外消火栓打开无水"],
  ["task", "烧烤店夜间用火巡查", "周末夜间加巡一次"],
  ["task", "出租房住人复核", "确认是否仍有 10 人以上居住"],
  ["report", "反映仓库住人", "仓库二层有人住宿"],
] as const;

export function demoEvents({ villages, today, organ, handler, hazards }: Scene) {
  const at = (days: number, hour = 9) => new Date(startOfDay(addDays(today, days)).getTime() + hour * 3_600_000).toISOString();
  const stages = ["linked", "handling", "linked", "received", "done", "done", "refused"] as const;
  let linked = 0;
  const rows = titles.map(([kind, title, what], i): StoredRow => {
    const state = stages[i] ?? "received";
    const isEnd = state === "done" || state === "refused";
    const openedAt = at(-(1 + i * 2), 8 + i);
    const hazard = state === "linked" ? (hazards[linked++] ?? null) : null;
    return {
      id: demoId(`grassroots event ${i}`),
      area: villages[i % Math.max(1, villages.length)] ?? 0,
      demo: true,
      values: {
        platform: "基层智治综合应用",
        platformKey: "demo-jczz",
        number: `SJ${addDays(today, -(1 + i * 2)).replaceAll("-", "")}${String(21 + i).padStart(4, "0")}`,
        kind,
        title,
        what,
        placeWords: `荷花小区 ${i + 2} 幢`,
        occurredAt: openedAt,
        reporter: "网格员",
        dueOn: addDays(today, i === 1 ? 2 : 1 - i),
        ...(hazard ? { hazard } : {}),
        ...(handler && (state === "handling" || isEnd) ? { handler } : {}),
        ...(isEnd ? { result: state === "done" ? "已上门处理，现场复核属实" : "现场无人居住，不属实", doneOn: addDays(today, -i) } : {}),
        state: state === "linked" && !hazard ? "received" : state,
        openedAt,
        lastAt: openedAt,
        dueAt: isEnd ? null : at(i === 1 ? 3 : 2),
        closedAt: isEnd ? at(-i, 16) : null,
        repeats: 1,
        holderOrgan: organ,
      },
    };
  });
  const deliveries = rows.flatMap(({ id, values }, i) => [
    {
      sameness: `demo ${i}`,
      kind: "feedback",
      type: `event.${String(values.state)}`,
      subject: id,
      at: at(-(i + 1), 10),
      state: i === 3 ? "dead" : "delivered",
      attempts: i === 3 ? 10 : 1,
      status: i === 3 ? 502 : 200,
      trouble: i === 3 ? "对方答复 502" : null,
      body: { type: `event.${String(values.state)}`, data: { number: values.number, state: values.state } },
    },
  ]);
  return { rows, deliveries };
}
