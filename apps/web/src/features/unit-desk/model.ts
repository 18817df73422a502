/** What a unit's own people see of their unit; the server answers for that unit alone. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import { api } from "../../lib/api.ts";
import { type Listener, live, useLive } from "../../lib/live.ts";

export const tabs = ["home", "devices", "alarms", "contacts"] as const;
export type Tab = (typeof tabs)[number];
export const tabOf = (search: string): Tab => tabs.find((each) => each === new URLSearchParams(search).get("tab")) ?? "home";

export type {
  BadPoint as Point,
  DutyQueueRow as Alarm,
  PlacesContact as Contact,
  RemoteMonitoringDevice as Device,
  RemoteMonitoringWindow as Window,
  UnitDesk as Desk,
} from "@suiren/api-client";

export const deskQuery = queryOptions({ queryKey: ["unit", "desk"], queryFn: () => api.get("/unit/desk"), refetchInterval: 30_000 });
export const windowsQuery = queryOptions({
  queryKey: ["unit", "windows"],
  queryFn: async () => (await api.get("/remote-monitoring/window", { view: "open", limit: 20 })).rows,
  refetchInterval: 60_000,
});

export function useDeskFeed(): void {
  const client = useQueryClient();
  const readAgain = useCallback<Listener>(() => void client.invalidateQueries({ queryKey: ["unit"] }), [client]);
  useEffect(() => live.start(), []);
  useLive("fire.alarm", readAgain);
  useLive("alarm", readAgain);
  useLive("device", readAgain);
  useLive("hello", readAgain);
}
