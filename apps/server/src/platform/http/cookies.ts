/** Cookies of one request and its answer. */
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Cookies } from "../route.ts";

export function cookiesOf(request: FastifyRequest, reply: FastifyReply): Cookies {
  const attributes = () => `; Path=/; HttpOnly; SameSite=Lax${request.protocol === "https" ? "; Secure" : ""}`;
  return {
    get(name) {
      for (const part of (request.headers.cookie ?? "").split(";")) {
        const [key, ...value] = part.trim().split("=");
        if (key === name) return decoded(value.join("="));
      }
      return undefined;
    },
    set: (name, value, { maxAgeSeconds }) =>
      void reply.header("set-cookie", `${name}=${encodeURIComponent(value)}; Max-Age=${Math.floor(maxAgeSeconds)}${attributes()}`),
    clear: (name) => void reply.header("set-cookie", `${name}=; Max-Age=0${attributes()}`),
  };
}

/** A cookie that is no encoded text is none of ours. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
