/**
 * Online and offline 在线与离线: one rule, one place. A device is offline when a present gateway has heard nothing of it for longer than
 * twice its heartbeat, and at least the set time. While the gateway itself is away nobody can know; when it is back, counting starts again.
 */

/** Beyond this without a sign the gateway itself counts as away. */
export const GATEWAY_AWAY_MS = 15_000;

/** When the gateway last showed itself, and since when without a gap. Milliseconds since 1970. */
export type GatewayPulse = { readonly at: number; readonly since: number };
export type Heard = { readonly online: boolean; readonly lastMessageAt: number; readonly heartbeatSeconds: number };

/** How long a device may be silent. */
export const silenceLimitMs = (heartbeatSeconds: number, offlineSeconds: number): number =>
  Math.max(2 * heartbeatSeconds, offlineSeconds) * 1_000;

/** The next pulse of a gateway that shows itself at `now`. */
export const pulseAt = (before: GatewayPulse | null, now: number): GatewayPulse =>
  before && now - before.at <= GATEWAY_AWAY_MS ? { at: now, since: before.since } : { at: now, since: now };

/** True when a device counted as online must be counted as offline now. A message, and nothing else, brings it back. */
export function goesOffline(device: Heard, gateway: GatewayPulse | null, now: number, offlineSeconds: number): boolean {
  if (!device.online || !gateway || now - gateway.at > GATEWAY_AWAY_MS) return false;
  return now - Math.max(device.lastMessageAt, gateway.since) > silenceLimitMs(device.heartbeatSeconds, offlineSeconds);
}
