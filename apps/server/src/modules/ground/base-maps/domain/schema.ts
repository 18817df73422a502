/** Which of the known vector schemas a base map follows, told by the names of its layers. An unknown one is drawn by shape alone. */
export const schemas = ["protomaps", "openmaptiles", "shortbread", "generic"] as const;
export type Schema = (typeof schemas)[number];

/** Layers that only this schema has; two of them tell it. */
const tellTale: Readonly<Record<Exclude<Schema, "generic">, readonly string[]>> = {
  openmaptiles: ["transportation", "transportation_name", "landcover", "landuse", "waterway", "building", "water_name"],
  shortbread: ["streets", "street_labels", "water_polygons", "water_lines", "land", "sites", "place_labels"],
  protomaps: ["roads", "buildings", "landuse", "earth", "water", "places", "landcover"],
};

export function schemaOf(layers: readonly string[]): Schema {
  const names = new Set(layers);
  // `roads`, `water` and `buildings` are everybody's words: the more particular schemas are asked first.
  for (const schema of ["openmaptiles", "shortbread", "protomaps"] as const)
    if (tellTale[schema].filter((name) => names.has(name)).length >= 2) return schema;
  return "generic";
}

/** The layers a base map names in its metadata; none when it names none. */
export function layersOf(metadata: unknown): readonly string[] {
  const listed = typeof metadata === "object" && metadata !== null && "vector_layers" in metadata ? metadata.vector_layers : [];
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((each: unknown) =>
    typeof each === "object" && each !== null && "id" in each && typeof each.id === "string" ? [each.id] : [],
  );
}

const LAYER = 3;
const NAME = 1;

/** Names of the layers inside one vector tile, for a file that does not list them. Only the outer two levels of the protobuf are read. */
export function layersInTile(tile: Uint8Array): readonly string[] {
  const names: string[] = [];
  for (const layer of fieldsOf(tile, LAYER)) {
    const name = fieldsOf(layer, NAME)[0];
    if (name) names.push(new TextDecoder().decode(name));
  }
  return names;
}

/** The length-delimited fields of one number; stops at bytes that are no protobuf. */
function fieldsOf(bytes: Uint8Array, wanted: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  let at = 0;
  const number = (): number => {
    let [value, weight] = [0, 1];
    for (;;) {
      const byte = bytes[at++];
      if (byte === undefined) return Number.NaN;
      value += (byte & 0x7f) * weight;
      if (byte < 0x80) return value;
      weight *= 128;
    }
  };
  while (at < bytes.length) {
    const tag = number();
    const wire = tag % 8;
    if (wire === 0) number();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 2) {
      const length = number();
      if (Number.isNaN(length) || at + length > bytes.length) return found;
      if (Math.floor(tag / 8) === wanted) found.push(bytes.subarray(at, at + length));
      at += length;
    } else return found;
  }
  return found;
}

/** Whether a tile's bytes, decompressed, are what the header says. */
export function isOfKind(kind: "mvt" | "png" | "jpeg" | "webp", tile: Uint8Array): boolean {
  const starts = (at: number, bytes: readonly number[]) => bytes.every((byte, i) => tile[at + i] === byte);
  if (kind === "png") return starts(0, [0x89, 0x50, 0x4e, 0x47]);
  if (kind === "jpeg") return starts(0, [0xff, 0xd8, 0xff]);
  if (kind === "webp") return starts(0, [0x52, 0x49, 0x46, 0x46]) && starts(8, [0x57, 0x45, 0x42, 0x50]);
  return layersInTile(tile).length > 0;
}
