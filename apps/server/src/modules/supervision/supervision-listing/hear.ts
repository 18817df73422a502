/** What a plate means for its hazard, and a closed hazard for its plate. Both may be heard twice. */
import { sql } from "kysely";
import { HAZARD, hazard } from "#modules/supervision/hazard-loop/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import type { EventHandler, HeardEvent } from "#platform/outbox.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { dayOf } from "#platform/values.ts";
import { LISTING, listing } from "./listing.ts";

type Listed = { readonly id: string; readonly hazard: string | null; readonly state: string };
const listedIds = ({ payload }: HeardEvent): string => String(payload.id);

async function markHazard(tx: Tx, services: Services, hazardId: string, listed: boolean, note: string): Promise<void> {
  const now = services.clock.now();
  const { rows } = await sql<{
    listed: boolean | null;
    closed: boolean;
  }>`select listed, closed_at is not null as closed from hazard_loop.hazard where id = ${hazardId} and deleted_at is null`.execute(tx);
  const [row] = rows;
  if (!row || row.closed || (row.listed ?? false) === listed) return;
  const today = services.clock.today();
  orThrow(
    await moveCase(
      eraseCase(hazard),
      hazardId,
      "list",
      { listed, note },
      { actor: null, now, today },
      systemReader(services, tx, now, today),
    ),
  );
}

/** Listed, delisted or rolled over: the hazard says so on its own page. */
export const tellHazard: EventHandler = {
  name: "supervision-listing.tell-hazard",
  types: ["approve", "delist"].map((move) => `${LISTING}.${move}`),
  async handle(event, tx, services) {
    const { rows } = await sql<
      Listed & { number: string }
    >`select id, hazard, state, number from supervision_listing.listing where id = ${listedIds(event)}`.execute(tx);
    const [row] = rows;
    if (row?.hazard)
      await markHazard(
        tx,
        services,
        row.hazard,
        event.type.endsWith(".approve"),
        `${row.number} ${event.type.endsWith(".approve") ? "挂牌" : "摘牌"}`,
      );
  },
};

/** A hazard has ended, by review or (before the plate hung) on the spot or as not so: its plate may come down, after review and approval. */
export const noteClosure: EventHandler = {
  name: "supervision-listing.note-closure",
  types: ["close", "correctedOnSpot", "void"].map((move) => `${HAZARD}.${move}`),
  async handle(event, tx, services) {
    const { rows } = await sql<{
      id: string;
      noted: boolean;
    }>`select id, hazard_closed_on is not null as noted from supervision_listing.listing
      where hazard = ${listedIds(event)} and closed_at is null and deleted_at is null`.execute(tx);
    const now = services.clock.now();
    const today = services.clock.today();
    for (const { id, noted } of rows)
      if (!noted)
        orThrow(
          await moveCase(
            eraseCase(listing),
            id,
            "hazardClosed",
            { hazardClosedOn: dayOf(new Date(event.at)) },
            { actor: null, now, today },
            systemReader(services, tx, now, today),
          ),
        );
  },
};
