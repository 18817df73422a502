/** Stands in for the dispatch system of 119: takes CAP messages over HTTP, answers at once, keeps what came and when. */
import { once } from "node:events";
import { createServer } from "node:http";

export type Received = { readonly at: number; readonly contentType: string; readonly body: string };
export type Dispatch = { readonly url: string; readonly received: readonly Received[]; close(): Promise<void> };

export async function startDispatch(): Promise<Dispatch> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      received.push({ at: Date.now(), contentType: request.headers["content-type"] ?? "", body: Buffer.concat(pieces).toString("utf8") });
      response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end("已接收");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return {
    url: `http://127.0.0.1:${address.port}/cap`,
    received,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
