/**
 * What a GeoJSON feature is on a base map. An office's files say it with a word of their own (`layer`, 图层, 类型) or with OpenStreetMap's
 * tags; a shape that says nothing is drawn by its shape. Names of layers and kinds follow the Protomaps basemap, so one style draws both.
 */
export type Shape = "point" | "line" | "polygon";
export type Place = {
  readonly layer: "roads" | "buildings" | "landuse" | "water" | "places";
  readonly kind: string;
  /** From this zoom on; what is small does not crowd a view of the city. */
  readonly minZoom: number;
};
type Tags = Readonly<Record<string, unknown>>;

const text = (tags: Tags, ...names: readonly string[]): string => {
  for (const name of names) {
    const value = tags[name];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    if (typeof value === "number") return String(value);
  }
  return "";
};

export const nameOf = (tags: Tags): string => text(tags, "name:zh", "name", "NAME", "Name", "名称", "路名");

const road = (kind: string, minZoom: number): Place => ({ layer: "roads", kind, minZoom });
const green: Place = { layer: "landuse", kind: "park", minZoom: 10 };
const block: Place = { layer: "landuse", kind: "residential", minZoom: 10 };
const water: Place = { layer: "water", kind: "water", minZoom: 7 };
const building: Place = { layer: "buildings", kind: "building", minZoom: 13 };

const highways: Readonly<Record<string, Place>> = {
  motorway: road("highway", 7),
  trunk: road("highway", 8),
  primary: road("major_road", 9),
  secondary: road("major_road", 10),
  tertiary: road("minor_road", 11),
  residential: road("minor_road", 12),
  unclassified: road("minor_road", 12),
  living_street: road("minor_road", 13),
  road: road("minor_road", 12),
  service: road("minor_road", 14),
  pedestrian: road("path", 13),
};
const WAY: Place = road("path", 14);

const greens = new Set(["park", "garden", "forest", "wood", "grass", "grassland", "meadow", "scrub", "heath", "orchard", "vineyard"]);
const moreGreens = [
  "recreation_ground",
  "village_green",
  "cemetery",
  "allotments",
  "plant_nursery",
  "golf_course",
  "nature_reserve",
  "pitch",
];
for (const each of moreGreens) greens.add(each);
const waters = new Set(["water", "river", "riverbank", "lake", "reservoir", "basin", "stream", "canal", "wetland", "dock", "bay"]);
const blocks = new Set(["residential", "commercial", "industrial", "retail", "construction", "education", "institutional", "railway"]);

/** An office's own words, asked as the beginning of what it wrote. */
const words: readonly (readonly [beginning: RegExp, place: Place])[] = [
  [/^(expressway|motorway|高速|快速路)/i, road("highway", 7)],
  [/^(main|major|primary|主干|国道|省道|一级)/i, road("major_road", 9)],
  [/^(secondary|次干|县道)/i, road("major_road", 10)],
  [/^(rail|铁路|轨道)/i, road("rail", 11)],
  [/^(road|street|道路|街|巷|支路|城市道路)/i, road("minor_road", 12)],
  [/^(building|建筑|房屋|楼)/i, building],
  [/^(green|park|forest|wood|绿|公园|林|草)/i, green],
  [/^(water|river|lake|水|河|湖|江)/i, water],
  [/^(block|land|residential|街区|地块|用地|居民地)/i, block],
  [/^(place|village|town|地名|村|居民点)/i, { layer: "places", kind: "locality", minZoom: 12 }],
];

/** Undefined for what a base map does not show. */
export function classify(tags: Tags, shape: Shape): Place | undefined {
  const placed = byTags(tags) ?? byWord(text(tags, "layer", "class", "kind", "type", "fclass", "图层", "类型", "要素"));
  if (placed) return fits(placed, shape) ? placed : undefined;
  if (shape === "line") return road("minor_road", 12);
  return shape === "polygon" ? block : undefined;
}

function byTags(tags: Tags): Place | undefined {
  const [highway, place] = [text(tags, "highway"), text(tags, "place")];
  if (highway) return highways[highway.replace(/_link$/, "")] ?? WAY;
  if (text(tags, "railway")) return road("rail", 11);
  if (text(tags, "building")) return text(tags, "building") === "no" ? undefined : building;
  for (const name of ["water", "waterway", "natural", "leisure", "landuse"]) {
    const value = text(tags, name);
    if (value === "") continue;
    if (name === "water" || waters.has(value)) return value === "stream" ? { ...water, minZoom: 11 } : water;
    if (greens.has(value)) return green;
    if (blocks.has(value)) return block;
  }
  if (place) return { layer: "places", kind: "locality", minZoom: ["city", "town"].includes(place) ? 8 : 12 };
  return undefined;
}

const byWord = (word: string): Place | undefined =>
  highways[word] ?? (greens.has(word) ? green : waters.has(word) ? water : words.find(([beginning]) => beginning.test(word))?.[1]);

/** A tree is no wood and a pump no lake: areas need an area, names a point; a river may be either. */
function fits({ layer }: Place, shape: Shape): boolean {
  if (layer === "places") return shape === "point";
  if (layer === "roads") return shape === "line";
  return layer === "water" ? shape !== "point" : shape === "polygon";
}
