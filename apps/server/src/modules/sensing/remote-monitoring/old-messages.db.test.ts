/** How long raw messages are kept: whole days, by the office's own setting, with an entry in the audit for each. */
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { dropMessagesBeyond } from "./old-messages.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  await app.sql("select gateway.make_partitions('2025-01-10', 4)");
  await app.sql("select gateway.make_partitions('2026-03-18', 1)");
});
afterAll(() => app?.end());

/** Messages at noon of a day, in a batch that is projected or still waits. */
async function messages(day: string, count: number, isProjected = true): Promise<void> {
  const at = `${day}T04:00:00Z`;
  await app.sql(
    `insert into gateway.batch (id, gateway, at, first_id, last_id, first_at, last_at, messages, fires, projected_at)
     values (gen_random_uuid(), 'test', $1, gen_random_uuid(), gen_random_uuid(), $1, $1, $2, 0, case when $3 then now() end)`,
    [at, count, isProjected],
  );
  await app.sql(
    `insert into gateway.message (id, received_at, address, peer, transport, sequence, command, lane, identity, batch_id, raw)
     select gen_random_uuid(), $1, '0000000000aa', '127.0.0.1:1', 'tcp', n, 2, 0, n, gen_random_uuid(), '\\x40' from generate_series(1, $2::int) n`,
    [at, count],
  );
}
const left = async () => (await app.sql("select to_char(day, 'MM-DD') as day from gateway.message_days()")).map((row) => String(row.day));
const stored = async () => Number((await app.sql("select count(*)::int as n from gateway.message"))[0]?.n);

it("whole days beyond the limit go, a day with waiting messages and a day being read stay, and each is audited", async () => {
  // given: of 400 days kept on 18 March 2026 the first is 11 February 2025
  await messages("2025-01-10", 5);
  await messages("2025-01-11", 7, false);
  await messages("2025-01-12", 3);
  await messages("2026-03-18", 2);
  const reader = new pg.Client({ connectionString: app.database });
  await reader.connect();
  await reader.query("begin; select count(*) from gateway.message_20250112");
  // when
  const first = await dropMessagesBeyond(app.services);
  await reader.query("commit");
  await reader.end();
  const second = await dropMessagesBeyond(app.services);
  // then
  expect(first).toEqual(["2025-01-10", "2025-01-13"]);
  expect(second).toEqual(["2025-01-12"]);
  expect(await left()).toEqual(["01-11", "03-18"]);
  expect(await stored()).toBe(9);
  const entries = await app.sql(
    "select subject_id, actor_name, detail from platform.audit where action = '按保存期限删除原始报文' order by id",
  );
  expect(entries).toMatchObject([
    { subject_id: "2025-01-10", actor_name: "系统", detail: { messages: 5, keepDays: 400 } },
    { subject_id: "2025-01-13", detail: { messages: 0 } },
    { subject_id: "2025-01-12", detail: { messages: 3 } },
  ]);
  expect(await app.sql("select count(*)::int as n from gateway.batch")).toEqual([{ n: 2 }]);
});

it("an office sees where the days come from and how far back messages reach", async () => {
  const leader = app.as("duty-leader");
  const shown = await leader.get("/duty/settings");
  expect(shown.body).toMatchObject({
    limits: { messageDays: 400 },
    sources: { messageDays: { confirmed: false } },
    messagesSince: "2025-01-11",
  });
});
