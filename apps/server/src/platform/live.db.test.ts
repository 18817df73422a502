/** The live feed loses its listening connection and comes back: whoever listens is told to read again. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.end());

it("greets again after what was pushed meanwhile may have been missed", async () => {
  // given
  const response = await app.as("duty-officer").fetch("/live");
  const stream = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = "";
  const hears = async (greetings: number) => {
    while (heard.split("event: hello").length - 1 < greetings) heard += (await stream?.read())?.value ?? "";
  };
  await hears(1);
  // when
  const end = () =>
    app.sql(
      "select pg_terminate_backend(pid) as done from pg_stat_activity where datname = current_database() and query ilike 'listen suiren_live%'",
    );
  await expect.poll(end).toEqual([{ done: true }]);
  // then
  await hears(2);
  await stream?.cancel();
});
