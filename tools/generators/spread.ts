/** Approximate positions for towns and villages inside their county: spread evenly, streets near the seat. They stand for nothing real. */
import {
  boxOf,
  distanceM,
  type MultiPolygon,
  type Position,
  pointInPolygon,
} from "../../apps/server/src/modules/ground/organizations/domain/geometry.ts";
import type { Random } from "../../apps/server/src/modules/ground/places/demo/random.ts";

type Town = { readonly name: string };
const METRES_PER_DEGREE = 111_195;
const STREET_SPACING_M = 1_300;
/** Sample positions a site owns on average: enough for even cells, cheap enough to relax twenty times. */
const SAMPLES_PER_SITE = 80;

const away = ([lon, lat]: Position, metres: number, angle: number): Position => [
  lon + (metres * Math.cos(angle)) / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
  lat + (metres * Math.sin(angle)) / METRES_PER_DEGREE,
];

function samplesIn(shape: MultiPolygon, count: number, random: Random): Position[] {
  const { west, south, east, north } = boxOf(shape);
  const samples: Position[] = [];
  while (samples.length < count) {
    const at: Position = [west + random.next() * (east - west), south + random.next() * (north - south)];
    if (pointInPolygon(at, shape)) samples.push(at);
  }
  return samples;
}

const nearest = (at: Position, sites: readonly Position[]): number => {
  let best = { i: 0, metres: Infinity };
  for (const [i, site] of sites.entries()) {
    const metres = distanceM(at, site);
    if (metres < best.metres) best = { i, metres };
  }
  return best.i;
};

/** Lloyd's relaxation: each free site moves to the middle of the samples nearest to it; `fixed` sites only take their share. */
function relax(samples: readonly Position[], sites: readonly Position[], fixed: readonly Position[]): Position[] {
  const sums = sites.map(() => ({ lon: 0, lat: 0, n: 0 }));
  for (const at of samples) {
    const sum = sums[nearest(at, [...sites, ...fixed])];
    if (!sum) continue;
    sum.lon += at[0];
    sum.lat += at[1];
    sum.n += 1;
  }
  return sites.map((site, i): Position => {
    const sum = sums[i];
    return sum && sum.n > 0 ? [sum.lon / sum.n, sum.lat / sum.n] : site;
  });
}

/** Streets on a sunflower spiral around the seat, inside the shape. */
function spiral(shape: MultiPolygon, seat: Position, count: number): Position[] {
  const positions: Position[] = [];
  for (let turn = 1; positions.length < count && turn < 10_000; turn++) {
    const at = away(seat, STREET_SPACING_M * Math.sqrt(turn), turn * 2.399963);
    if (pointInPolygon(at, shape)) positions.push(at);
  }
  return positions;
}

/** A position per town, in their order, all inside the shape. */
export function spreadPoints(given: {
  readonly shape: MultiPolygon;
  readonly seat: Position;
  readonly towns: readonly Town[];
  readonly random: Random;
}): Position[] {
  const { shape, seat, towns, random } = given;
  const streets = towns.filter((t) => t.name.endsWith("街道"));
  const aroundSeat = streets.length < towns.length * 0.7 ? spiral(shape, seat, streets.length) : [];
  const samples = samplesIn(shape, towns.length * SAMPLES_PER_SITE, random);
  let free = samples.slice(0, towns.length - aroundSeat.length);
  for (let round = 0; round < 20; round++) free = relax(samples, free, aroundSeat);
  // a middle may fall outside a bent county: the nearest sample is inside
  const inside = free.map((at): Position => (pointInPolygon(at, shape) ? at : (samples[nearest(at, samples)] ?? at)));
  const [streetQueue, otherQueue] = [[...aroundSeat], [...inside]];
  return towns.map((town) => {
    const at = (town.name.endsWith("街道") && streetQueue.shift()) || otherQueue.shift() || streetQueue.shift();
    if (!at) throw new Error(`no position left for ${town.name}`);
    return at;
  });
}

/** `count` positions around a town's own, apart from each other, inside the shape and nearer to this town than to any other. */
export function surroundingPoints(given: {
  readonly shape: MultiPolygon;
  readonly centre: Position;
  readonly others: readonly Position[];
  readonly count: number;
  readonly random: Random;
}): Position[] {
  const { shape, centre, others, count, random } = given;
  const neighbour = Math.min(...others.filter((o) => o !== centre).map((o) => distanceM(centre, o)), 12_000);
  const chosen: Position[] = [];
  const candidate = (): Position => {
    for (let tries = 0; tries < 40; tries++) {
      const at = away(centre, neighbour * 0.75 * Math.sqrt(random.next()), random.next() * 2 * Math.PI);
      if (pointInPolygon(at, shape) && others[nearest(at, others)] === centre) return at;
    }
    return away(centre, 60 * random.next(), random.next() * 2 * Math.PI);
  };
  while (chosen.length < count) {
    const candidates = Array.from({ length: 6 }, candidate).filter((at) => pointInPolygon(at, shape));
    const gap = (at: Position): number => Math.min(...chosen.map((c) => distanceM(at, c)), 1e6);
    chosen.push(candidates.sort((a, b) => gap(b) - gap(a))[0] ?? centre);
  }
  return chosen;
}
