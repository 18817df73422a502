/** The grid member's own download: who he is, how far his month is, the words of the risk form. Fetched with a network, used without one. */
import { ApiError, sessionApi } from "../../lib/api.ts";
import type { PatrolRow } from "./domain/rows.ts";
import { useStored } from "./live-query.ts";
import { personNow } from "./person.ts";
import type { RoundsRow } from "./store.ts";

/** Quietly: who may not patrol, or has no network, keeps what there is. */
export async function loadRounds(): Promise<void> {
  const { store, standing } = personNow();
  if (!store || standing !== "known") return;
  try {
    const body = await sessionApi.get("/grassroots/field/day", {});
    await store.rounds.put({ key: "rounds", at: new Date().toISOString(), body });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}

export const useRounds = (): RoundsRow | null | undefined => useStored(async (store) => (await store.rounds.get("rounds")) ?? null);

/** The one patrol that has begun and not ended; null for none. */
export const usePatrolUnderWay = (): PatrolRow | null | undefined =>
  useStored<PatrolRow | null>(async (store) => (await store.patrols.filter(({ endedAt }) => endedAt === null).first()) ?? null);
