/** Rows in PostgreSQL's binary COPY format, and the query that carries them together with plain statements in one round trip. */
import type pg from "pg";

const SIGNATURE = Buffer.from("PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0", "latin1");
/** PostgreSQL counts microseconds from 2000-01-01. */
const EPOCH_MS = 946_684_800_000;
const MICROSECOND_WORD = 4_294_967_296;

/** A buffer that is written row by row and used again for the next batch. */
export class CopyRows {
  #buffer = Buffer.allocUnsafe(256 * 1024);
  #at = 0;

  constructor() {
    this.reset();
  }

  reset(): void {
    this.#at = SIGNATURE.copy(this.#buffer);
  }

  row(fields: number): void {
    this.#room(2);
    this.#at = this.#buffer.writeInt16BE(fields, this.#at);
  }

  bytes(value: Uint8Array): void {
    this.#room(4 + value.length);
    this.#at = this.#buffer.writeInt32BE(value.length, this.#at);
    this.#buffer.set(value, this.#at);
    this.#at += value.length;
  }

  /** Text of Latin letters and digits. */
  plain(value: string): void {
    this.#room(4 + value.length);
    this.#at = this.#buffer.writeInt32BE(value.length, this.#at);
    this.#at += this.#buffer.write(value, this.#at, "latin1");
  }

  json(value: string | null): void {
    if (value === null) {
      this.nothing();
      return;
    }
    const size = Buffer.byteLength(value);
    this.#room(5 + size);
    this.#at = this.#buffer.writeInt32BE(size + 1, this.#at);
    this.#at = this.#buffer.writeUInt8(1, this.#at);
    this.#at += this.#buffer.write(value, this.#at, "utf8");
  }

  int2(value: number | null): void {
    if (value === null) {
      this.nothing();
      return;
    }
    this.#room(6);
    this.#at = this.#buffer.writeInt32BE(2, this.#at);
    this.#at = this.#buffer.writeInt16BE(value, this.#at);
  }

  int4(value: number): void {
    this.#room(8);
    this.#at = this.#buffer.writeInt32BE(4, this.#at);
    this.#at = this.#buffer.writeInt32BE(value, this.#at);
  }

  /** A whole number below 2^53. */
  int8(value: number): void {
    this.#room(12);
    this.#at = this.#buffer.writeInt32BE(8, this.#at);
    const high = Math.floor(value / MICROSECOND_WORD);
    this.#at = this.#buffer.writeInt32BE(high, this.#at);
    this.#at = this.#buffer.writeUInt32BE(value - high * MICROSECOND_WORD, this.#at);
  }

  /** An instant in milliseconds since 1970. */
  instant(ms: number | null): void {
    if (ms === null) this.nothing();
    else this.int8((ms - EPOCH_MS) * 1000);
  }

  nothing(): void {
    this.#room(4);
    this.#at = this.#buffer.writeInt32BE(-1, this.#at);
  }

  /** The rows with their end mark; valid until the next `reset`. */
  finish(): Buffer {
    this.row(-1);
    return this.#buffer.subarray(0, this.#at);
  }

  #room(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#buffer.length * 2, this.#at + bytes));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

/** A database connection as `pg` hands it to a query that speaks for itself. */
type Wire = Pick<pg.Connection, "stream">;

/**
 * Statements with one `copy … from stdin (format binary)` among them, sent as one simple query: one implicit transaction, one round trip.
 * The rows follow at once; PostgreSQL drops them by itself when a statement failed before it came to the copy.
 */
class CopyQuery implements pg.Submittable {
  readonly #text: string;
  readonly #rows: Buffer;
  readonly #done: () => void;
  readonly #failed: (error: Error) => void;

  constructor(text: string, rows: Buffer, done: () => void, failed: (error: Error) => void) {
    this.#text = text;
    this.#rows = rows;
    this.#done = done;
    this.#failed = failed;
  }

  submit({ stream }: Wire): void {
    const text = Buffer.from(`${this.#text}\0`);
    const head = Buffer.allocUnsafe(5 + text.length + 5);
    head.write("Q", 0, "latin1");
    head.writeInt32BE(4 + text.length, 1);
    text.copy(head, 5);
    head.write("d", 5 + text.length, "latin1");
    head.writeInt32BE(4 + this.#rows.length, 6 + text.length);
    stream.cork();
    stream.write(head);
    stream.write(this.#rows);
    stream.write(COPY_DONE);
    stream.uncork();
  }

  handleReadyForQuery(): void {
    this.#done();
  }

  handleError(error: Error): void {
    this.#failed(error);
  }

  handleCopyInResponse(): void {}
  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
}

const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4]);

/** Runs `text` with `rows`; resolves when PostgreSQL has committed. */
export function copyInto(client: pg.ClientBase, text: string, rows: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(new CopyQuery(text, rows, resolve, reject));
  });
}
