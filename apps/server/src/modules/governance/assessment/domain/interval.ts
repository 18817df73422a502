/**
 * How sure a figure is when little was counted, at 95 %. Shares of a sample: Wilson's score interval. Counts (fires, deaths): the exact Poisson
 * interval, whose ends are quantiles of the Gamma distribution. A register that holds everything has no error of sampling, and none is given.
 */
export type Interval = { readonly low: number; readonly high: number };
export const sampleKinds = ["none", "wilson", "poisson"] as const;
export type SampleKind = (typeof sampleKinds)[number];

const Z95 = 1.959963984540054;

/** @returns the share's interval within 0…1; undefined where nothing was asked. */
export function wilson(hits: number, of: number, z = Z95): Interval | undefined {
  if (of <= 0 || hits < 0 || hits > of) return undefined;
  const p = hits / of;
  const zz = (z * z) / of;
  const centre = (p + zz / 2) / (1 + zz);
  const half = (z * Math.sqrt((p * (1 - p)) / of + zz / (4 * of))) / (1 + zz);
  // At the ends the interval reaches 0 and 1 exactly; arithmetic may miss them by a hair.
  return { low: hits === 0 ? 0 : Math.max(0, centre - half), high: hits === of ? 1 : Math.min(1, centre + half) };
}

/** Logarithm of the Gamma function, after Lanczos (g = 7, nine terms): about fifteen digits for x > 0. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const t = x - 1 + 7.5;
  const sum = LANCZOS.reduce((all, term, i) => (i === 0 ? term : all + term / (x - 1 + i)), 0);
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}
const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
  -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
];

/** Lower part of the Gamma distribution with shape a at x: a series below the mean, a continued fraction above it. */
export function gammaBelow(a: number, x: number): number {
  if (x <= 0) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let n = 1; n < 10_000 && term > sum * 1e-16; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return front * sum;
  }
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const step = -n * (n - a);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return 1 - front * fraction;
}

/** The x below which a part p of the Gamma distribution with shape a lies, by halving. */
export function gammaQuantile(p: number, a: number): number {
  let [low, high] = [0, a + 10 * Math.sqrt(a) + 20];
  for (let i = 0; i < 200 && high - low > 1e-12 * Math.max(1, high); i++) {
    const middle = (low + high) / 2;
    if (gammaBelow(a, middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Exact interval of a count (Garwood). Of nothing seen: from 0 to 3.69. */
export function poisson(count: number): Interval | undefined {
  if (count < 0 || !Number.isFinite(count)) return undefined;
  return { low: count === 0 ? 0 : gammaQuantile(0.025, count), high: gammaQuantile(0.975, count + 1) };
}
