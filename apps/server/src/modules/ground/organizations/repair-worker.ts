/** Runs the repair of a boundary file away from the main thread: some 3 s of computing for a city (domain/boundary.ts). */
import { parentPort, workerData } from "node:worker_threads";
import { type BoundaryDatum, repairBoundary } from "./domain/boundary.ts";

const { geojson, datum } = workerData as { readonly geojson: unknown; readonly datum: BoundaryDatum };
parentPort?.postMessage(repairBoundary(geojson, { datum }));
