/** How a person likes a screen (columns and their widths): kept on the server, so that it follows him to whatever desk he sits at. */
import { sql } from "kysely";
import { z } from "zod";
import { ok, refuse } from "../result.ts";
import { type Route, route } from "../route.ts";

const name = z.string().regex(/^[a-z][a-zA-Z0-9.-]{0,119}$/);
const LIMIT_BYTES = 8_000;
const MOST = 300;
const base = { tag: "偏好", permission: "signed-in" } as const;

export const preferenceRoutes: readonly Route[] = [
  route({
    ...base,
    method: "GET",
    path: "/preferences",
    summary: "我的界面偏好",
    input: z.object({}),
    output: z.object({ preferences: z.record(z.string(), z.unknown()) }),
    async run({ tx, actor }) {
      const { rows } = await sql<{
        name: string;
        value: unknown;
      }>`select name, value from platform.preference where user_id = ${actor.userId}`.execute(tx);
      return ok({ preferences: Object.fromEntries(rows.map((row) => [row.name, row.value])) });
    },
  }),
  route({
    ...base,
    method: "PATCH",
    path: "/preferences",
    summary: "记下一项界面偏好",
    input: z.object({ name, value: z.unknown() }),
    output: z.object({}),
    example: { input: { name: "columns.places.unit", value: { shown: ["name", "kind"], widths: { name: 220 } } } },
    async run({ tx, actor }, { name: of, value }) {
      const text = JSON.stringify(value ?? null);
      if (text.length > LIMIT_BYTES) return refuse("invalid", "http.too_large", { limit: `${LIMIT_BYTES} B` });
      if (value === null || value === undefined) {
        await sql`delete from platform.preference where user_id = ${actor.userId} and name = ${of}`.execute(tx);
        return ok({});
      }
      await sql`insert into platform.preference (user_id, name, value)
        select ${actor.userId}, ${of}, ${text}::jsonb
        where (select count(*) from platform.preference where user_id = ${actor.userId}) < ${MOST}
          or exists (select 1 from platform.preference where user_id = ${actor.userId} and name = ${of})
        on conflict (user_id, name) do update set value = excluded.value, changed_at = now()`.execute(tx);
      return ok({});
    },
  }),
];
