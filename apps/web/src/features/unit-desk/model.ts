/** What a unit's own people see of their unit; the server answers for that unit alone. */
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect } from "react";
import type { Kind } from "../../lib/alarm-kinds.ts";
import { api } from "../../lib/api.ts";
import { type Listener, live, useLive } from "../../lib/live.ts";
import type { Row } from "../../lib/schema.ts";

export const tabs = ["home", "devices", "alarms", "contacts"] as const;
export type Tab = (typeof tabs)[number];
export const tabOf = (search: string): Tab => tabs.find((each) => each === new URLSearchParams(search).get("tab")) ?? "home";

export type Unit = Row & {
  readonly name: string;
  readonly grade: string | null;
  readonly responsible: string | null;
  readonly manager: string | null;
  readonly dutyPhone: string | null;
};
export type Device = Row & {
  readonly name: string;
  readonly address: string;
  readonly connection: "online" | "offline" | "never";
  readonly fault: boolean;
  readonly faultWords: string | null;
  readonly lastMessageAt: string | null;
};
export type Point = Row & {
  readonly name: string | null;
  readonly placeWords: string | null;
  readonly condition: "fire" | "fault" | "shield";
  readonly words: string | null;
  readonly lastAt: string | null;
};
export type Alarm = {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly state: string;
  readonly stateLabel: string;
  readonly placeWords: string;
  readonly deviceWords: string;
  readonly repeats: number;
  readonly openedAt: string;
  readonly closedAt: string | null;
};
export type Contact = Row & {
  readonly role: string;
  readonly post: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly officePhone: string | null;
  readonly certificate: string | null;
};
export type Desk = {
  readonly unit: Unit | null;
  readonly devices: readonly Device[];
  readonly alarms: readonly Alarm[];
  readonly faults: readonly Point[];
  readonly contacts: readonly Contact[];
  readonly dutyChecks: { readonly asked?: number; readonly answered?: number };
};
export type Window = Row & {
  readonly kind: "shield" | "test";
  readonly scopeWords: string;
  readonly reason: string;
  readonly until: string;
};

export const deskQuery = queryOptions({ queryKey: ["unit", "desk"], queryFn: () => api.get<Desk>("unit/desk"), refetchInterval: 30_000 });
export const windowsQuery = queryOptions({
  queryKey: ["unit", "windows"],
  queryFn: async () => (await api.get<{ rows: readonly Window[] }>("remote-monitoring/window", { view: "open", limit: 20 })).rows,
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
