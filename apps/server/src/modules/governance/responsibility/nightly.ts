/** Each night: units new since yesterday get their department and group, and what speaks for accountability is laid before who decides. */
import { asWorker } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import { proposeAll } from "./propose.ts";
import { placeUnits } from "./regulate.ts";

export const nightly: Job = {
  name: "responsibility.nightly",
  cron: "20 3 * * *",
  run: async (_, services) => {
    const placed = await asWorker(services.db, (tx) => placeUnits(tx, services.city.range, services.clock.today()));
    const proposed = await asWorker(services.db, (tx) => proposeAll(tx, services));
    if (placed.assigned + proposed > 0) services.log.info({ ...placed, proposed }, "responsibility.nightly");
  },
};
