/** Frame streams on loan: a connection holds one only while a frame is unfinished, so ten thousand idle connections hold none. */
import { FrameStream, type ProfileChoice } from "@suiren/gb26875";

const MOST_SPARE = 64;

export class Streams {
  readonly #spare: FrameStream[] = [];
  readonly #profileOf: (address: string) => ProfileChoice | undefined;

  constructor(profileOf: (address: string) => ProfileChoice | undefined) {
    this.#profileOf = profileOf;
  }

  take(): FrameStream {
    return this.#spare.pop() ?? new FrameStream({ profile: (source) => this.#profileOf(source.hex), mostSkippedBytes: 256 });
  }

  giveBack(stream: FrameStream): void {
    stream.reset();
    if (this.#spare.length < MOST_SPARE) this.#spare.push(stream);
  }
}
