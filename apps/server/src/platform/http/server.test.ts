/** Who calls, and how safely, as a reverse proxy tells it. */
import { expect, it } from "vitest";
import { readConfig } from "../config.ts";
import { orThrow } from "../result.ts";
import type { Services } from "../services.ts";
import { cookiesOf } from "./cookies.ts";
import { createServer } from "./server.ts";

const asked = async (trusted: string, remoteAddress: string) => {
  const config = orThrow(readConfig({ SUIREN_TRUSTED_PROXIES: trusted }, "/"));
  const server = await createServer({ config } as Services, () => Promise.resolve(null));
  server.get("/who", (request, reply) => {
    cookiesOf(request, reply).set("suiren", "x", { maxAgeSeconds: 60 });
    return { address: request.ip };
  });
  const headers = { "x-forwarded-for": "203.0.113.9", "x-forwarded-proto": "https" };
  const answer = await server.inject({ method: "GET", url: "/who", remoteAddress, headers });
  await server.close();
  return { address: answer.json<{ address: string }>().address, secure: String(answer.headers["set-cookie"]).includes("; Secure") };
};

it("a proxy on another machine is believed when it is named, and only then", async () => {
  const told = { address: "203.0.113.9", secure: true };
  expect(await asked("", "10.2.0.7")).toEqual({ address: "10.2.0.7", secure: false });
  expect(await asked("10.2.0.0/16", "10.2.0.7")).toEqual(told);
  expect(await asked("10.2.0.0/16", "10.3.0.7")).toEqual({ address: "10.3.0.7", secure: false });
  expect(await asked("10.2.0.0/16", "127.0.0.1")).toEqual(told);
});
