/**
 * A major hazard from determination through listing to delisting, on the screen: the inspector lays out the elements and records the discussion,
 * a leader decides, the committee's office proposes the plate, the leader puts it up, and after review with evidence takes it down.
 */
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const desk = { width: 1366, height: 768 } as const;
const DAY_MS = 86_400_000;
const dayFromNow = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
/** The smallest picture a server takes for one. */
const photo = {
  name: "现场.png",
  mimeType: "image/png",
  buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64"),
};

/** A standard the elements cite, and the names the calendar field gives its glyphs. */
const ELSEWHERE: ReadonlySet<string> = new Set(["GA", "calendar", "close"]);

type Shown = Readonly<Record<string, unknown>>;
async function ask(page: Page, path: string, body?: object): Promise<Shown> {
  const headers = { "x-suiren": "1" };
  const answer = body
    ? await page.request.post(`/api/v1/${path}`, { headers, data: body })
    : await page.request.get(`/api/v1/${path}`, { headers });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Shown;
}
const rowOf = async (page: Page, path: string): Promise<Shown> => (await ask(page, path)).row as Shown;

async function fillDay(scope: Page | Locator, label: RegExp, day: string): Promise<void> {
  const field = scope.getByLabel(label);
  await field.fill(day);
  await field.press("Enter");
}

/** Opens a move's dialog, fills it, and makes the move. */
async function make(page: Page, verb: string, fill: (dialog: Locator) => Promise<void>): Promise<void> {
  await page.getByRole("button", { name: verb, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await fill(dialog);
  await dialog.getByRole("button", { name: verb, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

journey("a major hazard", (stage) => {
  it("is determined by people beside the rules, listed by its government, and delisted after review", { timeout: 240_000 }, async () => {
    const { server, browser } = stage();
    const [inspector, leader, office, clerk] = await Promise.all(
      ["linxiaodong", "maoyongqiang", "chenxuefang", "fanglihua"].map(async (account) => {
        const visitor = await visit(browser, server, { size: desk });
        await signIn(visitor.page, account);
        return visitor;
      }),
    );
    if (!inspector || !leader || !office || !clerk) throw new Error("somebody is missing");

    // The inspector: evidence, place, one exit where two belong.
    const where = JSON.stringify({ state: ["graded", "assigned"], grade: "general", unit: { set: true } });
    const [given] = (await ask(clerk.page, `hazard-loop/hazard?where=${encodeURIComponent(where)}&limit=1`)).rows as readonly Shown[];
    const [hazard, number] = [String(given?.id), String(given?.number)];
    const { page } = inspector;
    await page.goto(`/hazard-loop/determination/new?hazard=${hazard}`);
    await page.getByText("等待正式文本").first().waitFor();
    await page.getByRole("button", { name: "发起", exact: true }).click();
    await page.waitForURL(/determination\/[0-9a-f-]{36}$/);
    const determination = page.url().split("/").at(-1) ?? "";
    await page.getByRole("button", { name: "不能", exact: true }).click();
    await page.locator("input[type=file]").first().setInputFiles(photo);
    await page.getByLabel("商店", { exact: true }).selectOption("yes");
    await page.getByLabel("6.5 安全出口数", { exact: true }).fill("1");
    await page.getByLabel("6.5 应设出口数", { exact: true }).fill("2");
    await page.locator(".verdict-reference").getByText("直接判定为重大").waitFor();
    expect((await foreignWords(page)).filter((word) => !ELSEWHERE.has(word))).toEqual([]);
    await page.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByRole("button", { name: "集体讨论", exact: true }).waitFor();
    await make(page, "集体讨论", async (dialog) => {
      await fillDay(dialog, /^讨论日期/, dayFromNow(0));
      for (const [index, name] of ["林晓东", "郑国庆", "吴志刚"].entries()) {
        await dialog.locator(".table-input").first().getByRole("button").last().click();
        await dialog.getByLabel("姓名").nth(index).fill(name);
        await dialog.getByLabel("意见", { exact: true }).nth(index).selectOption("major");
      }
    });

    // A leader decides; the hazard becomes major by that.
    await leader.page.goto(`/hazard-loop/determination/${determination}`);
    await make(leader.page, "判定为重大", async (dialog) => {
      await dialog.getByLabel(/^决定理由/).fill("参照 2017 版并经集体讨论，人工判定为重大");
    });
    await expect.poll(async () => (await rowOf(leader.page, `hazard-loop/hazard/${hazard}`)).grade, { timeout: 20_000 }).toBe("major");

    // The office proposes the plate from the alerts; the leader puts it up.
    await office.page.goto("/supervision-listing/overview?tab=hazards");
    await office.page.getByLabel(`选择 ${number}`).check();
    await office.page.getByRole("button", { name: /^提请挂牌/ }).click();
    const dialog = office.page.getByRole("dialog");
    await dialog.getByLabel("挂牌政府").fill("柯城区人民政府");
    await dialog.getByRole("button", { name: /^柯城区人民政府/ }).click();
    await dialog.getByLabel("挂牌理由").fill("安全出口数量不足，不能立即改正");
    expect(await foreignWords(office.page)).toEqual([]);
    await dialog.getByRole("button", { name: "提请挂牌", exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
    const listings = await ask(
      office.page,
      `supervision-listing/listing?where=${encodeURIComponent(JSON.stringify({ targetKey: `hazard:${hazard}` }))}`,
    );
    const listing = String((listings.rows as readonly Shown[])[0]?.id);
    const open = (who: Page) => who.goto(`/supervision-listing/listing/${listing}`);
    await open(leader.page);
    await make(leader.page, "批准挂牌", async (asked) => {
      await asked.getByLabel("挂牌文号").fill("柯政办发〔2026〕12 号");
      await fillDay(asked, /^整改期限/, dayFromNow(120));
      await asked.getByLabel("督改责任人").fill("副区长 郑建国");
      await asked.getByLabel("督改措施").fill("停用 3 层，加建疏散楼梯");
    });
    await expect.poll(async () => (await rowOf(leader.page, `hazard-loop/hazard/${hazard}`)).listed, { timeout: 20_000 }).toBe(true);

    // The hazard itself is mended and closed by its own loop; the plate cannot come down before that.
    await open(clerk.page);
    await make(clerk.page, "申请销案", (asked) => asked.getByLabel("整改结果").fill("楼梯完工"));
    await open(page);
    await page.getByRole("button", { name: "复查合格", exact: true }).click();
    await page.getByRole("dialog").getByLabel("复查意见").fill("现场复查合格");
    await page.getByRole("dialog").locator("input[type=file]").setInputFiles(photo);
    await page.getByRole("dialog").locator(".files-one").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "复查合格", exact: true }).click();
    await page.getByText("隐患还没有复查销号，不能摘牌").waitFor();
    const evidence = [await keepPhoto(clerk.page)];
    await ask(clerk.page, `hazard-loop/hazard/${hazard}/assign`, { rectifier: "unit", dueOn: dayFromNow(60) });
    await ask(clerk.page, `hazard-loop/hazard/${hazard}/rectify`, { rectifyNote: "楼梯完工", rectifyPhotos: evidence });
    await ask(page, `hazard-loop/hazard/${hazard}/close`, { reviewNote: "复查合格", reviewPhotos: [await keepPhoto(page)] });
    await expect
      .poll(async () => (await rowOf(page, `supervision-listing/listing/${listing}`)).hazardClosedOn, { timeout: 20_000 })
      .toBeTruthy();
    await page.getByRole("dialog").getByRole("button", { name: "复查合格", exact: true }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });

    await open(leader.page);
    await make(leader.page, "批准摘牌", (asked) => asked.getByLabel("摘牌文号").fill("柯政办发〔2026〕31 号"));
    expect(await rowOf(leader.page, `supervision-listing/listing/${listing}`)).toMatchObject({ state: "delisted", onTime: true });
    await office.page.goto(`/supervision-listing/listing/${listing}`);
    await office.page.getByText("已摘牌").first().waitFor();
    for (const each of [inspector, leader, office, clerk]) expect(each.errors.filter((error) => !error.includes("409"))).toEqual([]);
  });
});

async function keepPhoto(page: Page): Promise<string> {
  const answer = await page.request.post("/api/v1/files", { headers: { "x-suiren": "1" }, multipart: { file: photo } });
  return String(((await answer.json()) as Shown).id);
}
