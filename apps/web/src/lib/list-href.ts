/** The address of a ledger's list showing the rows behind a figure, with the filter in sight and removable. */
import { subtreeEnd } from "./areas.ts";

export type Where = Readonly<Record<string, unknown>>;

/** `remote-monitoring/alarm` and its filter → `/remote-monitoring/alarm?where={…}`. */
export const listHref = (path: string, where: Where): string => `/${path}?where=${encodeURIComponent(JSON.stringify(where))}`;

export const alarmsHref = (where: Where): string => listHref("remote-monitoring/alarm", where);
export const devicesHref = (where: Where): string => listHref("remote-monitoring/device", where);

/** The subtree of an area as a filter. */
export const inArea = (area: number): Where => ({ area: { from: area, to: subtreeEnd(area) } });
