/** What 设备接入 asks of the server, and how it follows the live feed. */
import type { Gives, HeardPoint } from "@suiren/api-client";
import { infiniteQueryOptions, keepPreviousData, queryOptions, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { api } from "../../lib/api.ts";
import { type Listener, useLive } from "../../lib/live.ts";

export type {
  DeviceDetail,
  DeviceSummary as Summary,
  HeardPoint,
  MadeCase,
  MessageField,
  MessageHead,
  RemoteMonitoringDevice as Device,
  SentCommand as Command,
  UnreadableBytes as Unreadable,
  UnregisteredDevice as Unregistered,
  WholeMessage as Message,
} from "@suiren/api-client";
export type WholeMessage = Gives<"GET", "/messages/{id}">;

const AGAIN_MS = 15_000;

export const summaryQuery = queryOptions({
  queryKey: ["devices", "summary"],
  queryFn: () => api.get("/devices/summary"),
  refetchInterval: AGAIN_MS,
});
/** Devices of a unit; without one the device that spoke last, so that the page never opens empty. */
export const unitDevicesQuery = (unit: string) =>
  queryOptions({
    queryKey: ["devices", "of", unit],
    queryFn: async () => (await api.get("/remote-monitoring/device", { where: JSON.stringify({ unit }), limit: 200 })).rows,
    enabled: unit !== "",
    refetchInterval: AGAIN_MS,
  });
export const anyDeviceQuery = queryOptions({
  queryKey: ["devices", "any"],
  queryFn: async () => {
    const heard = await api.get("/remote-monitoring/device", {
      where: JSON.stringify({ lastMessageAt: { set: true } }),
      sort: "-lastMessageAt",
      limit: 1,
    });
    if (heard.rows.length > 0) return heard.rows;
    return (await api.get("/remote-monitoring/device", { limit: 1 })).rows;
  },
});
export const pointCountQuery = (address: string) =>
  queryOptions({
    queryKey: ["devices", "points", address],
    queryFn: async () => (await api.get("/remote-monitoring/point/count", { where: JSON.stringify({ address }) })).count,
    staleTime: 60_000,
  });
export const deviceQuery = (address: string) =>
  queryOptions({
    queryKey: ["devices", "one", address],
    queryFn: () => api.get("/devices/{address}", { address }),
    enabled: address !== "",
    refetchInterval: AGAIN_MS,
  });
export const messagesQuery = (address: string) =>
  infiniteQueryOptions({
    queryKey: ["devices", "messages", address],
    queryFn: ({ pageParam }) => api.get("/devices/{address}/messages", { address, before: pageParam }),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    enabled: address !== "",
    refetchInterval: AGAIN_MS,
  });
export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ["devices", "message", id],
    queryFn: () => api.get("/messages/{id}", { id }),
    enabled: id !== "",
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
/** The component the point table has for what a message named; none when it is missing there. */
export const placeQuery = (address: string, { systemType, systemAddress, componentAddress }: HeardPoint) => {
  const where = JSON.stringify({ address, systemType, systemAddress, componentAddress });
  return queryOptions({
    queryKey: ["devices", "place", where],
    queryFn: async () => (await api.get("/facilities/component", { where, limit: 1 })).rows,
    enabled: componentAddress >= 0,
    staleTime: 60_000,
  });
};
export const unregisteredQuery = queryOptions({
  queryKey: ["devices", "unregistered"],
  queryFn: async () => (await api.get("/devices/unregistered")).rows,
  refetchInterval: AGAIN_MS,
});
export const unreadableQuery = infiniteQueryOptions({
  queryKey: ["devices", "unreadable"],
  queryFn: ({ pageParam }) => api.get("/devices/unreadable", { before: pageParam }),
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
