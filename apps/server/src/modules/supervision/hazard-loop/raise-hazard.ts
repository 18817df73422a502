/**
 * The one way in: whatever finds a hazard raises it here, in its own transaction. The same place and item while one is open counts on it;
 * after it was closed, the new one says that it has been before.
 */
import { sql } from "kysely";
import type { Actor } from "#platform/actor.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { inSavepoint, uuidv7 } from "#platform/ledger/write.ts";
import { publish } from "#platform/outbox.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import type { CalendarDate } from "#platform/values.ts";
import type { HazardGrade, HazardOrigin } from "./domain/kinds.ts";
import { samenessOf } from "./domain/sameness.ts";
import { hazard } from "./hazard.ts";
import { nextNumber } from "./number.ts";

export type HazardFound = {
  /** Tree key of the village, town or grid it lies in; of a unit's hazard, the unit's. */
  readonly area: number;
  readonly unit: string | null;
  readonly building?: string | null;
  readonly placeWords: string;
  readonly what: string;
  /** Check item, `list#item` without version: with the place it recognises the same hazard again. */
  readonly item: string | null;
  readonly origin: HazardOrigin;
  /** Ledger or case it came from, and the row. */
  readonly originName?: string | null;
  readonly originId?: string | null;
  readonly grade?: Exclude<HazardGrade, "major"> | null;
  readonly ground?: string | null;
  readonly penalty?: string | null;
  readonly photos?: readonly string[];
  readonly foundOn: string;
  readonly department?: string | null;
  readonly point?: { readonly lon: number; readonly lat: number; readonly datum: string } | null;
  /** Made by an offline phone: the same id twice is the same hazard. */
  readonly id?: string;
  /** The campaign 专项整治 in which it was found. */
  readonly campaign?: string | null;
  readonly demo?: boolean;
};

export type Finder = {
  readonly actor: Actor | null;
  readonly actorName: string;
  /** The organ that answers for it until it is passed on: the finder's, else the one that supervises the place. */
  readonly organ: string | null;
  readonly now: Date;
  readonly today: CalendarDate;
};
export type RaisedHazard = { readonly id: string; readonly repeats: number; readonly isNew: boolean };

const hazardCase = eraseCase(hazard);

/** In the caller's transaction, which must be allowed to write in the hazard's area. @returns the hazard: new, or the open one counted on */
export async function raiseHazard(tx: Tx, services: Services, found: HazardFound, by: Finder): Promise<Result<RaisedHazard>> {
  if (found.id) {
    const { rows } = await sql<{ id: string; repeats: number }>`select id, repeats from hazard_loop.hazard where id = ${found.id}`.execute(
      tx,
    );
    if (rows[0]) return ok({ ...rows[0], isNew: false });
  }
  const id = found.id ?? uuidv7(by.now.getTime());
  // Without an item it is the same as itself alone.
  const known = samenessOf(found);
  const sameness = known ?? id;
  const supervisor = by.organ ?? (await supervisorOf(tx, found.area));
  if (supervisor === null) return refuse("invalid", "hazard-loop.nobody_responsible");
  const before = known ? await timesBefore(tx, known) : { times: 0, last: null };
  const { photos = [], grade = null, point = null, demo = false } = found;
  const values = {
    number: await nextNumber(tx, by.today),
    what: found.what,
    unit: found.unit,
    building: found.building ?? null,
    placeWords: found.placeWords,
    origin: found.origin,
    originName: found.originName ?? null,
    originId: found.originId ?? null,
    item: found.item,
    sameness,
    grade,
    ground: found.ground ?? null,
    penalty: found.penalty ?? null,
    department: found.department ?? null,
    supervisor,
    foundOn: found.foundOn,
    foundBy: by.actorName,
    foundPhotos: photos,
    timesBefore: before.times,
    againOf: before.last,
    campaign: found.campaign ?? null,
    ...(point ? { point } : {}),
  };
  const raise = {
    area: found.area,
    values,
    holderOrgan: supervisor,
    at: by.now,
    kind: by.actor ? "person" : "system",
    actorName: by.actorName,
    actor: by.actor?.userId ?? null,
    demo,
    id,
    code: "hazard-loop.found",
  } as const;
  const reader = systemReader(services, tx, by.now, by.today);
  const attempt = async () => {
    const raised = await inSavepoint(tx, () => raiseCase(hazardCase, raise, reader, services));
    if (raised.ok && !raised.value.isNew && found.campaign) await joinCampaign(tx, raised.value.id, found.campaign);
    return raised;
  };
  try {
    return await attempt();
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string };
    if (code !== "23505") throw error;
    // Somebody else raised it in the same moment: now it counts on his. Or the id is one that this person may not see.
    return constraint === "hazard_same_open" ? attempt() : refuse("conflict", "hazard-loop.id_taken");
  }
}

/** A hazard that was open before a campaign found it again is cleared with that campaign; one that belongs to another stays with it. */
async function joinCampaign(tx: Tx, id: string, campaign: string): Promise<void> {
  const { rows } = await sql<{
    area: number;
  }>`update hazard_loop.hazard set campaign = ${campaign}, version = version + 1, updated_at = now()
    where id = ${id} and campaign is null returning area`.execute(tx);
  if (rows[0]) await publish(tx, { type: `${hazardCase.name}.joined`, area: rows[0].area, id });
}

/** Who answers for a place nobody was named for: the fire brigade of the nearest area above it, else its government. */
async function supervisorOf(tx: Tx, area: number): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select o.id from organizations.v_organ o join platform.area a on a.key = o.area
    where o.kind in ('fire-brigade', 'government') and ${area} between o.area and o.area + (case a.level when 'city' then 100000000000
      when 'county' then 1000000000 when 'town' then 1000000 when 'village' then 1000 else 1 end) - 1
    order by (o.kind = 'fire-brigade') desc, o.area desc, o.id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

/** How often this very hazard was closed before, and the last time. */
async function timesBefore(tx: Tx, sameness: string): Promise<{ readonly times: number; readonly last: string | null }> {
  const { rows } = await sql<{ id: string }>`select id from hazard_loop.hazard where sameness = ${sameness}
    and state = 'closed' and deleted_at is null order by closed_at desc limit 100`.execute(tx);
  return { times: rows.length, last: rows[0]?.id ?? null };
}
