/** UUIDv7: an id a page may make by itself, ordered by time. `getRandomValues` is there without https, `randomUUID` is not. */
export function uuidv7(at: number = Date.now()): string {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  random[0] = ((random[0] ?? 0) & 0x0f) | 0x70;
  random[2] = ((random[2] ?? 0) & 0x3f) | 0x80;
  const time = at.toString(16).padStart(12, "0");
  const tail = hex(random);
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`;
}
