/** Settings for the machine at hand. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { settingsFile, tune } from "./tuning.ts";

const GB = 1024 ** 3;

it("two cores and 8 GB get 512 MB of shared buffers and few helper processes", () => {
  expect(tune(8 * GB, 2)).toMatchObject({
    shared_buffers: "512MB",
    work_mem: "16MB",
    io_workers: "2",
    max_parallel_workers_per_gather: "1",
  });
});

it("a commit is on disk before it is acknowledged, on every machine", () => {
  const anyMachine = fc.property(fc.integer({ min: 256, max: 4_000_000 }), fc.integer({ min: 1, max: 512 }), (memoryMb, cores) => {
    const settings = tune(memoryMb * 1024 * 1024, cores);
    expect(settings).toMatchObject({ fsync: "on", synchronous_commit: "on", full_page_writes: "on" });
    expect(Number.parseInt(settings.shared_buffers ?? "", 10)).toBeLessThanOrEqual(1_024);
  });
  fc.assert(anyMachine);
});

it("a quote in a value cannot end it", () => {
  expect(settingsFile({ application_name: "it's" })).toContain("application_name = 'it''s'\n");
});
