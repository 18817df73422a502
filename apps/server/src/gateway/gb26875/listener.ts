/** The sockets connections come in by: TCP, and TLS where a certificate is given. */
import { readFileSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { Config } from "#platform/config.ts";
import type { Log } from "#platform/log.ts";
import type { Transport } from "./arrival.ts";
import type { GatewayLimits } from "./limits.ts";

const BACKLOG = 4_096;
/** A peer that vanished without a word is noticed by the network before its silence is up. */
const KEEP_ALIVE_MS = 60_000;

export type Listener = { readonly port: number; close(): void };
type Accept = (socket: Socket, transport: Transport) => void;

export async function listenTcp(port: number, config: Config, limits: GatewayLimits, log: Log, accept: Accept): Promise<Listener> {
  const server = createServer({ noDelay: true, keepAlive: true, keepAliveInitialDelay: KEEP_ALIVE_MS }, (socket) => accept(socket, "tcp"));
  return listen(server, port, config.host, limits, log);
}

/** @returns null where the configuration names no certificate */
export async function listenTls(config: Config, limits: GatewayLimits, log: Log, accept: Accept): Promise<Listener | null> {
  if (!config.gb26875Tls) return null;
  const { port, certFile, keyFile } = config.gb26875Tls;
  const server = createTlsServer(
    { cert: readFileSync(certFile), key: readFileSync(keyFile), handshakeTimeout: limits.halfFrameMs, noDelay: true },
    (socket) => accept(socket, "tls"),
  );
  server.on("tlsClientError", (_, socket) => socket.destroy());
  return listen(server, port, config.host, limits, log);
}

/** The server's own bound also counts connections that are not through their handshake. */
function listen(server: Server, port: number, host: string, limits: GatewayLimits, log: Log): Promise<Listener> {
  server.maxConnections = limits.mostConnections;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host, backlog: BACKLOG }, () => {
      server.off("error", reject);
      server.on("error", (error) => log.warn({ err: error }, "gateway listener"));
      const bound = server.address();
      resolve({ port: typeof bound === "object" && bound ? bound.port : port, close: () => void server.close() });
    });
  });
}
