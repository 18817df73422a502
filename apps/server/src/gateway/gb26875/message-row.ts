/** A message as a row of `gateway.message`. */
import type { StoredMessage } from "./arrival.ts";
import type { CopyRows } from "./copy-rows.ts";

export type MessageRow = StoredMessage & { readonly identity: number };

/** In the order `writeRow` writes them. */
export const MESSAGE_COLUMNS =
  "id, received_at, address, peer, transport, sequence, command, type, object_count, lane, sent_at, identity, batch_id, raw, anomalies";

/** Adds a message to the rows of a batch. */
export function writeRow(copy: CopyRows, { id, arrival, identity }: MessageRow, batchId: Buffer): void {
  const { frame, address, line, lane, receivedAt, bytes } = arrival;
  copy.row(15);
  copy.bytes(id);
  copy.instant(receivedAt);
  copy.plain(address);
  copy.plain(line.peer);
  copy.plain(line.transport);
  copy.int4(frame.sequence);
  copy.int2(frame.command);
  copy.int2(frame.adu?.type ?? null);
  copy.int2(frame.adu?.count ?? null);
  copy.int2(lane);
  copy.instant(frame.timestamp === null ? null : Date.parse(frame.timestamp));
  copy.int8(identity);
  copy.bytes(batchId);
  copy.bytes(bytes);
  copy.json(frame.anomalies.length === 0 ? null : JSON.stringify(frame.anomalies.map(({ code, offset }) => ({ code, offset }))));
}
