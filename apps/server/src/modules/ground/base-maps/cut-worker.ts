/** Runs the cutting of a GeoJSON away from the main thread: a minute of computing and a gigabyte of memory at most (cut.ts). */
import { parentPort, workerData } from "node:worker_threads";
import { cutGeojson } from "./cut.ts";

const { from, to } = workerData as { readonly from: string; readonly to: string };
parentPort?.postMessage(await cutGeojson(from, to));
