import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = `http://127.0.0.1:${process.env.SUIREN_PORT ?? "8119"}`;

export default defineConfig({
  plugins: [react()],
  build: { outDir: "dist", target: "es2023", chunkSizeWarningLimit: 1_200, reportCompressedSize: false },
  worker: { format: "es" },
  server: { host: "127.0.0.1", proxy: { "/api": { target: server, changeOrigin: false } } },
});
