/** The duty seat in English: what the program composed is read, in answers and on the live feed; what is stored stays the Chinese record. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { hasHan } from "#platform/english.ts";
import { apply, componentSignal, loop2, networkedUnit } from "./scene.fixture.ts";
import { tick } from "./tick.ts";

const START = Date.parse("2026-03-18T06:30:20Z");
const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString();

let app: App;
beforeAll(async () => {
  app = await startApp({ now: at(2) });
});
afterAll(() => app.end());

type Officer = ReturnType<App["as"]>;
async function read(officer: Officer, path: string, language: "en" | "zh"): Promise<Record<string, unknown>> {
  const response = await officer.fetch(path, { headers: { "accept-language": language } });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

/** A raised fire nobody took for 65 seconds. */
async function raisedFire() {
  const { unit, address } = await networkedUnit(app);
  await apply(app, [componentSignal(address, loop2(37), at(0), { fire: true })]);
  await apply(app, [componentSignal(address, loop2(41), at(32), { fire: true })]);
  app.clock?.set(at(65));
  await tick(app.services);
  app.clock?.set(at(2));
  const [alarm] = await app.sql("select id, raised_why from remote_monitoring.alarm where unit = $1", [unit]);
  return { id: String(alarm?.id), stored: String(alarm?.raised_why) };
}

it("an officer reads reason, place, device, steps and timeline in English; the record is untouched", async () => {
  const { id, stored } = await raisedFire();
  const officer = app.as("duty-officer", { name: "周海燕" });
  const detail = await read(officer, `/duty/alarms/${id}`, "en");
  expect(detail).toMatchObject({
    head: {
      raisedWhy: "Same fire zone, within 60 s: 2 detector(s) — no. 037 at 14:30:20, no. 041 at 14:30:52",
      placeWords: "Floor 3, fire zone B, 女装区东侧走道",
      deviceWords: "Smoke detector, loop 2 no. 037",
      numbers: "2-037, 2-041",
      stateLabel: "Reported",
    },
    next: { can: expect.arrayContaining([expect.objectContaining({ move: "accept", label: "Accept" })]) },
  });
  const lines = detail.timeline as readonly { readonly sentence: string }[];
  expect(lines.map((line) => line.sentence)).toEqual(
    expect.arrayContaining(["Not accepted for 30 s, sounds again (Duty leader): not delivered, no duty seat is online"]),
  );
  expect(lines.filter((line) => hasHan(line.sentence.replace(/女装区(东侧走道|收银台)/g, "")))).toEqual([]);
  expect(stored).toContain("同一防火分区 60 秒内");
  expect(await read(officer, `/duty/alarms/${id}`, "zh")).toMatchObject({ head: { raisedWhy: stored, stateLabel: "报警" } });
});

it("a refused move says in English what is missing, and who moves it writes Chinese into the record", async () => {
  const { id } = await raisedFire();
  const officer = app.as("duty-officer", { name: "周海燕" });
  const post = (move: string, body: object = {}) =>
    officer.fetch(`/remote-monitoring/alarm/${id}/${move}`, {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", "accept-language": "en" },
    });
  expect((await post("accept")).status).toBe(200);
  expect((await post("confirm")).status).toBe(200);
  const refused = await post("close");
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({ code: "case.asks", message: "Still required: Cause" });
  const [audit] = await app.sql("select action from platform.audit where subject_id = $1 order by id desc limit 1", [id]);
  expect(audit).toMatchObject({ action: "警情 确认火警" });
  const [row] = await app.sql("select place_words, raised_why from remote_monitoring.alarm where id = $1", [id]);
  expect(hasHan(String(row?.raised_why))).toBe(true);
});

it("the live feed speaks the language of its line", async () => {
  const officer = app.as("duty-officer");
  const stop = new AbortController();
  const listen = async (language: "en" | "zh"): Promise<ReadableStreamDefaultReader<Uint8Array>> => {
    const { body } = await officer.fetch("/live", { headers: { "accept-language": language }, signal: stop.signal });
    if (!body) throw new Error("no stream");
    return body.getReader();
  };
  const hears = async (reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> => {
    let text = "";
    while (!text.includes("event: fire.alarm")) {
      const { value, done } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    return text;
  };
  const [english, chinese] = [await listen("en"), await listen("zh")];
  const heard = Promise.all([hears(english), hears(chinese)]);
  await raisedFire();
  const [inEnglish, inChinese] = await heard;
  stop.abort();
  expect(inEnglish).toContain('"stateLabel":"Reported"');
  expect(inEnglish).toContain("Smoke detector, loop 2 no. 037");
  expect(inChinese).toContain('"stateLabel":"报警"');
});
