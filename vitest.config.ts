import { defineConfig } from "vitest/config";

const common = { environment: "node" as const, testTimeout: 20_000, hookTimeout: 60_000 };

/** Three kinds of tests, cheapest first: pure ones, those on a real PostgreSQL, journeys in a real browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...common,
          name: "pure",
          include: ["apps/**/*.test.{ts,tsx}", "packages/**/*.test.ts", "tools/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**", "**/*.db.test.ts", "**/*.journey.test.ts"],
        },
      },
      {
        test: {
          ...common,
          name: "database",
          include: ["apps/**/*.db.test.ts", "tools/**/*.db.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          globalSetup: ["apps/server/test/global-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          ...common,
          name: "journeys",
          globalSetup: ["apps/web/journeys/global-setup.ts"],
          include: ["apps/**/*.journey.test.ts", "tools/**/*.journey.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
});
