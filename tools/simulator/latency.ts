/** Waiting times in steps of 0.1 ms up to 20 s: constant memory however many are noted. */

const STEPS_PER_MS = 10;
const MOST_MS = 20_000;

export type Percentiles = { readonly p50: number; readonly p90: number; readonly p99: number; readonly max: number };

export class Latencies {
  readonly #counts = new Uint32Array(MOST_MS * STEPS_PER_MS + 1);
  #noted = 0;
  #max = 0;

  get noted(): number {
    return this.#noted;
  }

  note(ms: number): void {
    const step = Math.min(this.#counts.length - 1, Math.floor(ms * STEPS_PER_MS));
    this.#counts[step] = (this.#counts[step] ?? 0) + 1;
    this.#noted += 1;
    if (ms > this.#max) this.#max = ms;
  }

  /** Milliseconds, rounded to 0.1; zeros where nothing was noted. */
  percentiles(): Percentiles {
    const at = (share: number): number => {
      let left = Math.ceil(this.#noted * share);
      for (let step = 0; step < this.#counts.length; step++) {
        left -= this.#counts[step] ?? 0;
        if (left <= 0) return (step + 1) / STEPS_PER_MS;
      }
      return MOST_MS;
    };
    if (this.#noted === 0) return { p50: 0, p90: 0, p99: 0, max: 0 };
    return { p50: at(0.5), p90: at(0.9), p99: at(0.99), max: Math.round(this.#max * 10) / 10 };
  }
}
