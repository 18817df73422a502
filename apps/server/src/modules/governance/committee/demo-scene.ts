/** The demonstration city as its committees' seed sees it: organs, the committees they make, invented names, days. */
import { sql } from "kysely";
import { demoId } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, startOfDay } from "#platform/values.ts";

export type Organ = {
  readonly id: string;
  readonly area: number;
  readonly kind: string;
  readonly level: string;
  readonly name: string;
  readonly short: string;
  readonly member: boolean;
};
export type Committee = {
  readonly id: string;
  readonly area: number;
  readonly level: string;
  readonly name: string;
  readonly government: Organ;
  readonly organ: Organ | undefined;
  readonly secretariat: Organ;
  readonly members: readonly Organ[];
};
export type Scene = {
  readonly today: CalendarDate;
  readonly year: number;
  readonly organs: readonly Organ[];
  readonly committees: readonly Committee[];
};

const SURNAMES = "王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗郑梁谢宋唐许韩冯邓曹彭曾";
const GIVEN = [
  "志远",
  "建平",
  "伟",
  "建峰",
  "剑锋",
  "志刚",
  "海燕",
  "国平",
  "明华",
  "丽萍",
  "晓东",
  "卫民",
  "永强",
  "红梅",
  "立新",
  "文斌",
] as const;
/** The same invented name for the same post every time. */
export function nameFor(key: string): string {
  const n = Number.parseInt(demoId(`name ${key}`).slice(0, 6), 16);
  return `${SURNAMES[n % SURNAMES.length]}${GIVEN[Math.floor(n / 97) % GIVEN.length]}`;
}
export const row = (key: string, area: number, values: Readonly<Record<string, unknown>>): StoredRow => ({
  id: demoId(key),
  area,
  demo: true,
  values,
});
export const at = (day: string, hour = 9): string => new Date(startOfDay(day as CalendarDate).getTime() + hour * 3_600_000).toISOString();
export const endOf = (day: string): string => new Date(startOfDay(addDays(day as CalendarDate, 1)).getTime() - 1).toISOString();

/** Ones who sit on a city's committee beside the rest, in this order. */
const SEATS = 23;

export async function sceneOf(tx: Tx, services: Services): Promise<Scene> {
  const { rows } = await sql<Organ>`select o.id, o.area, o.kind, o.level, o.name, o.short_name as short, g.member
    from organizations.v_organ o join organizations.organ g on g.id = o.id order by o.area, g.sort, o.id`.execute(tx);
  const today = services.clock.today();
  const committees = rows
    .filter(({ kind }) => kind === "government")
    .flatMap((government): Committee[] => {
      const here = rows.filter(({ area }) => area === government.area);
      const office =
        here.find(({ kind, name }) => kind === "committee" && name.endsWith("办公室")) ?? here.find(({ kind }) => kind === "emergency");
      const organ = here.find(({ kind, name }) => kind === "committee" && !name.endsWith("办公室"));
      if (!office) return [];
      // A town in eight has founded none yet.
      if (government.level === "town" && Number.parseInt(demoId(`town ${government.id}`).slice(0, 4), 16) % 8 === 0) return [];
      return [
        {
          id: demoId(`committee ${government.id}`),
          area: government.area,
          level: government.level,
          name: organ?.name ?? `${government.name}消防安全委员会`,
          government,
          organ,
          secretariat: office,
          members: here
            .filter((each) => (government.level === "town" ? each.kind !== "government" && each.kind !== "committee" : each.member))
            .slice(0, government.level === "city" ? SEATS : 16),
        },
      ];
    });
  return { today, year: Number(today.slice(0, 4)), organs: rows, committees };
}

/** How each of these cases began, as its timeline tells it. */
export async function lines(tx: Tx, caseName: string, rows: readonly StoredRow[], start: string): Promise<void> {
  const told = rows.map(({ id, values }) => ({ case_id: id, at: values.openedAt, to_state: start }));
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, to_state, given)
    select ${caseName}, x.case_id, x.at, 'person', '消安委办公室', x.to_state, '{}'::jsonb
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) x (case_id uuid, at timestamptz, to_state text)`.execute(tx);
}
