/** Organs and committees as the meeting needs them: who may act for a committee, whom its minutes may name, who answers for an organ. */
import { sql } from "kysely";
import type { Actor } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
import { subtreeOf } from "#platform/values.ts";
import type { KnownOrgan, Spread } from "./reading/sentences.ts";

export type CommitteeRow = {
  readonly id: string;
  readonly name: string;
  readonly level: "city" | "county" | "town";
  readonly area: number;
  readonly government: string;
  readonly organ: string | null;
  readonly secretariat: string | null;
  readonly chair: string | null;
  readonly chairPost: string | null;
  readonly plenaryPerYear: number | null;
};

export async function findCommittee(tx: Tx, id: string): Promise<CommitteeRow | undefined> {
  const { rows } = await sql<CommitteeRow>`select id, name, level, area, government, organ, secretariat, chair, chair_post, plenary_per_year
    from committee.committee where id = ${id} and deleted_at is null`.execute(tx);
  return rows[0];
}

/** Its office acts for a committee, as do the committee's own organ and its government; another area's office does not. */
export const actsFor = (actor: Pick<Actor, "organId">, committee: Pick<CommitteeRow, "organ" | "secretariat" | "government">): boolean =>
  actor.organId !== null && [committee.secretariat, committee.organ, committee.government].includes(actor.organId);

type Organ = { readonly id: string; readonly name: string; readonly shortName: string };

/** What minutes may call an organ: 常山县人民政府, 常山县政府, 市财政局, 财政局. */
export function namesOf({ name, shortName }: Organ): readonly string[] {
  const names = [name, shortName, name.replace("人民政府", "政府")];
  if (/^[市区县].{3,}/.test(shortName)) names.push(shortName.slice(1));
  return [...new Set(names)].filter((each) => each.length >= 3);
}

const NAMED_AT_MOST = 1_500;

/** Organs the minutes of an area may speak to: its own and those one level below, with every town's government. */
export async function knownOrgans(tx: Tx, area: number): Promise<readonly KnownOrgan[]> {
  const { lo, hi } = subtreeOf(area);
  const { rows } = await sql<Organ>`select id, name, short_name from organizations.v_organ
    where area between ${lo} and ${hi} and kind <> 'monitoring-center' and (level <> 'town' or kind = 'government' or area = ${area})
    order by area, id limit ${NAMED_AT_MOST}`.execute(tx);
  return rows.map((organ) => ({ id: organ.id, names: namesOf(organ) }));
}

export type Named = { readonly id: string; readonly name: string; readonly area: number };

/** Whom 各县（市、区）, 各乡镇街道 and 各成员单位 mean here. */
export async function spreadOver(tx: Tx, spread: Spread, area: number, committee: string | null): Promise<readonly Named[]> {
  const { lo, hi } = subtreeOf(area);
  if (spread === "members") {
    const { rows } = await sql<Named>`select distinct o.id, o.short_name as name, o.area from committee.member m
      join organizations.v_organ o on o.id = m.organ where m.committee = ${committee} and m.deleted_at is null
        and m.duty = 'member' and o.area between ${lo} and ${hi} order by o.area, o.id`.execute(tx);
    return rows;
  }
  const level = spread === "counties" ? "county" : "town";
  const { rows } = await sql<Named>`select o.id, o.short_name as name, o.area from organizations.v_organ o
    where o.kind in ('government', 'management-committee') and o.level = ${level} and o.area between ${lo} and ${hi} and o.area <> ${area}
    order by o.area, o.id`.execute(tx);
  return rows;
}

/** Who answers for an organ here: its representative in the committee. */
export async function answersFor(tx: Tx, organ: string, committee: string | null): Promise<string | null> {
  const { rows } = await sql<{ words: string }>`select trim(concat(m.post, ' ', m.name)) as words from committee.member m
    where m.organ = ${organ} and m.committee = ${committee} and m.deleted_at is null order by m.ord nulls last, m.id limit 1`.execute(tx);
  return rows[0]?.words ?? null;
}
