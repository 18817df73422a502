/** A verified sheet enters the register under its own id: heard twice, it stands there once. */
import { sql } from "kysely";
import type { EventHandler } from "#platform/outbox.ts";
import { SHEET } from "./survey-sheet.ts";

export const enterRegister: EventHandler = {
  name: "key-places.register",
  types: [`${SHEET}.enter`],
  async handle(event, tx) {
    await sql`insert into key_places.high_risk_place (id, area, demo, lon, lat, datum, search_text, name, unit, kind, address, grade, factors, occupants,
        survey, surveyor, surveyed_on, sheet, entered_on, status)
      select s.id, s.area, s.demo, s.lon, s.lat, s.datum, s.search_text, s.name, s.unit, s.kind, s.address, s.grade, s.factors, s.occupants,
        s.survey, s.surveyor, s.surveyed_on, s.id, s.verified_on, 'listed'
      from key_places.survey_sheet s where s.id = ${String(event.payload.id)} and s.state = 'entered' on conflict (id) do nothing`.execute(
      tx,
    );
  },
};
