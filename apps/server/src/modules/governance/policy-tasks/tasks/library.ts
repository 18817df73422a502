/** 经验库: practices recommended anywhere in the city, for every area to read and take over. PT-3.2.3, PT-4.2.1, TY-4.3.1 */
import { sql } from "kysely";
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";

const shown = z
  .object({
    id: z.uuid(),
    title: z.string(),
    topic: z.string(),
    topicLabel: z.string(),
    originLabel: z.string(),
    organ: z.string(),
    summary: z.string(),
    effect: z.string().nullable(),
    fits: z.string().nullable(),
    recommendedOn: z.string().nullable(),
    adoptions: z.number().int(),
    adoptedHere: z.boolean(),
  })
  .meta({ id: "PracticeShown", description: "一条已推荐的经验做法；各地都能看、都能采用" });
type Shown = z.output<typeof shown>;

export const showLibrary = route({
  method: "GET",
  path: "/policy-tasks/library",
  summary: "经验库：已推荐的经验做法",
  tag: "经验做法",
  permission: "policy-tasks.practice.read",
  input: z.object({ q: z.string().max(60).default(""), topic: z.string().max(30).default("") }),
  output: z.object({ practices: z.array(shown), topics: z.record(z.string(), z.string()) }),
  async run({ tx, actor, services, language }, { q, topic }) {
    const fields = services.spoken[language].registry.ledgers.find(({ name }) => name === "policy-tasks.practice")?.fields ?? {};
    const topics = fields.topic?.choices ?? {};
    type Found = Omit<Shown, "topicLabel" | "originLabel"> & { readonly origin: string };
    const { rows } =
      await sql<Found>`select p.id, p.title, p.topic, p.origin, coalesce(o.short_name, '') as organ, p.summary, p.effect, p.fits,
        p.recommended_on, coalesce(p.adoptions, 0)::int as adoptions,
        exists (select 1 from policy_tasks.adoption a where a.practice = p.id and a.deleted_at is null and a.organ = ${actor.organId}) as adopted_here
      from policy_tasks.practice p left join organizations.v_organ o on o.id = p.organ
      where p.recommended and p.deleted_at is null and (${topic} = '' or p.topic = ${topic})
        and (${q} = '' or p.title like ${`%${q.replace(/[\\%_]/g, "\\$&")}%`} or p.summary like ${`%${q.replace(/[\\%_]/g, "\\$&")}%`})
      order by p.adoptions desc nulls last, p.recommended_on desc, p.id limit 200`.execute(tx);
    return ok({
      practices: rows.map(({ origin, ...row }) => ({
        ...row,
        topicLabel: topics[row.topic] ?? row.topic,
        originLabel: fields.origin?.choices?.[origin] ?? origin,
      })),
      topics,
    });
  },
});
