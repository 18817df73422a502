/** Configuration, read once from the environment through a schema; an unknown or impossible value stops the start with one sentence. */
import { isIP } from "node:net";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { ok, type Result, refuse } from "./result.ts";

export const roleNames = ["api", "gateway", "worker"] as const;
export type RoleName = (typeof roleNames)[number];

const port = z.coerce.number().int().min(0).max(65_535);
const settings = z.object({
  SUIREN_DATA: z.string().min(1).default(".data"),
  SUIREN_HOST: z.string().min(1).default("0.0.0.0"),
  SUIREN_PORT: port.default(8119),
  SUIREN_TRUSTED_PROXIES: z.string().default(""),
  SUIREN_GB26875_PORT: port.default(26_875),
  SUIREN_GB26875_TLS_PORT: port.optional(),
  SUIREN_TLS_CERT: z.string().optional(),
  SUIREN_TLS_KEY: z.string().optional(),
  SUIREN_MQTT_PORT: port.optional(),
  SUIREN_SEED: z.enum(["demo", "empty"]).default("demo"),
  SUIREN_CITY: z
    .string()
    .regex(/^\d{6}$/)
    .default("330800"),
  SUIREN_DEMO_PASSWORD: z.string().min(1).optional(),
  SUIREN_DISPATCH_URL: z.url().optional(),
  SUIREN_ROLES: z.string().default(roleNames.join(",")),
  SUIREN_LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error"]).default("info"),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  NATS_URL: z.string().optional(),
});

export type Config = {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Addresses and ranges of other machines whose `X-Forwarded-*` are believed; this machine's own are always. */
  readonly trustedProxies: readonly string[];
  readonly gb26875Port: number;
  readonly gb26875Tls: { readonly port: number; readonly certFile: string; readonly keyFile: string } | null;
  readonly seed: "demo" | "empty";
  /** Six-digit division code of the city or district this installation serves. */
  readonly city: string;
  readonly demoPassword: string | null;
  /** Where confirmed fire alarms are forwarded as CAP 1.2; null: not connected, and the duty seat says so. */
  readonly dispatchUrl: string | null;
  readonly roles: ReadonlySet<RoleName>;
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error";
  readonly databaseUrl: string | null;
};

/** Reads `SUIREN_*` and `DATABASE_URL`. Refuses unknown `SUIREN_` names, so a typing error does not pass in silence. */
export function readConfig(env: NodeJS.ProcessEnv, cwd: string): Result<Config> {
  const known = new Set(Object.keys(settings.shape));
  const unknown = Object.keys(env).filter((name) => name.startsWith("SUIREN_") && !known.has(name));
  if (unknown.length > 0) return refuse("invalid", "config.unknown_name", { names: unknown });
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    return refuse("invalid", "config.bad_value", { name: String(first?.path[0] ?? ""), problem: first?.message ?? "" });
  }
  const s = parsed.data;
  const roles = s.SUIREN_ROLES.split(",").map((role) => role.trim());
  const strange = roles.filter((role) => !roleNames.some((name) => name === role));
  if (strange.length > 0) return refuse("invalid", "config.unknown_role", { names: strange, known: roleNames });
  const proxies = s.SUIREN_TRUSTED_PROXIES.split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
  const noRanges = proxies.filter((each) => !isAddressOrRange(each));
  if (noRanges.length > 0) return refuse("invalid", "config.bad_proxy", { names: noRanges });
  const tls = s.SUIREN_GB26875_TLS_PORT;
  if (tls !== undefined && !(s.SUIREN_TLS_CERT && s.SUIREN_TLS_KEY)) return refuse("invalid", "config.tls_without_certificate");
  return ok({
    dataDir: isAbsolute(s.SUIREN_DATA) ? s.SUIREN_DATA : join(cwd, s.SUIREN_DATA),
    host: s.SUIREN_HOST,
    port: s.SUIREN_PORT,
    trustedProxies: proxies,
    gb26875Port: s.SUIREN_GB26875_PORT,
    gb26875Tls:
      tls !== undefined && s.SUIREN_TLS_CERT && s.SUIREN_TLS_KEY
        ? { port: tls, certFile: s.SUIREN_TLS_CERT, keyFile: s.SUIREN_TLS_KEY }
        : null,
    seed: s.SUIREN_SEED,
    city: s.SUIREN_CITY,
    demoPassword: s.SUIREN_DEMO_PASSWORD ?? null,
    dispatchUrl: s.SUIREN_DISPATCH_URL ?? null,
    roles: new Set(roleNames.filter((name) => roles.includes(name))),
    logLevel: s.SUIREN_LOG_LEVEL,
    databaseUrl: s.DATABASE_URL ?? null,
  });
}

/** `10.1.2.3`, `10.1.0.0/16`, `fd00::/8`; not `/0`, under which anybody says who he is. */
function isAddressOrRange(text: string): boolean {
  const [address = "", bits, ...more] = text.split("/");
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128));
}
