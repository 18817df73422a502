/** Prometheus counters of this process. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, register } from "prom-client";

let collecting = false;
export async function metricsText(): Promise<string> {
  if (!collecting) collectDefaultMetrics();
  collecting = true;
  return register.metrics();
}

export const counter = (name: string, help: string, labelNames: readonly string[] = []) =>
  new Counter({ name: `suiren_${name}`, help, labelNames: [...labelNames] });
export const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
  new Gauge({ name: `suiren_${name}`, help, labelNames: [...labelNames] });
export const histogram = (name: string, help: string, buckets: readonly number[]) =>
  new Histogram({ name: `suiren_${name}`, help, buckets: [...buckets] });
