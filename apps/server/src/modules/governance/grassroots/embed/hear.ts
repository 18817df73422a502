/** What must be told to platforms: how their events go on, and what is dangerous in their area. Heard twice, told once. */
import { sql } from "kysely";
import { HAZARD } from "#modules/supervision/hazard-loop/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import type { EventHandler, HeardEvent } from "#platform/outbox.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { isWithin } from "#platform/values.ts";
import { sendLater } from "./deliver.ts";
import type { PlatformScope } from "./domain/scopes.ts";
import { EVENT, event as eventCase } from "./event.ts";
import { addDelivery, listPlatforms, type NewDelivery, rangeOfPlatform } from "./store.ts";
import { standingOf } from "./take-event.ts";

const idOf = ({ payload }: HeardEvent): string => String(payload.id);
const tell = async (tx: Tx, services: Services, delivery: NewDelivery): Promise<void> => {
  const id = await addDelivery(tx, delivery, services.clock.now());
  if (id) await sendLater(services, id, 1);
};

const active = async (tx: Tx, scope: PlatformScope) =>
  (await listPlatforms(tx)).filter(({ state, scopes, webhookUrl }) => state === "active" && webhookUrl !== null && scopes.includes(scope));

export const tellFeedback: EventHandler = {
  name: "grassroots.feedback",
  types: ["take", "finish", "refuse", "link", "hazardClosed", "hazardVoid"].map((move) => `${EVENT}.${move}`),
  async handle(event, tx, services) {
    const { rows } = await sql<{
      number: string;
      platformKey: string;
    }>`select number, platform_key from grassroots.event where id = ${idOf(event)}`.execute(tx);
    const [row] = rows;
    const platform = (await active(tx, "feedback")).find(({ key }) => key === row?.platformKey);
    const standing = row && platform ? await standingOf(tx, services, platform.key, row.number) : undefined;
    if (!platform || !standing) return;
    await tell(tx, services, {
      platform: platform.id,
      kind: "feedback",
      type: `event.${String(event.payload.to)}`,
      subject: standing.id,
      area: event.area,
      sameness: `event ${event.id}`,
      body: standing,
    });
  },
};

/** A hazard that began as somebody's event ends for him as well. */
export const followHazard: EventHandler = {
  name: "grassroots.follow-hazard",
  types: ["close", "correctedOnSpot", "void"].map((move) => `${HAZARD}.${move}`),
  async handle(event, tx, services) {
    const { rows } = await sql<{
      id: string;
      result: string | null;
    }>`select e.id, coalesce(h.rectify_note, h.review_note) as result from grassroots.event e
      join hazard_loop.hazard h on h.id = e.hazard where h.id = ${idOf(event)} and e.state = 'linked' and e.deleted_at is null`.execute(tx);
    const [now, today] = [services.clock.now(), services.clock.today()];
    const move = event.type.endsWith(".void") ? "hazardVoid" : "hazardClosed";
    for (const { id, result } of rows)
      orThrow(
        await moveCase(
          eraseCase(eventCase),
          id,
          move,
          { result: result ?? (move === "hazardVoid" ? "核查不属实" : "隐患已复查销号") },
          { actor: null, now, today },
          systemReader(services, tx, now, today),
        ),
      );
  },
};

const warnings: Readonly<Record<string, string>> = {
  [`${HAZARD}.determine`]: "hazard.major",
  "remote-monitoring.alarm.confirm": "fire.confirmed",
  "supervision-listing.listing.approve": "hazard.listed",
};

/** Place and what it is; no person and no telephone leaves this way. */
async function wordsOf(tx: Tx, event: HeardEvent): Promise<Readonly<Record<string, unknown>> | undefined> {
  const id = idOf(event);
  const query = event.type.startsWith(HAZARD)
    ? sql<
        Record<string, unknown>
      >`select h.number, h.what, h.place_words, u.name as unit, a.code as area_code, a.full_name as area_name, h.grade from hazard_loop.hazard h
        left join places.unit u on u.id = h.unit left join platform.area a on a.key = h.area where h.id = ${id}`
    : event.type.startsWith("remote-monitoring")
      ? sql<
          Record<string, unknown>
        >`select m.number, m.what, m.place_words, u.name as unit, a.code as area_code, a.full_name as area_name from remote_monitoring.alarm m
          left join places.unit u on u.id = m.unit left join platform.area a on a.key = m.area where m.id = ${id} and m.kind = 'fire'`
      : sql<
          Record<string, unknown>
        >`select l.number, l.title as what, a.code as area_code, a.full_name as area_name from supervision_listing.listing l
          left join platform.area a on a.key = l.area where l.id = ${id}`;
  return (await query.execute(tx)).rows[0];
}

export const tellWarnings: EventHandler = {
  name: "grassroots.warnings",
  types: Object.keys(warnings),
  async handle(event, tx, services) {
    const { area } = event;
    if (area === null) return;
    const concerned = (await active(tx, "warnings")).filter((platform) => isWithin(area, rangeOfPlatform(platform)));
    const words = concerned.length > 0 ? await wordsOf(tx, event) : undefined;
    if (!words) return;
    for (const { id } of concerned)
      await tell(tx, services, {
        platform: id,
        kind: "warning",
        type: warnings[event.type] ?? event.type,
        subject: idOf(event),
        area,
        sameness: `event ${event.id}`,
        body: { ...words, at: event.at },
      });
  },
};

/** Whatever the platforms of a place that have a scope must know, once each. */
export async function tellPlatforms(
  tx: Tx,
  services: Services,
  scope: PlatformScope,
  delivery: Omit<NewDelivery, "platform" | "area"> & { readonly area: number },
): Promise<void> {
  for (const platform of await active(tx, scope))
    if (isWithin(delivery.area, rangeOfPlatform(platform))) await tell(tx, services, { ...delivery, platform: platform.id });
}
