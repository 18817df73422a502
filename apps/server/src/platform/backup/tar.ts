/** A plain tar archive (POSIX ustar), written as it comes and read by position, so that a look inside needs nothing but `tar tf`. */
import { type FileHandle, open } from "node:fs/promises";

const BLOCK = 512;
const CHUNK = 1_048_576;
const NAME_BYTES = 100;
const OCTAL_DIGITS = 11;
/** What eleven octal digits hold; whoever has more writes several members. */
const MOST_BYTES = 8 ** OCTAL_DIGITS - 1;

export class TarWriter {
  readonly #file: FileHandle;
  readonly #now: Date;
  #bytes = 0;

  constructor(file: FileHandle, now: Date) {
    this.#file = file;
    this.#now = now;
  }

  get bytes(): number {
    return this.#bytes;
  }

  async add(name: string, body: Uint8Array): Promise<void> {
    await this.addStream(name, body.length, [body]);
  }

  /** @throws when the body is not as long as was said: a file that changed while it was read. */
  async addStream(name: string, size: number, body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    await this.#write(headOf(name, size, this.#now));
    let written = 0;
    for await (const chunk of body) {
      written += chunk.length;
      if (written > size) break;
      await this.#write(chunk);
    }
    if (written !== size) throw new Error(`${name} has ${written} bytes instead of ${size}`);
    await this.#write(Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK));
  }

  async end(): Promise<void> {
    await this.#write(Buffer.alloc(2 * BLOCK));
    await this.#file.sync();
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let from = 0; from < bytes.length; ) from += (await this.#file.write(bytes, from)).bytesWritten;
    this.#bytes += bytes.length;
  }
}

function headOf(name: string, size: number, now: Date): Buffer {
  if (Buffer.byteLength(name) > NAME_BYTES || size > MOST_BYTES) throw new Error(`${name} does not fit a tar archive`);
  const head = Buffer.alloc(BLOCK);
  const octal = (value: number, at: number, digits: number) => head.write(value.toString(8).padStart(digits, "0"), at, "latin1");
  head.write(name, 0);
  octal(0o600, 100, 7);
  octal(0, 108, 7);
  octal(0, 116, 7);
  octal(size, 124, OCTAL_DIGITS);
  octal(Math.floor(now.getTime() / 1000), 136, OCTAL_DIGITS);
  head.write("0", 156, "latin1");
  head.write("ustar\u000000", 257, "latin1");
  octal(checksumOf(head), 148, 6);
  head.write("\0 ", 154, "latin1");
  return head;
}

/** The sum of the head's bytes, its own field counted as blanks. */
function checksumOf(head: Buffer): number {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += head[i] ?? 0;
  return sum;
}

export type TarMember = { readonly name: string; readonly size: number; chunks(): AsyncGenerator<Buffer>; bytes(): Promise<Buffer> };

/** @throws TarError where the file ends early or is no such archive. */
export class TarError extends Error {}
/** Another kind of file altogether. */
export class NoTarError extends Error {}

/** The members in order; each may be read while the next has not been asked for, or be passed over. */
export async function* readTar(path: string): AsyncGenerator<TarMember> {
  const file = await open(path, "r");
  try {
    for (let at = 0; ; ) {
      const head = await readExactly(file, at, BLOCK).catch((error: unknown) => {
        throw at === 0 && error instanceof TarError ? new NoTarError() : error;
      });
      if (head.every((byte) => byte === 0)) return;
      if (!isHead(head)) throw at === 0 ? new NoTarError() : new TarError("not a tar head");
      const member = memberAt(file, head, at + BLOCK);
      yield member;
      const end = at + BLOCK + member.size;
      at = Math.ceil(end / BLOCK) * BLOCK;
      if ((await readExactly(file, end, at - end)).some((byte) => byte !== 0)) throw new TarError("not empty behind a member");
    }
  } finally {
    await file.close();
  }
}

const textAt = (head: Buffer, at: number, length: number): string => head.toString("utf8", at, at + length).replace(/\0.*$/s, "");

const isHead = (head: Buffer): boolean => textAt(head, 257, 5) === "ustar" && Number.parseInt(textAt(head, 148, 6), 8) === checksumOf(head);

function memberAt(file: FileHandle, head: Buffer, start: number): TarMember {
  const size = Number.parseInt(textAt(head, 124, OCTAL_DIGITS), 8);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let done = 0; done < size; done += CHUNK) yield await readExactly(file, start + done, Math.min(CHUNK, size - done));
  }
  return { name: textAt(head, 0, NAME_BYTES), size, chunks, bytes: () => readExactly(file, start, size) };
}

async function readExactly(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, at + done);
    if (bytesRead === 0) throw new TarError("the archive ends early");
    done += bytesRead;
  }
  return bytes;
}
