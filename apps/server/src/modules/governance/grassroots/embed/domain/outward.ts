/**
 * Where a webhook may go. The address is the administrator's; what it resolves to is looked at again at each sending, so that a name that starts to
 * point inside the machine room (DNS rebinding) is refused as well. Ranges: RFC 6890 and its registry.
 */
import { BlockList, isIP } from "node:net";

const inner = new BlockList();
for (const [net, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  inner.addSubnet(net, bits, "ipv4");
for (const [net, bits] of [
  ["::", 96],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 10],
  ["fec0::", 10],
  ["ff00::", 8],
] as const)
  inner.addSubnet(net, bits, "ipv6");

/** Never reached, whatever is ticked: the cloud's own data service, nothing, everybody. */
const never = new BlockList();
never.addAddress("0.0.0.0", "ipv4");
never.addSubnet("169.254.0.0", 16, "ipv4");
never.addSubnet("224.0.0.0", 3, "ipv4");
never.addAddress("::", "ipv6");
never.addSubnet("fe80::", 10, "ipv6");
never.addSubnet("ff00::", 8, "ipv6");

/** ::ffff:10.0.0.1 and 64:ff9b::a00:1 are 10.0.0.1 in another coat. */
function plain(address: string): readonly [string, "ipv4" | "ipv6"] {
  if (isIP(address) === 4) return [address, "ipv4"];
  const bare = address.split("%")[0] ?? address;
  const url = new URL(`http://[${bare}]/`).hostname.slice(1, -1);
  const mapped = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(url);
  if (!mapped) return [url, "ipv6"];
  const [high, low] = [Number.parseInt(mapped[1] ?? "0", 16), Number.parseInt(mapped[2] ?? "0", 16)];
  return [`${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`, "ipv4"];
}

/** @returns whether a connection to this address is allowed */
export function mayReach(address: string, allowPrivate: boolean): boolean {
  if (isIP(address.split("%")[0] ?? "") === 0) return false;
  const [bare, family] = plain(address);
  if (never.check(bare, family)) return false;
  return allowPrivate || !inner.check(bare, family);
}

export type AddressFault = "bad_url" | "not_https" | "credentials" | "private";

/** What is wrong with an address as it is written down; what its name resolves to is asked when something is sent. */
export function faultOfUrl(text: string, allowPrivate: boolean): AddressFault | null {
  const url = URL.parse(text);
  if (!url || !["http:", "https:"].includes(url.protocol)) return "bad_url";
  if (url.username || url.password) return "credentials";
  // In the clear only inside the government's own network, and only when that was ticked.
  if (url.protocol === "http:" && !allowPrivate) return "not_https";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) return mayReach(host, allowPrivate) ? null : "private";
  const isInner = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/i.test(host) || !host.includes(".");
  return isInner && !allowPrivate ? "private" : null;
}

/** An origin as `frame-ancestors` takes it: scheme, host, port; no path, no wildcard. */
export function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && ["http:", "https:"].includes(url.protocol) && url.origin === text && !text.includes("*");
}
