import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const server = `http://127.0.0.1:${process.env.SUIREN_PORT ?? "8119"}`;

const FIELD = /\/src\/features\/field\//;

/**
 * Writes `sw.js` beside the pages: what the field pages need of this build, and one version over all of it. A few lines instead of a plugin with a
 * library behind it: there is one list, one rule for answering, and nothing to configure.
 */
function fieldWorker(): Plugin {
  return {
    name: "field-worker",
    apply: "build",
    enforce: "post",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((each) => each.type === "chunk");
      const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const wanted = new Set<string>();
      const take = (fileName: string, lazy: boolean): void => {
        const chunk = byFile.get(fileName);
        if (!chunk || wanted.has(fileName)) return;
        wanted.add(fileName);
        const { importedCss, importedAssets } = (
          chunk as { readonly viteMetadata?: { readonly importedCss: Set<string>; readonly importedAssets: Set<string> } }
        ).viteMetadata ?? {
          importedCss: new Set(),
          importedAssets: new Set(),
        };
        for (const file of [...importedCss, ...importedAssets]) wanted.add(file);
        for (const file of chunk.imports) take(file, lazy);
        if (lazy) for (const file of chunk.dynamicImports) take(file, true);
      };
      for (const chunk of chunks) {
        if (chunk.isEntry) take(chunk.fileName, false);
        if (chunk.moduleIds.some((id) => FIELD.test(id))) take(chunk.fileName, true);
      }
      for (const fileName of Object.keys(bundle)) if (/\.(woff2|svg)$/.test(fileName)) wanted.add(fileName);
      const files = ["/", "/favicon.svg", "/field.webmanifest", ...[...wanted].sort().map((file) => `/${file}`)];
      const text = readFileSync(new URL("./src/features/field/worker/sw.js", import.meta.url), "utf8");
      const html = bundle["index.html"];
      const version = createHash("sha256")
        .update(JSON.stringify(files) + text + (html?.type === "asset" ? String(html.source) : ""))
        .digest("hex")
        .slice(0, 12);
      this.emitFile({
        type: "asset",
        fileName: "sw.js",
        source: text.replace("__FILES__", JSON.stringify(files)).replace("__VERSION__", JSON.stringify(version)),
      });
    },
  };
}

export default defineConfig({
  plugins: [react(), fieldWorker()],
  build: { outDir: "dist", target: "es2023", chunkSizeWarningLimit: 1_200, reportCompressedSize: false },
  worker: { format: "es" },
  server: { host: "127.0.0.1", proxy: { "/api": { target: server, changeOrigin: false } } },
});
