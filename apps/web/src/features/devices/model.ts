/** What 设备接入 asks of the server, and how it follows the live feed. */
import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "../../lib/api.ts";
import { type Listener, useLive } from "../../lib/live.ts";
import type { Row } from "../../lib/schema.ts";

export type Summary = {
  readonly registered: number;
  readonly online: number;
  readonly messagesToday: number;
  readonly port: number | null;
  readonly connections: number | null;
  readonly deniedToday: number | null;
};
export type Device = Row & {
  readonly name: string;
  readonly address: string;
  readonly unit: string;
  readonly kind: string;
  readonly connection: "online" | "offline" | "never";
  readonly fault: boolean;
  readonly faultWords: string | null;
  readonly lastMessageAt: string | null;
  readonly connectedSince: string | null;
  readonly clockOffsetS: number | null;
  readonly messagesToday: number | null;
};
export type MessageHead = {
  readonly id: string;
  readonly address: string;
  readonly receivedAt: string;
  readonly bytes: number;
  readonly summary: string;
};
export type MessageField = {
  readonly key: string;
  readonly label: string;
  readonly offset: number;
  readonly length: number;
  readonly words: string;
  readonly group: string;
};
export type Message = MessageHead & {
  readonly hex: string;
  readonly remote: string | null;
  readonly acknowledgedAt: string | null;
  readonly fields: readonly MessageField[];
  readonly trouble: string | null;
};
export type MadeCase = {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly unitName: string;
  readonly repeats: number;
  readonly grade: string;
  readonly state: string;
};
export type HeardPoint = {
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentAddress: number;
  readonly typeName: string;
};
type Place = { readonly id: string; readonly name: string | null; readonly placeWords: string | null };
export type WholeMessage = { readonly message: Message; readonly cases: readonly MadeCase[]; readonly point: HeardPoint | null };
export type Command = {
  readonly id: string;
  readonly command: { readonly kind: string };
  readonly askedByName: string;
  readonly askedAt: string;
  readonly state: string;
  readonly finishedAt: string | null;
};
export type DeviceDetail = {
  readonly device: Device;
  readonly register: (Row & { readonly model?: string | null; readonly firmware?: string | null; readonly profile?: string | null }) | null;
  readonly connection: { readonly remote: string; readonly since: string; readonly transport: string } | null;
  readonly points: { readonly registered?: number; readonly heard?: number; readonly unmatched?: number };
  readonly commands: readonly Command[];
};
export type Unregistered = {
  readonly address: string;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly messages: number;
  readonly kinds: Readonly<Record<string, number>>;
  readonly openFires: number;
  readonly lastFireAt: string | null;
  readonly lastMessageId: string;
};
export type Unreadable = {
  readonly id: string;
  readonly receivedAt: string;
  readonly remote: string | null;
  readonly address: string | null;
  readonly reason: string;
  readonly offset: number | null;
  readonly hex: string;
};

const AGAIN_MS = 15_000;

export const summaryQuery = queryOptions({
  queryKey: ["devices", "summary"],
  queryFn: () => api.get<Summary>("devices/summary"),
  refetchInterval: AGAIN_MS,
});
/** Devices of a unit; without one the device that spoke last, so that the page never opens empty. */
export const unitDevicesQuery = (unit: string) =>
  queryOptions({
    queryKey: ["devices", "of", unit],
    queryFn: async () =>
      (await api.get<{ rows: readonly Device[] }>("remote-monitoring/device", { where: JSON.stringify({ unit }), limit: 200 })).rows,
    enabled: unit !== "",
    refetchInterval: AGAIN_MS,
  });
export const anyDeviceQuery = queryOptions({
  queryKey: ["devices", "any"],
  queryFn: async () => {
    const heard = await api.get<{ rows: readonly Device[] }>("remote-monitoring/device", {
      where: JSON.stringify({ lastMessageAt: { set: true } }),
      sort: "-lastMessageAt",
      limit: 1,
    });
    if (heard.rows.length > 0) return heard.rows;
    return (await api.get<{ rows: readonly Device[] }>("remote-monitoring/device", { limit: 1 })).rows;
  },
});
export const pointCountQuery = (address: string) =>
  queryOptions({
    queryKey: ["devices", "points", address],
    queryFn: async () => (await api.get<{ count: number }>("remote-monitoring/point/count", { where: JSON.stringify({ address }) })).count,
    staleTime: 60_000,
  });
export const deviceQuery = (address: string) =>
  queryOptions({
    queryKey: ["devices", "one", address],
    queryFn: () => api.get<DeviceDetail>(`devices/${address}`),
    enabled: address !== "",
    refetchInterval: AGAIN_MS,
  });
export const messagesQuery = (address: string) =>
  infiniteQueryOptions({
    queryKey: ["devices", "messages", address],
    queryFn: ({ pageParam }) =>
      api.get<{ messages: readonly MessageHead[]; next: string | null }>(`devices/${address}/messages`, { before: pageParam }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    enabled: address !== "",
    refetchInterval: AGAIN_MS,
  });
export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ["devices", "message", id],
    queryFn: () => api.get<WholeMessage>(`messages/${id}`),
    enabled: id !== "",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
/** The component the point table has for what a message named; none when it is missing there. */
export const placeQuery = (address: string, { systemType, systemAddress, componentAddress }: HeardPoint) => {
  const where = JSON.stringify({ address, systemType, systemAddress, componentAddress });
  return queryOptions({
    queryKey: ["devices", "place", where],
    queryFn: async () => (await api.get<{ rows: readonly Place[] }>("facilities/component", { where, limit: 1 })).rows,
    enabled: componentAddress >= 0,
    staleTime: 60_000,
  });
};
export const unregisteredQuery = queryOptions({
  queryKey: ["devices", "unregistered"],
  queryFn: async () => (await api.get<{ rows: readonly Unregistered[] }>("devices/unregistered")).rows,
  refetchInterval: AGAIN_MS,
});
export const unreadableQuery = infiniteQueryOptions({
  queryKey: ["devices", "unreadable"],
  queryFn: ({ pageParam }) => api.get<{ rows: readonly Unreadable[]; next: string | null }>("devices/unreadable", { before: pageParam }),
  initialPageParam: "",
  getNextPageParam: (last) => last.next,
});

/** Devices that come, go, answer or are claimed: what is on the page is read again. */
export function useDeviceFeed(): void {
  const client = useQueryClient();
  const readAgain = useCallback<Listener>(() => void client.invalidateQueries({ queryKey: ["devices"] }), [client]);
  useLive("device", readAgain);
  useLive("hello", readAgain);
}
