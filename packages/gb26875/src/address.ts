/** Addresses: six bytes of a frame's source and destination, and the four bytes of a component. */
import { hexByte, sixBytesHex, u8, u16, u32 } from "./bytes.ts";
import { SixByteCache } from "./six-byte-cache.ts";
import { EncodeError } from "./trouble.ts";

/** `value` is the unsigned little-endian integer in decimal, `hex` the twelve digits in wire order: the key to store by. */
export interface FrameAddress {
  readonly value: string;
  readonly hex: string;
}

/** An address as people give it: the decoded object, or the integer alone. */
export type AddressInput = { readonly value?: string; readonly hex?: string } | string | number | bigint;

const MOST = 2 ** 48 - 1;

export const addresses = new SixByteCache<FrameAddress>(15, (bytes, at) =>
  Object.freeze({ value: String(u32(bytes, at) + u16(bytes, at + 4) * 2 ** 32), hex: sixBytesHex(bytes, at) }),
);

/** Six wire bytes. `hex` wins where an object has both. @throws EncodeError for anything that is not 0 to 2^48-1. */
export function addressBytes(address: AddressInput, field: string): Uint8Array {
  if (typeof address === "object" && address !== null) {
    if (address.hex !== undefined) return hexAddress(address.hex, field);
    if (address.value !== undefined) return integerAddress(address.value, field);
    throw badAddress(address, field);
  }
  return integerAddress(address, field);
}

function badAddress(address: unknown, field: string): EncodeError {
  return new EncodeError(field, `${JSON.stringify(address)} is not a six-byte address`, `${JSON.stringify(address)} 不是 6 字节地址`);
}

function hexAddress(hex: string, field: string): Uint8Array {
  if (!/^[0-9a-f]{12}$/i.test(hex)) throw badAddress(hex, field);
  return Uint8Array.from({ length: 6 }, (_, i) => Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16));
}

function integerAddress(value: string | number | bigint, field: string): Uint8Array {
  const number = /^\d{1,15}$/.test(String(value)) ? Number(value) : Number.NaN;
  if (!(number <= MOST)) throw badAddress(String(value), field);
  const high = Math.floor(number / 2 ** 32);
  return Uint8Array.of(number, number >>> 8, number >>> 16, number >>> 24, high, high >>> 8);
}

/** How an installer reads a frame address; the standard prescribes nothing (clause 7 leaves it to the project). */
export type AddressReading = "decimal" | "hex" | "hex-reversed" | "dotted-reversed" | "ipv4-port";

/** The address as text for people. `ipv4-port` reads four bytes as an address and two, low byte first, as a port. */
export function formatAddress(address: FrameAddress, reading: AddressReading = "decimal"): string {
  const bytes = hexAddress(address.hex, "address");
  const pairs = Array.from(bytes, hexByte);
  switch (reading) {
    case "decimal":
      return address.value;
    case "hex":
      return address.hex;
    case "hex-reversed":
      return pairs.toReversed().join("");
    case "dotted-reversed":
      return Array.from(bytes).toReversed().join(".");
    case "ipv4-port":
      return `${u8(bytes, 0)}.${u8(bytes, 1)}.${u8(bytes, 2)}.${u8(bytes, 3)}:${u16(bytes, 4)}`;
  }
}

/** Where the zone or loop 区号/回路号 sits in a component address; the standard does not say. `whole` has no zone. */
export type ComponentAddressMode = "zone-low" | "zone-high" | "whole";

/** Zone and point 位号 of a component address, for display. The identity stays the whole 32-bit number. */
export function splitAddress(componentAddress: number, mode: ComponentAddressMode = "zone-low"): { zone: number | null; point: number } {
  const low = componentAddress & 0xffff;
  const high = componentAddress >>> 16;
  if (mode === "zone-low") return { zone: low, point: high };
  if (mode === "zone-high") return { zone: high, point: low };
  return { zone: null, point: componentAddress >>> 0 };
}
