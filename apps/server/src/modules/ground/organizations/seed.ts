/** Fills an empty database: the tree from the division file of the chosen city, the departments of its levels and their posts. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { insertRows, type StoredRow, uuidv7 } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { keyOfCode } from "#platform/values.ts";
import { type Divisions, divisionCodes, initialsOf, loadDivisions } from "./data/divisions.ts";
import { type Department, departmentsOf, type Place } from "./domain/departments.ts";
import { postsOf } from "./domain/posts.ts";
import { organ } from "./organ.ts";
import { post } from "./post.ts";

export async function seedOrganizations(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const code = divisionCodes.find((known) => known === services.config.city);
  if (!code) throw new Error(`SUIREN_CITY=${services.config.city}：没有这个城市的区划数据，现有 ${divisionCodes.join("、")}`);
  const divisions = await loadDivisions(code);
  await seedTree(tx, divisions);
  const organs = await seedOrgans(tx, services, divisions);
  report(
    `${divisions.name}：县（市、区）${divisions.counts.counties}，乡镇街道 ${divisions.counts.towns}，村社区 ${divisions.counts.villages}，机构 ${organs}`,
  );
}

const levelOfRoot = (code: string): "city" | "county" => (code.endsWith("00") ? "city" : "county");

async function seedTree(tx: Tx, { ancestors, areas, ...root }: Divisions): Promise<void> {
  const fullNames = new Map<string, string>();
  const row = (code: string, name: string, level: string, parent: string | null, more: object = {}) => {
    const fullName = `${parent === null ? "" : (fullNames.get(parent) ?? "")}${name}`;
    fullNames.set(code, fullName);
    return { key: keyOfCode(code), level, parent: parent === null ? null : keyOfCode(parent), code, name, full_name: fullName, ...more };
  };
  const above = ancestors.map(({ code, name }, i) => row(code, name, i === 0 ? "province" : "city", ancestors[i - 1]?.code ?? null));
  const top = row(root.code, root.name, levelOfRoot(root.code), ancestors.at(-1)?.code ?? null, {
    pinyin: pinyinText(root),
    ...middleOf(root.code, areas),
  });
  const below = areas.map((area) =>
    row(area.code, area.name, area.level, area.parent, {
      pinyin: pinyinText(area),
      lon: area.lon,
      lat: area.lat,
      attributes: area.approximate ? { approximate: true } : {},
    }),
  );
  await sql`insert into platform.area (key, level, parent, code, name, full_name, pinyin, lon, lat, attributes)
    select key, level, parent, code, name, full_name, coalesce(pinyin, ''), lon, lat, coalesce(attributes, '{}')
    from jsonb_to_recordset(${JSON.stringify([...above, top, ...below])}::jsonb)
      as x(key bigint, level text, parent bigint, code text, name text, full_name text, pinyin text, lon float8, lat float8, attributes jsonb)`.execute(
    tx,
  );
}

/** Where a map of the whole begins: the middle of what lies directly below. */
function middleOf(code: string, areas: Divisions["areas"]): { readonly lon?: number; readonly lat?: number } {
  const below = areas.filter((area) => area.parent === code);
  if (below.length === 0) return {};
  const mean = (values: readonly number[]) => Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 1e5) / 1e5;
  return { lon: mean(below.map(({ lon }) => lon)), lat: mean(below.map(({ lat }) => lat)) };
}

/** Searched by syllables run together and by initials: `hehuajiedao hhjd`. */
const pinyinText = ({ pinyin }: { readonly pinyin: string }): string => `${pinyin.replaceAll(" ", "")} ${initialsOf(pinyin)}`;

async function seedOrgans(tx: Tx, { catalog, sealer, clock, city }: Services, { code, name, areas }: Divisions): Promise<number> {
  const now = clock.now().getTime();
  const reader = { tx, sealer, scope: { area: city.range, unitId: null, userId: null } };
  const root: Place = { code, name, level: levelOfRoot(code), parent: "" };
  const places = areas.flatMap(({ level, ...area }): Place[] => (level === "village" ? [] : [{ ...area, level }]));
  const ids = new Map<string, string>();
  const idOf = ({ place, key }: Pick<Department, "place" | "key">): string | undefined => ids.get(`${place}/${key}`);
  const posts: StoredRow[] = [];
  const organs = departmentsOf([root, ...places]).map((department, index): StoredRow => {
    const id = uuidv7(now);
    ids.set(`${department.place}/${department.key}`, id);
    const area = keyOfCode(department.place);
    for (const { name: title, duty } of postsOf(department.kind, department.level))
      posts.push({ id: uuidv7(now), area, values: { organ: id, name: title, duty }, demo: false });
    const { name: fullName, shortName, kind, level, member, above } = department;
    return {
      id,
      area,
      values: { name: fullName, shortName, kind, level, member, parent: above ? idOf(above) : null, sort: index },
      demo: false,
    };
  });
  await insertRows(catalog.get(organ.name), organs, reader);
  await insertRows(catalog.get(post.name), posts, reader);
  return organs.length;
}
