/** What the machine room asks of one process: is it alive, may it get requests, what does it count. */
import { z } from "zod";
import { metricsText } from "../metrics.ts";
import { ok } from "../result.ts";
import type { Declared, RawRoute } from "../route.ts";

export type Probes = {
  /** The database answers. */
  database(): Promise<boolean>;
  storing(): boolean;
  /** Code of the sentence that says why nothing is stored. */
  trouble(): string | null;
  live(): boolean;
  document(): Promise<unknown>;
};

const base = { method: "GET", tag: "运行", permission: "public", atRoot: true, input: z.object({}) } as const;
const METRICS_TYPE = "text/plain; version=0.0.4";

const alive = {
  ...base,
  path: "/healthz",
  summary: "进程存活",
  output: z.object({ ok: z.literal(true) }),
  example: { output: { ok: true } },
} as const;
const readiness = z
  .object({ database: z.boolean(), storing: z.boolean(), live: z.boolean(), why: z.object({ zh: z.string(), en: z.string() }).optional() })
  .meta({ id: "Readiness", description: "进程能否接请求、是否在存" });
const ready = {
  ...base,
  path: "/readyz",
  summary: "可以接请求",
  description: "数据库不通时答 503；storing 为网关是否在存，live 为实时推送是否连着数据库；why 在存不下去时说明原因，中英文各一句。",
  output: readiness,
  example: { output: { database: true, storing: true, live: true } },
} as const;
const metrics = {
  ...base,
  path: "/metrics",
  summary: "Prometheus 指标",
  output: z.string(),
  example: { output: "# TYPE process_cpu_seconds_total counter\nprocess_cpu_seconds_total 12.3\n" },
  sends: METRICS_TYPE,
} as const;
const document = {
  ...base,
  path: "/openapi.json",
  summary: "本接口文档",
  output: z.looseObject({ openapi: z.literal("3.1.0"), info: z.looseObject({ title: z.string(), version: z.string() }) }),
  example: { output: { openapi: "3.1.0", info: { title: "燧人 Suiren", version: "0.1.0" } } },
} as const;

export const operationsDeclared: readonly Declared[] = [alive, ready, metrics, document];

export const operationRoutes = (probes: Probes): readonly RawRoute[] => [
  { ...alive, answer: async () => ok({ ok: true }) },
  {
    ...ready,
    async answer({ reply, services }) {
      const database = await probes.database();
      if (!database) void reply.status(503);
      const trouble = probes.trouble() ?? (database ? null : "storing.database-away");
      const why = trouble ? { why: { zh: services.messages.say(trouble, {}, "zh"), en: services.messages.say(trouble, {}, "en") } } : {};
      return ok({ database, storing: probes.storing(), live: probes.live(), ...why });
    },
  },
  {
    ...metrics,
    async answer({ reply }) {
      void reply.type(METRICS_TYPE);
      return ok(await metricsText());
    },
  },
  { ...document, answer: async () => ok(await probes.document()) },
];
