/** Nobody judges his own work: who decides stands over the area in whose name it is decided, and strictly above the one it is about. */
import { type AreaRange, isWithin } from "#platform/values.ts";

export type Judged = {
  /** The area that runs the year, or found the fault. */
  readonly run: number;
  /** The area it is about. */
  readonly about: number;
};

export const isOver = (range: AreaRange, { run, about }: Judged): boolean =>
  isWithin(run, range) && isWithin(about, range) && range.lo !== about;
