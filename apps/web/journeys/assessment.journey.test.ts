/**
 * A county's year from pledge to circular, on the screen: the committee's office writes a scheme and a leader puts it in force; the county signs its
 * pledge; places are drawn, the evidence is frozen, the county appeals and is upheld in part; a leader approves, the circular goes out and is signed for.
 */
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";

const desk = { width: 1366, height: 768 } as const;
const DAY_MS = 86_400_000;
const dayFromNow = (days: number): string => new Date(Date.now() + 8 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
const YEAR = 2024;

/** Everything of it is known in the demonstration city. */
const scheme = `scheme: J-COUNTY
title: 县级消防工作考核（旅程）
issuer: 消安委
area: "330800"
of: county
from: ${YEAR}-01-01
gradesBasis: 国办发〔2013〕16号
grades: [{ name: 优秀, from: 90 }, { name: 良好, from: 80 }, { name: 合格, from: 60 }, { name: 不合格, from: 0 }]
groups: [{ name: 大县组, from: 350000 }, { name: 小县组, below: 350000 }]
dimensions: [{ name: 责任, weight: 40 }, { name: 保障, weight: 60 }]
indicators:
  - { id: "1.1", name: 责任书, dimension: 责任, weight: 40, unit: 份, source: { pledge: true }, score: { step: [{ at: 1, points: 40 }] } }
  - { id: "2.1", name: 消火栓完好率, dimension: 保障, weight: 60, source: { hand: 普查表, share: true }, missing: owed, score: { linear: { from: 90, to: 100 } } }
`;

type Shown = Readonly<Record<string, unknown>>;
async function ask(page: Page, path: string, body?: object): Promise<Shown> {
  const headers = { "x-suiren": "1" };
  const answer = body
    ? await page.request.post(`/api/v1/${path}`, { headers, data: body })
    : await page.request.get(`/api/v1/${path}`, { headers });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return (await answer.json()) as Shown;
}
const list = (value: unknown): readonly Shown[] => value as readonly Shown[];

async function fillDay(scope: Locator, label: RegExp, day: string): Promise<void> {
  const field = scope.getByLabel(label);
  await field.fill(day);
  await field.press("Enter");
}

/** Opens a move's dialog from the page's 下一步, fills it, and makes the move. */
async function make(page: Page, verb: string, fill: (dialog: Locator) => Promise<void> = async () => undefined): Promise<void> {
  await page.locator(".case-moves").getByRole("button", { name: verb, exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  await fill(dialog);
  await dialog.getByRole("button", { name: verb, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}
const note = (words: string) => (dialog: Locator) => dialog.getByLabel("说明").fill(words);

journey("a county's year of assessment", (stage) => {
  it("goes from pledge to circular, and what was frozen stays beside what was upheld", { timeout: 300_000 }, async () => {
    const { server, browser } = stage();
    const [office, mayor, county] = await Promise.all(
      ["chenxuefang", "maoyongqiang", "xujianguo"].map(async (account) => {
        const visitor = await visit(browser, server, { size: desk });
        await signIn(visitor.page, account);
        return visitor.page;
      }),
    );
    if (!office || !mayor || !county) throw new Error("somebody is missing");

    // The office writes a scheme; an error stands at its line until it is mended.
    await office.goto("/assessment/scheme/new");
    await office.getByLabel("方案文件").fill(scheme.replace("weight: 60, source", "weight: 50, source"));
    await office.getByText("保障的指标合计 50 分，应为 60 分").waitFor();
    await office.getByLabel("方案文件").fill(scheme);
    await office.getByText("没有错误").waitFor();
    await office.getByRole("button", { name: "起草", exact: true }).click();
    await office.waitForURL(/assessment\/scheme\?open=/);
    const schemeId = new URL(office.url()).searchParams.get("open") ?? "";
    await ask(office, `assessment/scheme/${schemeId}/submit`, {});
    await ask(mayor, `assessment/scheme/${schemeId}/approve`, { documentNumber: "消安委〔2023〕9 号" });

    // A year begins with everybody below.
    await office.goto("/assessment");
    await office.getByRole("button", { name: "开始考核", exact: true }).click();
    const begin = office.getByRole("dialog");
    await begin.getByLabel("方案").selectOption(schemeId);
    await begin.getByLabel("年度").fill(String(YEAR));
    await begin.getByRole("button", { name: "开始", exact: true }).click();
    await office.waitForURL(/assessment\?year=/);
    const year = new URL(office.url()).searchParams.get("year") ?? "";
    await office.goto(`/assessment?year=${year}`);
    await office.locator(".assess-row").nth(5).waitFor();
    expect(await office.locator(".assess-row").count()).toBe(6);

    // The county sees its own row alone, and signs.
    await county.goto(`/assessment?year=${year}`);
    await county.locator(".assess-row").first().waitFor();
    expect(await county.locator(".assess-row").count()).toBe(1);
    await county.getByRole("button", { name: "柯城区 签责任状", exact: true }).click();
    const pledge = county.getByRole("dialog");
    await pledge.getByLabel("签订人", { exact: true }).fill("柯城区分管副区长");
    await pledge.getByLabel("事项 1").fill("市政消火栓完好率");
    await pledge.getByLabel("目标 1").fill("100%");
    await pledge.getByRole("button", { name: "签订", exact: true }).click();
    await pledge.waitFor({ state: "hidden" });
    const entrant = String(list((await ask(county, `assessment/years/${year}/board`)).rows)[0]?.id);

    // Tracking, the draw by a public number, the freeze.
    await office.reload();
    await make(office, "开始跟踪", note("其余五地改任，随后补签"));
    await ask(office, "assessment/hand-value", {
      entrant,
      indicator: "2.1",
      enteredOn: dayFromNow(0),
      num: 529,
      den: 556,
      document: "普查表",
    });
    await make(office, "抽取现场抽查", async (dialog) => {
      await dialog.getByLabel("每地抽查数").fill("1");
      await dialog.getByLabel("公开随机数").fill("03 08 15 22 27 31 + 06");
      await dialog.getByLabel("随机数来源").fill("福利彩票第 130 期");
    });
    await make(office, "冻结证据");
    await make(office, "开放申诉", async (dialog) => {
      await fillDay(dialog, /申诉截止/, dayFromNow(3));
      await fillDay(dialog, /答复期限/, dayFromNow(5));
    });

    // The county appeals; the office sees what accepting changes before it decides, and accepts two of three.
    await county.goto(`/assessment?year=${year}&part=${encodeURIComponent("保障")}&indicator=2.1`);
    await county.getByText("冻结的证据").first().waitFor();
    await county.getByRole("button", { name: "提出申诉", exact: true }).click();
    const filing = county.getByRole("dialog");
    await filing.getByLabel("理由").fill("三具在冻结前已修好，照片因断网晚传");
    await filing.getByLabel("主张的行").fill("消火栓 0902\n消火栓 0914\n消火栓 0931");
    await filing.getByRole("button", { name: "提出申诉", exact: true }).click();
    await filing.waitFor({ state: "hidden" });
    await office.goto(`/assessment?year=${year}&entrant=${entrant}&part=${encodeURIComponent("保障")}&indicator=2.1`);
    const card = office.locator(".assess-appeal");
    await card.getByText("529 / 556").waitFor();
    await card.getByLabel("消火栓 0931").uncheck();
    await card.getByText("531 / 556").waitFor();
    await card.getByRole("button", { name: "采纳 2 项", exact: true }).click();
    const deciding = office.getByRole("dialog");
    await deciding.getByLabel("答复").fill("照片拍摄于冻结以前的采纳");
    await deciding.getByRole("button", { name: "采纳 2 项", exact: true }).click();
    await deciding.waitFor({ state: "hidden" });
    await office.getByText("已采纳 2 项").waitFor();

    // Approval by a leader, the circular, and its receipt.
    await make(office, "提请审定", note("申诉均已答复"));
    await mayor.goto(`/assessment?year=${year}`);
    await make(mayor, "审定", (dialog) => dialog.getByLabel("审定依据").fill("市政府第 5 次常务会议"));
    await office.reload();
    await make(office, "印发通报");
    await office.getByRole("button", { name: "预看通报", exact: true }).click();
    await office
      .getByRole("dialog")
      .getByText(/考通〔/)
      .waitFor();
    const board = await ask(office, `assessment/years/${year}/board?score=final`);
    const frozen = await ask(office, `assessment/years/${year}/board?score=frozen`);
    const scoreOf = (of: Shown) => Number(list(of.rows).find(({ id }) => id === entrant)?.score);
    expect(scoreOf(frozen)).toBeCloseTo(40 + 60 * (((529 / 556) * 100 - 90) / 10), 1);
    expect(scoreOf(board)).toBeCloseTo(40 + 60 * (((531 / 556) * 100 - 90) / 10), 1);
    const [receipt] = list((await ask(county, "assessment/receipt?view=unread&sort=-sentOn")).rows).filter(({ yearId }) => yearId === year);
    await county.goto(`/assessment/receipt?open=${String(receipt?.id)}`);
    await county.getByRole("tab", { name: "名次" }).click();
    await county.getByRole("button", { name: "签收", exact: true }).click();
    await county.getByText("已签收").first().waitFor();
  });
});
