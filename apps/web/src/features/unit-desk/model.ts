/** What a unit's own people see of their unit; the server answers for that unit alone. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { api } from "../../lib/api.ts";
import { type Listener, live, useLive } from "../../lib/live.ts";

export const tabs = ["home", "check", "hazards", "devices", "mine", "alarms", "contacts", "duties", "promise", "standard"] as const;
export type Tab = (typeof tabs)[number];
export const tabOf = (search: string): Tab => tabs.find((each) => each === new URLSearchParams(search).get("tab")) ?? "home";

export type {
  BadPoint as Point,
  DutyQueueRow as Alarm,
  PlacesContact as Contact,
  RemoteMonitoringDevice as Device,
  RemoteMonitoringWindow as Window,
  UnitDesk as Desk,
  UnitDuties as Standing,
  UnitDuty as Duty,
} from "@suiren/api-client";

export const deskQuery = queryOptions({ queryKey: ["unit", "desk"], queryFn: () => api.get("/unit/desk"), refetchInterval: 30_000 });
export const windowsQuery = queryOptions({
  queryKey: ["unit", "windows"],
  queryFn: async () => (await api.get("/remote-monitoring/window", { view: "open", limit: 20 })).rows,
  refetchInterval: 60_000,
});

export const standingQuery = queryOptions({
  queryKey: ["unit", "duties"],
  queryFn: () => api.get("/unit/duties"),
  refetchInterval: 60_000,
});
export const checkListQuery = queryOptions({
  queryKey: ["unit", "self-check-list"],
  queryFn: () => api.get("/unit/self-check-list"),
  staleTime: 30 * 60_000,
});
/** Open ones by their term, then what was closed lately. */
export const hazardsQuery = queryOptions({
  queryKey: ["unit", "hazards"],
  queryFn: async () => {
    const [open, closed] = await Promise.all([
      api.get("/hazard-loop/hazard", { where: JSON.stringify({ open: true }), sort: "dueAt", limit: 50 }),
      api.get("/hazard-loop/hazard", { where: JSON.stringify({ state: "closed" }), sort: "-openedAt", limit: 10 }),
    ]);
    return [...open.rows, ...closed.rows];
  },
  refetchInterval: 60_000,
});

export function useDeskFeed(): void {
  const client = useQueryClient();
  const readAgain = useCallback<Listener>(() => void client.invalidateQueries({ queryKey: ["unit"] }), [client]);
  useEffect(() => live.start(), []);
  useLive("fire.alarm", readAgain);
  useLive("alarm", readAgain);
  useLive("device", readAgain);
  useLive("ledger", readAgain);
  useLive("work", readAgain);
  useLive("hello", readAgain);
}
