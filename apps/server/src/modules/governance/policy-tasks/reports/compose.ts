/** The words of the yearly report 专题报告: what is owed and where it stands, by area and clause, what is late and who owes it, and the evidence. */
import type { Block, Cell, ChartSeries } from "./docx/blocks.ts";
import {
  type Counts,
  countsOf,
  difference,
  groupedBy,
  latest,
  metRate,
  type Progress,
  progressOf,
  type ReportStanding,
  type Status,
} from "./domain/report.ts";

export type ReportClause = {
  readonly id: string;
  readonly title: string;
  readonly part: string;
  readonly subsystem: string;
  /** Which capability brings it, where nothing is computed yet. */
  readonly awaits: string | null;
};
/** Where a figure comes from, so that it can be asked again. */
export type ReportEvidence = {
  readonly clause: string;
  readonly text: string;
  readonly source: string;
  readonly rows: number | null;
  readonly query: string;
};
export type ReportHand = {
  readonly clause: string;
  readonly area: string;
  readonly value: string;
  readonly on: string;
  readonly by: string;
  readonly note: string;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
};

/** Rows frozen for this year in this area, under the hash by which they are verified. */
export type ReportSnapshot = {
  readonly id: string;
  readonly subject: string;
  readonly at: string;
  readonly rows: number;
  readonly sm3: string;
};

export type ReportGiven = {
  readonly area: string;
  readonly pack: { readonly title: string; readonly number: string | null; readonly issuer: string; readonly version: number };
  readonly year: number;
  /** The day its figures are of. */
  readonly on: string;
  readonly madeBy: string;
  readonly clauses: readonly ReportClause[];
  readonly standings: readonly ReportStanding[];
  readonly before: readonly ReportStanding[];
  /** Months of the year and the share of met duties at each end, as far as known. */
  readonly months: readonly { readonly month: number; readonly met: number | null; readonly metBefore: number | null }[];
  readonly evidence: readonly ReportEvidence[];
  readonly hand: readonly ReportHand[];
  readonly snapshots: readonly ReportSnapshot[];
  /** The year's figures were frozen and change no more. */
  readonly frozen: boolean;
};

const n = (value: number, decimals = 0): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: 0, maximumFractionDigits: decimals });
const rate = (counts: Counts): string => {
  const value = metRate(counts);
  return value === null ? "—" : `${n(value, 1)} %`;
};
export const dayWords = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

const statusWords: Readonly<Record<Status, string>> = {
  met: "达标",
  "at-risk": "临期",
  open: "未到期",
  overdue: "逾期",
  "no-data": "无数据",
  waived: "免除",
  "not-due": "未开始",
  "not-applicable": "不适用",
};
/** Colours of the product's light theme: a print is light. */
const COLOURS = { met: "0F766E", atRisk: "C77700", overdue: "B3164B", open: "C6CDD6", waived: "5D6875", now: "1F5FAE" } as const;

export function composeReport(given: ReportGiven): readonly Block[] {
  const now = latest(given.standings);
  const before = latest(given.before);
  return [
    { kind: "title", text: `${given.area}${given.year}年《${given.pack.title}》\n落实情况专题报告` },
    { kind: "under-title", text: `数据截至${dayWords(given.on)}${given.frozen ? "，已冻结" : ""}` },
    ...overall(given, now, before),
    ...byArea(now),
    ...byClause(given, now),
    ...late(now),
    ...sinceLastYear(given, progressOf(now, before), before.length > 0),
    { kind: "signed", text: given.madeBy },
    { kind: "signed", text: dayWords(given.on) },
    ...annex(given),
  ];
}

function overall(given: ReportGiven, now: readonly ReportStanding[], before: readonly ReportStanding[]): readonly Block[] {
  const counts = countsOf(now);
  const earlier = before.length > 0 ? countsOf(before) : null;
  const { pack, clauses } = given;
  const awaited = clauses.filter(({ awaits }) => awaits !== null).length;
  const named = `${pack.issuer}《${pack.title}》${pack.number ? `（${pack.number}）` : ""}`;
  const compared = earlier ? `上年同口径达标率 ${rate(earlier)}。` : "上年没有同口径的数据，不作比较。";
  return [
    { kind: "heading", level: 1, text: "一、总体情况" },
    {
      kind: "text",
      text: `${named}共 ${n(clauses.length)} 条，按第 ${pack.version} 版政策包执行。${given.year} 年应办 ${n(counts.owed)} 项，达标 ${n(counts.met)} 项，临期 ${n(counts.atRisk)} 项，逾期和无数据 ${n(counts.overdue)} 项，未到期 ${n(counts.open)} 项，免除 ${n(counts.waived)} 项；达标率 ${rate(counts)}（免除的不计）。${compared}`,
    },
    ...(awaited > 0
      ? [
          {
            kind: "text" as const,
            text: `另有 ${n(awaited)} 条等待相应能力建成，暂无数值，不计入应办。`,
          },
        ]
      : []),
    statusTable(counts, earlier, given.year),
    ...subsystems(given, now),
    ...course(given),
  ];
}

function statusTable(counts: Counts, before: Counts | null, year: number): Block {
  const line = (label: string, of: Counts): readonly Cell[] => [
    label,
    n(of.owed),
    { text: n(of.met), tint: "met" },
    { text: n(of.atRisk), tint: "soon" },
    { text: n(of.overdue), tint: "overdue" },
    n(of.open),
    { text: n(of.waived), tint: "waived" },
    { text: rate(of), bold: true },
  ];
  return {
    kind: "table",
    columns: [
      { label: "年度", share: 14 },
      ...["应办", "达标", "临期", "逾期", "未到期", "免除"].map((label) => ({ label, share: 11, align: "end" as const })),
      { label: "达标率", share: 14, align: "end" },
    ],
    rows: [line(`${year} 年`, counts), ...(before ? [line(`${year - 1} 年`, before)] : [])],
  };
}

const stackedSeries = (groups: readonly (readonly [string, Counts])[]): readonly ChartSeries[] => [
  { name: "达标", colour: COLOURS.met, values: groups.map(([, { met }]) => met) },
  { name: "临期", colour: COLOURS.atRisk, values: groups.map(([, { atRisk }]) => atRisk) },
  { name: "逾期", colour: COLOURS.overdue, values: groups.map(([, { overdue }]) => overdue) },
  { name: "未到期", colour: COLOURS.open, values: groups.map(([, { open }]) => open) },
  { name: "免除", colour: COLOURS.waived, values: groups.map(([, { waived }]) => waived) },
];

function subsystems({ clauses }: ReportGiven, now: readonly ReportStanding[]): readonly Block[] {
  const of = new Map(clauses.map(({ id, subsystem }) => [id, subsystem]));
  const groups = [...groupedBy(now, ({ clause }) => of.get(clause) ?? "")].flatMap(([name, standings]) =>
    name === "" ? [] : [[name, countsOf(standings)] as const],
  );
  if (groups.length === 0) return [];
  return [
    {
      kind: "chart",
      chart: {
        title: "八大体系落实情况",
        kind: "stacked",
        unit: "项",
        categories: groups.map(([name]) => name),
        series: stackedSeries(groups),
      },
    },
  ];
}

function course({ months, year }: ReportGiven): readonly Block[] {
  if (months.filter(({ met }) => met !== null).length < 2) return [];
  const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);
  const earlier = months.some(({ metBefore }) => metBefore !== null);
  return [
    {
      kind: "chart",
      chart: {
        title: "各月达标率",
        kind: "line",
        unit: "%",
        categories: months.map(({ month }) => `${month}月`),
        series: [
          { name: `${year} 年`, colour: COLOURS.now, values: months.map(({ met }) => rounded(met)) },
          ...(earlier ? [{ name: `${year - 1} 年`, colour: "8792A0", values: months.map(({ metBefore }) => rounded(metBefore)) }] : []),
        ],
      },
    },
  ];
}

function byArea(now: readonly ReportStanding[]): readonly Block[] {
  const groups = [...groupedBy(now, ({ area }) => area.name)].map(([name, standings]) => [name, countsOf(standings)] as const);
  const sorted = groups.toSorted(([, a], [, b]) => b.overdue - a.overdue);
  const worst = sorted.filter(([, { overdue }]) => overdue > 0).slice(0, 3);
  return [
    { kind: "heading", level: 1, text: "二、各地区落实情况" },
    {
      kind: "text",
      text:
        worst.length === 0
          ? `${n(groups.length)} 个地区没有逾期事项。`
          : `逾期较多的是${worst.map(([name, { overdue }]) => `${name}（${n(overdue)} 项）`).join("、")}。`,
    },
    {
      kind: "chart",
      chart: {
        title: "各地区落实情况",
        kind: "stacked",
        unit: "项",
        categories: sorted.map(([name]) => name),
        series: stackedSeries(sorted),
      },
    },
    {
      kind: "table",
      columns: [
        { label: "地区", share: 24 },
        ...["应办", "达标", "临期", "逾期", "未到期", "免除"].map((label) => ({ label, share: 11, align: "end" as const })),
        { label: "达标率", share: 14, align: "end" },
      ],
      rows: sorted.map(([name, of]) => [
        name,
        n(of.owed),
        n(of.met),
        n(of.atRisk),
        of.overdue > 0 ? { text: n(of.overdue), tint: "overdue", bold: true } : "0",
        n(of.open),
        n(of.waived),
        rate(of),
      ]),
    },
  ];
}

const valueWords = ({ value, decimals, unit }: ReportStanding): string =>
  value === null ? "—" : `${n(value, decimals)}${unit ? ` ${unit}` : ""}`;

function byClause({ clauses }: ReportGiven, now: readonly ReportStanding[]): readonly Block[] {
  const of = groupedBy(now, ({ clause }) => clause);
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: "三、逐条落实情况" },
    { kind: "note", text: "“最低”是离目标最远的地区及其数值；手工填报的数值后标“手”。" },
  ];
  for (const [part, inPart] of groupedBy(clauses, (clause) => clause.part)) {
    if (part) blocks.push({ kind: "heading", level: 2, text: part });
    blocks.push({
      kind: "table",
      columns: [
        { label: "条款", share: 14 },
        { label: "要求", share: 34 },
        ...["应办", "达标", "临期", "逾期"].map((label) => ({ label, share: 8, align: "end" as const })),
        { label: "最低", share: 22 },
      ],
      rows: inPart.map((clause) => clauseRow(clause, of.get(clause.id) ?? [])),
    });
  }
  return blocks;
}

const severity: readonly Status[] = ["overdue", "no-data", "at-risk", "open", "met", "waived", "not-due", "not-applicable"];
function clauseRow(clause: ReportClause, standings: readonly ReportStanding[]): readonly Cell[] {
  if (standings.length === 0)
    return [clause.id, clause.title, "—", "—", "—", "—", clause.awaits ? `待${clause.awaits}` : "本年没有应办事项"];
  const of = countsOf(standings);
  if (of.owed === 0) return [clause.id, clause.title, "0", "0", "0", "0", "不适用"];
  const [worst] = standings.toSorted((a, b) => severity.indexOf(a.status) - severity.indexOf(b.status) || b.days - a.days);
  const words =
    worst && worst.status !== "met" && worst.status !== "not-applicable"
      ? `${worst.area.name} ${worst.value === null ? statusWords[worst.status] : valueWords(worst)}${worst.evidence === "hand" ? "（手）" : ""}`
      : "";
  return [
    clause.id,
    clause.title,
    n(of.owed),
    n(of.met),
    of.atRisk > 0 ? { text: n(of.atRisk), tint: "soon" } : "0",
    of.overdue > 0 ? { text: n(of.overdue), tint: "overdue", bold: true } : "0",
    words,
  ];
}

function late(now: readonly ReportStanding[]): readonly Block[] {
  const rows = now.filter(({ status }) => status === "overdue" || status === "no-data").toSorted((a, b) => b.days - a.days);
  return [
    { kind: "heading", level: 1, text: "四、逾期事项和责任单位" },
    { kind: "text", text: rows.length === 0 ? "没有逾期事项。" : `共 ${n(rows.length)} 项，按逾期天数排列。` },
    ...(rows.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            columns: [
              { label: "条款", share: 13 },
              { label: "要求", share: 25 },
              { label: "地区", share: 12 },
              { label: "责任单位", share: 22 },
              { label: "现值 / 目标", share: 16, align: "end" as const },
              { label: "逾期", share: 10, align: "end" as const },
              { label: "催办", share: 8, align: "end" as const },
            ],
            rows: rows.map((each) => [
              each.clause,
              each.text,
              each.area.name,
              [each.organ ?? "待明确", each.person].filter(Boolean).join(" "),
              each.status === "no-data"
                ? "无数据"
                : `${valueWords(each)}${each.target === null ? "" : ` / ${n(each.target, each.decimals)}`}${each.evidence === "hand" ? "（手）" : ""}`,
              each.days > 0 ? `${n(each.days)} 天` : "—",
              each.urged > 0 ? `${n(each.urged)} 次` : "—",
            ]),
          },
        ]),
  ];
}

function sinceLastYear({ year }: ReportGiven, changed: readonly Progress[], known: boolean): readonly Block[] {
  const better = changed.filter((each) => difference(each) > 0).length;
  const text = !known
    ? `${year - 1} 年没有同口径的数据。`
    : changed.length === 0
      ? "各条款达标率与上年相同。"
      : `与上年相比，${n(better)} 条提高，${n(changed.length - better)} 条下降。`;
  return [
    { kind: "heading", level: 1, text: "五、与上年相比" },
    { kind: "text", text },
    ...(changed.length === 0
      ? []
      : [
          {
            kind: "table" as const,
            columns: [
              { label: "条款", share: 14 },
              { label: "要求", share: 44 },
              { label: `${year - 1} 年达标率`, share: 16, align: "end" as const },
              { label: `${year} 年达标率`, share: 16, align: "end" as const },
              { label: "变化", share: 12, align: "end" as const },
            ],
            rows: changed.map((each) => {
              const by = difference(each);
              return [
                each.clause,
                each.text,
                rate(each.before),
                rate(each.now),
                { text: `${by > 0 ? "▲" : "▼"} ${n(Math.abs(by), 1)}`, tint: by > 0 ? ("met" as const) : ("overdue" as const) },
              ];
            }),
          },
        ]),
  ];
}

function annex({ evidence, hand, snapshots, frozen, on }: ReportGiven): readonly Block[] {
  const stands = frozen
    ? "该年度已冻结，数值不再变化，以后再导出结果相同。"
    : `本报告的数值在${dayWords(on)}计算，未冻结；以后再导出，已变化的数值会不同。`;
  return [
    { kind: "heading", level: 1, text: "附件　证据目录", newPage: true },
    { kind: "text", text: stands },
    { kind: "heading", level: 2, text: "（一）平台自取" },
    evidence.length === 0
      ? { kind: "text", text: "没有平台自取的数值。" }
      : {
          kind: "table",
          columns: [
            { label: "条款", share: 13 },
            { label: "要求", share: 27 },
            { label: "取自", share: 22 },
            { label: "记录数", share: 11, align: "end" },
            { label: "查询", share: 36 },
          ],
          rows: evidence.map((each) => [each.clause, each.text, each.source, each.rows === null ? "—" : n(each.rows), each.query]),
        },
    { kind: "heading", level: 2, text: "（二）手工填报" },
    ...handBlocks(hand),
    ...(snapshots.length === 0
      ? []
      : [
          { kind: "heading" as const, level: 2 as const, text: "（三）本年度已冻结的记录" },
          { kind: "note" as const, text: "用 suiren snapshot verify 和快照编号核验；SM3 值不符即有改动。" },
          {
            kind: "table" as const,
            columns: [
              { label: "对象", share: 24 },
              { label: "冻结时间", share: 16 },
              { label: "记录数", share: 10, align: "end" as const },
              { label: "快照编号", share: 24 },
              { label: "SM3", share: 36 },
            ],
            rows: snapshots.map((each) => [each.subject, each.at, n(each.rows), each.id, each.sm3]),
          },
        ]),
  ];
}

/** Beyond so many the annex tells them by clause: nobody reads seventy printed pages of single entries, and the platform has each. */
const HAND_LISTED = 200;

function handBlocks(hand: readonly ReportHand[]): readonly Block[] {
  if (hand.length === 0) return [{ kind: "text", text: "没有手工填报的数值。" }];
  if (hand.length > HAND_LISTED) return handByClause(hand);
  return [
    {
      kind: "table",
      columns: [
        { label: "条款", share: 13 },
        { label: "地区", share: 14 },
        { label: "数值", share: 12, align: "end" },
        { label: "日期", share: 14 },
        { label: "填报人", share: 14 },
        { label: "说明和材料（SHA-256 前 16 位）", share: 42 },
      ],
      rows: hand.map((each) => [
        each.clause,
        each.area,
        each.value,
        each.on,
        each.by,
        [each.note, ...each.files.map(({ name, sha256 }) => `${name} ${sha256.slice(0, 16)}`)].join("；"),
      ]),
    },
  ];
}

function handByClause(hand: readonly ReportHand[]): readonly Block[] {
  const clauses = [...new Set(hand.map(({ clause }) => clause))];
  return [
    { kind: "text", text: `共 ${n(hand.length)} 份，按条款汇总；逐份的数值、填报人和材料在平台“条款落实”里点开各条查看。` },
    {
      kind: "table",
      columns: [
        { label: "条款", share: 16 },
        { label: "份数", share: 12, align: "end" },
        { label: "涉及地区", share: 14, align: "end" },
        { label: "材料", share: 12, align: "end" },
        { label: "最早填报", share: 22 },
        { label: "最近填报", share: 22 },
      ],
      rows: clauses.map((clause) => {
        const own = hand.filter((each) => each.clause === clause);
        const days = own.map(({ on }) => on).toSorted();
        const files = own.reduce((sum, each) => sum + each.files.length, 0);
        return [clause, n(own.length), n(new Set(own.map(({ area }) => area)).size), n(files), days[0] ?? "—", days.at(-1) ?? "—"];
      }),
    },
  ];
}
