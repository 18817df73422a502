/** First start: the three administrators of an office, or the cast of the demonstration city. */
import { sql } from "kysely";
import { asWorker, type Tx } from "#platform/db.ts";
import { listRows, type Reader } from "#platform/ledger/read.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { writeSetting } from "#platform/settings.ts";
import { keyOfCode } from "#platform/values.ts";
import { administrators, type CastMember, casts } from "./cast.ts";
import { defaultPolicy } from "./domain/policy.ts";
import { builtInRoles } from "./domain/roles.ts";
import { hashPassword, matchesPassword, newPassword } from "./secrets.ts";
import { addCredential, addPosting, listDemoCredentials, POLICY_SETTING, savePassword } from "./store.ts";
import { user } from "./user.ts";

export type FirstAccount = { readonly account: string; readonly name: string; readonly role: string; readonly password: string };

/**
 * Makes the first accounts of an empty installation.
 * Each gets a random password that must be changed at the first login; `fixedPassword` (demonstration only) is the same for all and stays.
 * @returns what to tell the person who started it, once
 */
export async function createFirstAccounts(
  tx: Tx,
  services: Services,
  { demo, fixedPassword }: { readonly demo: boolean; readonly fixedPassword: string | null },
): Promise<FirstAccount[]> {
  // The demonstration is used by scripts and for first looks: no second key, passwords do not age. A real installation keeps the strict policy.
  if (demo) await writeSetting(tx, POLICY_SETTING, { ...defaultPolicy, adminTotp: false, passwordDays: 0 }, null);
  const fixed = demo ? fixedPassword : null;
  const members = (demo ? casts[services.config.city] : undefined) ?? administrators;
  const now = services.clock.now();
  const made: FirstAccount[] = [];
  for (const member of members) {
    const place = await findPlace(tx, services, member);
    if (!place) continue;
    const password = fixed ?? newPassword();
    const hash = await hashPassword(password);
    const id = await addUser(tx, services, member, place, demo, now);
    await addCredential(tx, id, { hash, setAt: now, mustChange: fixed === null });
    await addPosting(tx, { userId: id, role: member.role, organ: place.organ, area: place.area, title: member.title }, null, now);
    made.push({ account: member.account, name: member.name, role: builtInRoles[member.role]?.label ?? member.role, password });
  }
  return made;
}

type Place = { readonly area: number; readonly organ: string | null; readonly unit: string | null };

async function addUser(
  tx: Tx,
  services: Services,
  member: CastMember,
  { area, organ, unit }: Place,
  demo: boolean,
  now: Date,
): Promise<string> {
  const id = uuidv7(now.getTime());
  const { account, name, title, role } = member;
  const kind = builtInRoles[role]?.kind ?? "official";
  await insertRows(
    services.catalog.get(user.name),
    [{ id, area, demo, values: { name, account, kind, state: "active", organ, unit, post: title } }],
    ownerReader(tx, services),
  );
  return id;
}

const ownerReader = (tx: Tx, { catalog, sealer, clock, city }: Services): Reader => ({
  tx,
  catalog,
  sealer,
  scope: { area: city.range, unitId: null, userId: null },
  moments: { now: clock.now(), today: clock.today() },
});

/** Where somebody sits: at his organ, in his unit, or for the whole city. Undefined when there is no unit to belong to. */
async function findPlace(tx: Tx, services: Services, member: CastMember): Promise<Place | undefined> {
  if (member.unit !== undefined) {
    const entry = services.catalog.find("places.unit");
    if (!entry) return undefined;
    const reader = ownerReader(tx, services);
    for (const query of [{ where: { name: member.unit } }, { where: { networked: true } }]) {
      const found = await listRows(entry, { ...query, limit: 1, sort: "id" }, reader);
      const row = found.ok ? found.value.rows[0] : undefined;
      if (row) return { area: row.area, organ: null, unit: row.id };
    }
    return undefined;
  }
  const { rows } = await sql<{
    id: string;
    area: number;
  }>`select id, area from organizations.v_organ where name = ${member.organ ?? ""} order by area limit 1`.execute(tx);
  const organ = rows[0];
  return { area: organ?.area ?? keyOfCode(services.config.city), organ: organ?.id ?? null, unit: null };
}

/** `SUIREN_DEMO_PASSWORD` set on a later start of a demonstration city: its accounts take it then. */
export async function keepDemoPassword({ config, db, clock }: Services): Promise<void> {
  const { demoPassword, seed } = config;
  if (seed !== "demo" || demoPassword === null) return;
  await asWorker(db, async (tx) => {
    const credentials = await listDemoCredentials(tx);
    const first = credentials[0];
    if (!first || (await matchesPassword(first.passwordHash, demoPassword))) return;
    for (const { userId } of credentials)
      await savePassword(tx, userId, { hash: await hashPassword(demoPassword), setAt: clock.now(), mustChange: false }, 0);
  });
}
