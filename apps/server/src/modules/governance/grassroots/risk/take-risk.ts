/** The one way in for a find: graded, held against what was seen before, and sent where it belongs. The same id twice is the same find. */
import { sql } from "kysely";
import { raiseHazard } from "#modules/supervision/hazard-loop/index.ts";
import type { Actor } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
import type { Reader } from "#platform/ledger/read.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, subtreeOf } from "#platform/values.ts";
import {
  type findSources,
  gradeRisk,
  type RiskFactor,
  type RiskGrade,
  riskFactors,
  type riskPlaces,
  routeOf,
  type Seen,
  type Spot,
  sameAs,
} from "../domain/risk.ts";
import { riskRule } from "../standards/shipped.ts";
import { riskCheck } from "./ledgers.ts";

const TOWN = 1_000_000;

export type RiskFound = {
  readonly id?: string;
  readonly area: number;
  readonly placeWords: string;
  readonly placeKind: keyof typeof riskPlaces;
  readonly unit: string | null;
  readonly checkedOn: CalendarDate;
  readonly source: keyof typeof findSources;
  readonly finder: string;
  readonly member: string | null;
  readonly factors: readonly RiskFactor[];
  readonly words: string | null;
  readonly photos?: readonly string[];
  readonly spot: Spot | null;
  readonly demo?: boolean;
};
type RiskTaken = {
  readonly id: string;
  readonly score: number;
  readonly grade: RiskGrade;
  readonly route: ReturnType<typeof routeOf>;
  readonly earlier: string | null;
  readonly hazard: string | null;
};
type By = { readonly actor: Actor | null; readonly organ: string | null; readonly now: Date; readonly today: CalendarDate };

type Before = Omit<Seen, "spot"> & { readonly lon: number | null; readonly lat: number | null; readonly hazard: string | null };

/** What was seen in this town lately, newest first. */
async function seenBefore(tx: Tx, { area, checkedOn }: RiskFound): Promise<readonly Before[]> {
  const { lo, hi } = subtreeOf(Math.floor(area / TOWN) * TOWN);
  const { rows } =
    await sql<Before>`select id, unit, place_words, lon, lat, hazard from grassroots.risk_check where deleted_at is null and settled_on is null
    and area between ${lo} and ${hi} and checked_on between ${addDays(checkedOn, -riskRule.duplicateDays)}::date and ${checkedOn}::date order by checked_on desc, id desc limit 2000`.execute(
      tx,
    );
  return rows;
}

const spotOf = ({ lon, lat }: Before): Spot | null => (lon === null || lat === null ? null : { lon, lat });
const wordsOf = ({ factors, words }: RiskFound): string =>
  [factors.map((factor) => riskFactors[factor]).join("、"), words ?? ""].filter(Boolean).join("；").slice(0, 480);

export async function takeRisk(tx: Tx, services: Services, found: RiskFound, by: By, reader: Reader): Promise<Result<RiskTaken>> {
  const { score, grade } = gradeRisk(found.factors, riskRule);
  const id = found.id ?? uuidv7(by.now.getTime());
  const before = (await seenBefore(tx, found)).filter((each) => each.id !== id);
  const earlier = sameAs(
    found,
    before.map((each) => ({ ...each, spot: spotOf(each) })),
    riskRule.duplicateMetres,
  );
  const route = routeOf(grade);
  const known = before.find((each) => each.id === earlier)?.hazard ?? null;
  const hazard = route === "hazard" && known === null ? await toHazard(tx, services, { ...found, id }, by) : ok(known);
  if (!hazard.ok) return hazard;
  const { spot, id: _, area, demo = false, photos = [], ...values } = found;
  const kept = { ...values, photos, score, grade, route, repeats: earlier !== null, earlier, hazard: hazard.value };
  const point = spot ? { lon: spot.lon, lat: spot.lat, datum: "wgs84" } : {};
  await insertRows(services.catalog.get(riskCheck.name), [{ id, area, demo, values: { ...kept, ...point } }], reader);
  return ok({ id, score, grade, route, earlier, hazard: hazard.value });
}

async function toHazard(tx: Tx, services: Services, found: RiskFound & { readonly id: string }, by: By): Promise<Result<string>> {
  const { actor, organ, now, today } = by;
  const raised = await raiseHazard(
    tx,
    services,
    {
      area: found.area,
      unit: found.unit,
      placeWords: found.placeWords,
      what: wordsOf(found),
      item: null,
      origin: found.source === "citizen" ? "report" : "patrol",
      originName: riskCheck.name,
      originId: found.id,
      photos: found.photos ?? [],
      foundOn: found.checkedOn,
      point: found.spot && { ...found.spot, datum: "wgs84" },
      demo: found.demo ?? false,
    },
    { actor, actorName: found.finder, organ, now, today },
  );
  return raised.ok ? ok(raised.value.id) : raised;
}
