import type { Meaning, Theme } from "../../app/theme/theme.ts";

export type LonLat = readonly [lon: number, lat: number];
export type Bounds = readonly [west: number, south: number, east: number, north: number];
export type MapGeometry =
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly LonLat[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly LonLat[])[])[] };
export type MapArea = {
  readonly id: string;
  readonly name: string;
  readonly geometry: MapGeometry /** Class 1…5 of the index ramp; none is plain land. */;
  readonly level?: 1 | 2 | 3 | 4 | 5 | undefined;
};
/** `[lon, lat, id, title, tone?]`, as the server's map answers them; up to 100,000. */
export type MapPoint = readonly [lon: number, lat: number, id: string, title: string, tone?: string | null];
export type MapPoints = readonly MapPoint[];
/** Few and important, drawn as page elements: alarm, station, hydrant. */
export type MapMark = {
  readonly id: string;
  readonly at: LonLat;
  /** Written beside the mark. */
  readonly label?: string | undefined;
  /** Said of a mark that has no label in sight. */
  readonly name?: string | undefined;
  readonly icon: string;
  readonly meaning: Meaning;
  readonly shape: "disc" | "square" | "diamond" /** One pulse of three beats. */;
  readonly pulse?: boolean;
};
export type MapLine = { readonly id: string; readonly path: readonly LonLat[]; readonly kind: "approach" | "rival" };

export type Datum = "cgcs2000" | "wgs84" | "gcj02" | "bd09";
/** A base map in force, as the server describes it. */
export type Ground = {
  readonly id: string;
  readonly name: string;
  readonly attribution: string;
  readonly approvalNumber: string | null;
  readonly datum: Datum;
  readonly expired: boolean;
  readonly kind: "mvt" | "png" | "jpeg" | "webp";
  readonly schema: "protomaps" | "openmaptiles" | "shortbread" | "generic" | null;
  readonly layers: readonly string[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly bounds: Bounds;
};
export type Grounds = {
  readonly light: Ground | null;
  readonly dark: Ground | null;
  /** Where whoever may import one does so. */
  readonly importHref?: string | undefined;
};

export type Edges = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

export type MapProps = {
  /** What the map lies on; undefined until it is known. */
  readonly grounds: Grounds | undefined;
  readonly areas?: readonly MapArea[] | undefined;
  readonly points?: MapPoints | undefined;
  /** Where the server's vector tiles of a crowd of points are, with {z}/{x}/{y}: too many for a list. Drawn beneath `points`. */
  readonly crowd?: string | undefined;
  readonly marks?: readonly MapMark[] | undefined;
  readonly lines?: readonly MapLine[] | undefined;
  /** Where to look first: bounds, or a place with its metres across. */
  readonly view?: { readonly bounds: Bounds } | { readonly center: LonLat; readonly metres: number } | undefined;
  readonly chosen?: string | undefined;
  readonly onChoose?: ((id: string) => void) | undefined;
  readonly onPlace?: ((at: LonLat) => void) | undefined;
  readonly controls?: boolean;
  /** Pixels left free round what is looked at; 24 unless told. By side where buttons stand on the map. */
  readonly edge?: number | Edges | undefined;
  /** For a part of the page that has a theme of its own, as the wall. */
  readonly theme?: Theme | undefined;
  readonly note?: string | undefined;
  readonly label: string;
};
