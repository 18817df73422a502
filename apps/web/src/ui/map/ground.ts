/**
 * The base map beneath everything: which of its layers is a road, a house, water, and how quietly each is drawn. Colours are the theme's.
 * Known schemas: Protomaps basemap, OpenMapTiles, Shortbread; layers of an unknown one are drawn by shape alone.
 */
import type { ExpressionSpecification, FilterSpecification, LayerSpecification, SourceSpecification } from "maplibre-gl";
import { type Theme, tokens } from "../../app/theme/theme.ts";
import type { Ground } from "./types.ts";

type Role = "block" | "green" | "water" | "stream" | "building" | "path" | "rail" | "minor" | "main" | "roadName" | "mainName" | "place";
type Part = { readonly layer: string; readonly where?: FilterSpecification };
type Scheme = Readonly<Partial<Record<Role, readonly Part[]>>>;

/** A layer's features whose field has one of the values. Older Protomaps files write `pmap:kind`. */
const those = (layer: string, field: string, ...values: readonly string[]): Part => ({
  layer,
  where: ["match", ["coalesce", ["get", field], ["get", `pmap:${field}`], ""], [...values], true, false],
});
const all = (layer: string): Part => ({ layer });

const GREENS = [
  "park",
  "garden",
  "forest",
  "wood",
  "grass",
  "grassland",
  "meadow",
  "cemetery",
  "golf_course",
  "nature_reserve",
  "pitch",
] as const;
const BLOCKS = ["residential", "commercial", "industrial", "retail", "school", "university", "college", "hospital", "railway"] as const;
const MAIN = ["motorway", "trunk", "primary", "secondary"] as const;
const MINOR = ["tertiary", "unclassified", "residential", "living_street", "road", "minor", "service", "busway"] as const;
const PATHS = ["path", "track", "pedestrian", "footway", "cycleway", "steps", "bridleway"] as const;

const schemes: Readonly<Record<"protomaps" | "openmaptiles" | "shortbread", Scheme>> = {
  protomaps: {
    block: [those("landuse", "kind", ...BLOCKS)],
    green: [those("landuse", "kind", ...GREENS), those("landcover", "kind", "forest", "grassland", "scrub")],
    water: [all("water")],
    stream: [all("water"), all("physical_line")],
    building: [all("buildings")],
    path: [those("roads", "kind", "path", "other")],
    rail: [those("roads", "kind", "rail")],
    minor: [those("roads", "kind", "minor_road", "medium_road")],
    main: [those("roads", "kind", "highway", "major_road")],
    roadName: [those("roads", "kind", "minor_road", "medium_road")],
    mainName: [those("roads", "kind", "highway", "major_road")],
    place: [all("places")],
  },
  openmaptiles: {
    block: [those("landuse", "class", ...BLOCKS)],
    green: [those("landcover", "class", "wood", "grass", "farmland"), those("landuse", "class", "cemetery", "pitch"), all("park")],
    water: [all("water")],
    stream: [all("waterway")],
    building: [all("building")],
    path: [those("transportation", "class", ...PATHS)],
    rail: [those("transportation", "class", "rail", "transit")],
    minor: [those("transportation", "class", ...MINOR)],
    main: [those("transportation", "class", ...MAIN)],
    roadName: [those("transportation_name", "class", ...MINOR)],
    mainName: [those("transportation_name", "class", ...MAIN)],
    place: [those("place", "class", "town", "village", "suburb", "quarter", "neighbourhood")],
  },
  shortbread: {
    block: [those("land", "kind", ...BLOCKS), those("sites", "kind", "school", "university", "hospital")],
    green: [those("land", "kind", ...GREENS, "scrub", "village_green", "recreation_ground", "orchard")],
    water: [all("ocean"), all("water_polygons")],
    stream: [all("water_lines")],
    building: [all("buildings")],
    path: [those("streets", "kind", ...PATHS)],
    rail: [those("streets", "kind", "rail", "light_rail", "subway")],
    minor: [those("streets", "kind", ...MINOR)],
    main: [those("streets", "kind", ...MAIN)],
    roadName: [those("street_labels", "kind", ...MINOR)],
    mainName: [those("street_labels", "kind", ...MAIN)],
    place: [those("place_labels", "kind", "town", "village", "suburb", "quarter", "neighbourhood")],
  },
};

/** From below upwards. */
const order: readonly Role[] = ["block", "green", "water", "stream", "building", "path", "rail", "minor", "main"];
const names: readonly Role[] = ["place", "roadName", "mainName"];

const width = (...stops: readonly number[]): ExpressionSpecification => ["interpolate", ["exponential", 1.5], ["zoom"], ...stops] as never;
const WIDTHS = {
  main: width(7, 0.6, 11, 1.8, 14, 6, 16, 14, 18, 30),
  minor: width(11, 0.4, 13, 1.6, 15, 5, 16, 9, 18, 20),
  path: width(13, 0.5, 16, 2, 18, 5),
  rail: width(10, 0.5, 16, 1.6),
  stream: width(8, 0.5, 14, 2, 18, 8),
};
const cased = (role: "main" | "minor") =>
  role === "main" ? width(7, 1, 11, 3, 14, 7.6, 16, 16, 18, 32.5) : width(11, 0.6, 13, 2.6, 15, 6.4, 16, 10.6, 18, 22);

type Colours = (typeof tokens.map)["light"];

function paintOf(role: Role, map: Colours): readonly Pick<LayerSpecification, "type" | "paint" | "layout" | "minzoom" | "maxzoom">[] {
  const round = { "line-cap": "round", "line-join": "round" } as const;
  const line = (colour: string, size: ExpressionSpecification, minzoom = 0) => ({
    type: "line" as const,
    minzoom,
    layout: round,
    paint: { "line-color": colour, "line-width": size },
  });
  const fill = (colour: string, edge?: string) => ({
    type: "fill" as const,
    paint: { "fill-color": colour, ...(edge ? { "fill-outline-color": edge } : {}) },
  });
  switch (role) {
    case "block":
      return [fill(map.block)];
    case "green":
      return [fill(map.green)];
    case "water":
      return [fill(map.water)];
    case "stream":
      return [line(map.water, WIDTHS.stream)];
    case "building":
      return [{ ...fill(map.building, map.buildingLine), minzoom: 13 }];
    case "path":
      return [line(map.roadCase, WIDTHS.path, 14)];
    case "rail":
      return [line(map.buildingLine, WIDTHS.rail, 10)];
    case "minor":
      return [line(map.roadCase, cased("minor"), 11), line(map.road, WIDTHS.minor, 11)];
    case "main":
      return [line(map.mainCase, cased("main")), line(map.mainRoad, WIDTHS.main)];
    default:
      return [];
  }
}

/** What is written along a road or at a place: the Chinese name where there is one. */
const NAME: ExpressionSpecification = ["coalesce", ["get", "name:zh-Hans"], ["get", "name:zh"], ["get", "name"], ["get", "name:latin"], ""];
const LABEL_FONT = ["Noto Sans Regular"];

function nameLayer(role: Role, map: Colours): Pick<LayerSpecification, "type" | "paint" | "layout" | "minzoom"> {
  const paint = { "text-color": map.label, "text-halo-color": map.halo, "text-halo-width": 1.3 };
  const text = { "text-field": NAME, "text-font": LABEL_FONT };
  if (role === "place") return { type: "symbol", minzoom: 11, layout: { ...text, "text-size": 12, "text-max-width": 8 }, paint };
  const isMain = role === "mainName";
  const along = { "symbol-placement": "line", "symbol-spacing": 320, "text-max-angle": 35, "text-padding": 6 } as const;
  return { type: "symbol", minzoom: isMain ? 13 : 15, layout: { ...text, ...along, "text-size": isMain ? 12.5 : 11.5 }, paint };
}

const SOURCE = "ground";
/** A layer drawn as a shape must have that shape: water may be an area or a line, an unknown layer anything. */
const shaped = (shape: "Polygon" | "LineString", where: FilterSpecification | undefined): FilterSpecification => [
  "all",
  ["==", ["geometry-type"], shape],
  ...(where ? [where as ExpressionSpecification] : []),
];

/** Where the tiles come from. MapLibre wants whole addresses. */
export const groundSource = ({ id, kind, minZoom, maxZoom, bounds }: Ground, origin: string): SourceSpecification => ({
  type: kind === "mvt" ? "vector" : "raster",
  tiles: [`${origin}/api/v1/base-maps/${id}/tiles/{z}/{x}/{y}`],
  minzoom: minZoom,
  maxzoom: maxZoom,
  bounds: [...bounds],
  ...(kind === "mvt" ? {} : { tileSize: 256 }),
});

export type GroundLayers = { readonly ground: readonly LayerSpecification[]; readonly names: readonly LayerSpecification[] };

/** Ground goes beneath our own layers, names between them and our marks. */
export function groundLayers({ kind, schema, layers }: Ground, theme: Theme): GroundLayers {
  const map: Colours = tokens.map[theme];
  if (kind !== "mvt") return { ground: [{ id: "ground-picture", type: "raster", source: SOURCE }], names: [] };
  if (schema === null || schema === "generic") return { ground: layers.flatMap((layer) => byShape(layer, map)), names: [] };
  const scheme = schemes[schema];
  const here = new Set(layers);
  const partsOf = (role: Role) => (scheme[role] ?? []).filter(({ layer }) => here.has(layer));
  return {
    ground: order.flatMap((role) =>
      paintOf(role, map).flatMap((look, over) =>
        partsOf(role).map(({ layer, where }, i) => {
          const filter = look.type === "fill" ? shaped("Polygon", where) : shaped("LineString", where);
          return { id: `ground-${role}-${over}-${i}`, source: SOURCE, "source-layer": layer, ...look, filter } as LayerSpecification;
        }),
      ),
    ),
    names: names.flatMap((role) =>
      partsOf(role).map(
        ({ layer, where }, i) =>
          ({
            id: `ground-${role}-${i}`,
            source: SOURCE,
            "source-layer": layer,
            ...nameLayer(role, map),
            ...(where ? { filter: where } : {}),
          }) as LayerSpecification,
      ),
    ),
  };
}

function byShape(layer: string, map: Colours): readonly LayerSpecification[] {
  const common = { source: SOURCE, "source-layer": layer };
  return [
    {
      id: `ground-area-${layer}`,
      ...common,
      type: "fill",
      filter: shaped("Polygon", undefined),
      paint: { "fill-color": map.block, "fill-outline-color": map.buildingLine },
    },
    {
      id: `ground-line-${layer}`,
      ...common,
      type: "line",
      filter: shaped("LineString", undefined),
      paint: { "line-color": map.roadCase, "line-width": WIDTHS.minor },
    },
  ];
}
