/**
 * A computer without a graphics card draws the map with its processor, and every pixel costs. There the map is drawn coarser while it
 * moves and in full once it stands; with a graphics card nothing changes.
 */
import type { Map as MapLibre } from "maplibre-gl";
import { isDrawnBySoftware } from "./drawing.ts";

/** Of the pixels of either side, while moving. */
const COARSE = 0.5;
/** So long it must have stood still: a hand that pans grips again sooner. */
const STOOD_MS = 500;

export type Sparing = {
  /** Is the map still to be drawn in full? */
  isCoarse(): boolean;
  stop(): void;
};

export function spareProcessor(map: MapLibre): Sparing {
  if (!isDrawnBySoftware(map.getCanvas())) return { isCoarse: () => false, stop: () => undefined };
  let [coarse, changing] = [false, false];
  let timer: ReturnType<typeof setTimeout> | undefined;
  // Another pixel ratio is a resize, which tells of a move of its own.
  const change = (to: boolean) => {
    if (coarse === to) return;
    [coarse, changing] = [to, true];
    map.setPixelRatio(devicePixelRatio * (to ? COARSE : 1));
    changing = false;
  };
  const settle = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (map.isMoving() ? settle() : change(false)), STOOD_MS);
  };
  // Not at its start: a resize before the move is under way would end it.
  map.on("move", () => {
    if (changing || !map.isMoving()) return;
    change(true);
    settle();
  });
  return { isCoarse: () => coarse, stop: () => clearTimeout(timer) };
}
