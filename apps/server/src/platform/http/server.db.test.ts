/** What the door says to what it cannot take. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

it("the character U+0000 is refused by name wherever it stands, and signs nobody in", async () => {
  const clerk = app.as("street-clerk", { area: sample.kecheng });
  const answers = await Promise.all([
    clerk.get("/places/unit?q=%00"),
    clerk.get(`/places/unit?where=${encodeURIComponent('{"name":{"like":"\\u0000"}}')}`),
    clerk.post("/places/unit", { name: "东\0风", kind: "shop", address: "府东街", area: sample.kecheng }),
    clerk.post("/places/unit", { name: "东风", custom: { note: ["\0"] }, area: sample.kecheng }),
    app.nobody.post("/session", { account: "\0", password: "x" }),
  ]);
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
    answers.map(() => [422, expect.stringMatching(/^(http|ledger)\.bad_/)]),
  );
  expect(answers[2]?.body.message).toBe("填写有误：单位名称 含有看不见的空字符（U+0000），请删去");
});

it("half a character in a text is no fault of the system", async () => {
  const clerk = app.as("street-clerk", { area: sample.kecheng });
  const answer = await clerk.fetch("/places/unit", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: `{"name":"东\\ud800风","kind":"shop","address":"府东街","area":${sample.kecheng}}`,
  });
  expect(answer.status).toBeLessThan(500);
});

it("a cookie that is no encoded text is none of ours", async () => {
  const answer = await app.nobody.fetch("/me", { headers: { cookie: "suiren_session=%" } });
  expect(answer.status).toBe(401);
});

it("a short reason is refused in words of the form, in the asker's language", async () => {
  const clerk = app.as("inspector", { area: sample.kecheng });
  const id = "01997c2e-8f00-7000-8000-000000000001";
  const remove = (language: string) =>
    clerk.fetch(`/places/contact/${id}/reveal`, {
      method: "POST",
      headers: { "content-type": "application/json", "accept-language": language },
      body: JSON.stringify({ fields: ["phone"], reason: "看" }),
    });
  expect(await (await remove("zh-CN")).json()).toMatchObject({
    code: "http.bad_input",
    message: "填写有误：理由 至少 2 个字",
    params: { problems: [{ field: "reason", label: "理由", message: "至少 2 个字" }] },
  });
  expect(await (await remove("en")).json()).toMatchObject({ message: "Invalid input: Reason needs at least 2 characters" });
  expect((await clerk.get(`/places/unit?limit=1000`)).body.message).toBe("填写有误：条数 不能大于 500");
});

it("a body that is no JSON is said to be so in Chinese", async () => {
  const clerk = app.as("street-clerk", { area: sample.kecheng });
  const send = (body: string, type = "application/json") =>
    clerk.fetch("/places/unit", { method: "POST", headers: { "content-type": type }, body }).then((answer) => answer.json());
  for (const answer of [await send("{"), await send('{"name":'), await send("<a/>", "text/xml")])
    expect(answer).toMatchObject({ code: "http.bad_body", message: "发来的内容读不出来：须为完整的 JSON，或规定格式的文件" });
});
