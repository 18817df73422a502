/** Who may know whom (docs/house-style.md §2). The rules come from the module manifests, so a new module is covered the day it exists. */
import { existsSync, readdirSync, readFileSync } from "node:fs";

const SRC = "apps/server/src";
const wings = readdirSync(`${SRC}/modules`);
const modules = wings.flatMap((wing) =>
  readdirSync(`${SRC}/modules/${wing}`)
    .filter((name) => existsSync(`${SRC}/modules/${wing}/${name}/module.json`))
    .map((name) => JSON.parse(readFileSync(`${SRC}/modules/${wing}/${name}/module.json`, "utf8"))),
);
const features = existsSync("apps/web/src/features") ? readdirSync("apps/web/src/features") : [];
const forbid = (name, from, to) => ({ name, severity: "error", from: { pathNot: "\\.test\\.tsx?$", ...from }, to });

export default {
  forbidden: [
    forbid("no-cycles", {}, { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } }),
    forbid("platform-knows-no-module", { path: `^${SRC}/platform/` }, { path: `^${SRC}/(modules|gateway)/` }),
    forbid(
      "domain-is-pure",
      { path: `^${SRC}/modules/[^/]+/[^/]+/domain/` },
      {
        pathNot: [
          "/domain/",
          "/signal\\.ts$",
          `^${SRC}/platform/(result|values)\\.ts$`,
          "node_modules/zod/",
          "node_modules/polyclip-ts/",
          "node_modules/gcoord/",
        ],
      },
    ),
    forbid(
      "enter-by-the-door",
      { path: `^${SRC}/modules/[^/]+/([^/]+)/` },
      { path: `^${SRC}/modules/`, pathNot: ["/$1/", "/index\\.ts$"] },
    ),
    forbid("gateway-enters-by-the-door", { path: `^${SRC}/gateway/` }, { path: `^${SRC}/modules/`, pathNot: "/index\\.ts$" }),
    forbid(
      "codec-depends-on-nothing",
      { path: "^packages/gb26875/src/", pathNot: "(\\.test|/testing)\\.ts$" },
      { pathNot: "^packages/gb26875/src/" },
    ),
    forbid("client-depends-on-nothing", { path: "^packages/api-client/src/" }, { pathNot: "^packages/api-client/src/" }),
    forbid("web-knows-the-server-by-its-client", { path: "^apps/web/" }, { path: "^apps/server/" }),
    ...modules.map(({ name, dependsOn }) =>
      forbid(
        `${name}-uses-only-what-it-declares`,
        { path: `/modules/[^/]+/${name}/` },
        { path: `^${SRC}/modules/`, pathNot: [name, ...dependsOn].map((each) => `/modules/[^/]+/${each}/`) },
      ),
    ),
    // The standard screens drawn from the declarations serve every feature.
    ...features.map((name) =>
      forbid(
        `feature-${name}-imports-no-other`,
        { path: `^apps/web/src/features/${name}/` },
        { path: "^apps/web/src/features/", pathNot: `^apps/web/src/features/(${name}|ledger|cases)/` },
      ),
    ),
    forbid(
      "ui-knows-no-feature",
      { path: "^apps/web/src/(ui|lib)/" },
      { path: "^apps/web/src/(features|app)/", pathNot: "^apps/web/src/app/theme/" },
    ),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(/dist/|\\.how-to-)" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js"],
    },
  },
};
