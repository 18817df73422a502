/** What 设备接入 shows, as its address says: `?tab=&unit=&device=&message=`. Pure. */
export const tabs = ["registered", "unregistered", "unreadable", "points"] as const;
export type Tab = (typeof tabs)[number];
export type DevicesAddress = { readonly tab: Tab; readonly unit: string; readonly device: string; readonly message: string };

export function readAddress(search: string): DevicesAddress {
  const given = new URLSearchParams(search);
  const word = (key: string): string => given.get(key) ?? "";
  return {
    tab: tabs.find((each) => each === given.get("tab")) ?? "registered",
    unit: word("unit"),
    device: word("device").toLowerCase(),
    message: word("message"),
  };
}

/** The address after the path, with nothing in it that is the default. */
export function writeAddress({ tab, unit, device, message }: DevicesAddress): string {
  const search = new URLSearchParams();
  if (tab !== "registered") search.set("tab", tab);
  if (unit) search.set("unit", unit);
  if (device) search.set("device", device);
  if (message) search.set("message", message);
  const text = search.toString();
  return `/sensing/devices${text ? `?${text}` : ""}`;
}
