/** A reading beyond its limits, with a margin on the way back so that the state does not flap. */

export type ValueLimits = { readonly lowLimit: number | null; readonly highLimit: number | null };

/** Share of the limit by which a value must be inside again. A product default; no source fixes it. */
const MARGIN = 0.05;

/**
 * @param wasBeyond whether the last reading was beyond
 * @returns 0.05 MPa，低于下限 0.1 MPa; null when inside. A value that is no number is inside: a sensor's fault is not a pressure.
 */
export function beyond(value: number, unit: string, { lowLimit, highLimit }: ValueLimits, wasBeyond: boolean): string | null {
  if (!Number.isFinite(value)) return null;
  const margin = (limit: number) => (wasBeyond ? Math.abs(limit) * MARGIN : 0);
  if (lowLimit !== null && value < lowLimit + margin(lowLimit)) return `${value} ${unit}，低于下限 ${lowLimit} ${unit}`;
  if (highLimit !== null && value > highLimit - margin(highLimit)) return `${value} ${unit}，高于上限 ${highLimit} ${unit}`;
  return null;
}
