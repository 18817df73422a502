/** 已联网: a unit is connected while it has a device in use. Heard after each change of the register, so places need not know of devices. */
import { sql } from "kysely";
import { systemReader } from "#platform/case/store.ts";
import { findRow } from "#platform/ledger/read.ts";
import { applyChange } from "#platform/ledger/write.ts";
import type { EventHandler } from "#platform/outbox.ts";

export const markNetworked: EventHandler = {
  name: "facilities.networked",
  types: ["facilities.transmitter.saved"],
  async handle(event, tx, services) {
    const { rows } = await sql<{
      unit: string;
      connected: boolean;
    }>`select t.unit, exists (select from facilities.transmitter o where o.unit = t.unit
        and o.state = 'inUse' and o.deleted_at is null) as connected from facilities.transmitter t where t.id = ${String(event.payload.id)}`.execute(
      tx,
    );
    const found = rows[0];
    if (!found) return;
    const reader = systemReader(services, tx, services.clock.now(), services.clock.today());
    const entry = services.catalog.get("places.unit");
    const unit = await findRow(entry, found.unit, reader, true);
    if (!unit || (unit.networked === true) === found.connected) return;
    const change = { networked: found.connected };
    await applyChange(entry, unit.id, unit.version, { ...unit, ...change }, change, reader);
  },
};
