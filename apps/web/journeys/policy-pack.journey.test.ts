/** 政策包: an office writes a document that nobody here has seen as data, mends what is named by line, another person approves, and it binds. */
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import { journey } from "./journey.ts";
import { foreignWords } from "./words.ts";

const desk = { width: 1366, height: 768 } as const;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));

const text = (unit: string) => `pack: JT
title: 灵溪市消防工作要点
issuer: 灵溪市人民政府
level: city
area: "330800"
from: ${year}-01-01
clauses:
  - id: JT-1
    section: 一（一）
    title: 重点单位接入远程监控
    says: 重点单位明年底前八成接入远程监控。
    kind: metric
    subsystem: 综合保障
    capability: remote-monitoring
    lead: [fire-brigade@county]
    duties:
      - measure: remote-monitoring.key_unit_access_rate
        by: ${year + 1}-12-31
        target: 80
        unit: "${unit}"
`;

journey("an office writes a new policy pack and puts it in force", (stage) => {
  it("is mended by line, tried, submitted, approved by another person, and binds from its day", async () => {
    const { server, browser } = stage();
    const writer = await visit(browser, server, { size: desk });
    await signIn(writer.page, "chenxuefang");
    await writer.page.goto("/policy/packs");
    await writer.page.getByRole("button", { name: "新写" }).click();
    await writer.page.getByLabel("代号").fill("JT");
    await writer.page.getByLabel("文件简称").fill("灵溪市消防工作要点");
    await writer.page.getByRole("button", { name: "开始写" }).click();
    // a wrong unit is named at its line, with the right one
    const paper = writer.page.getByRole("textbox", { name: "文本" });
    await paper.fill(text("户"));
    const problem = writer.page.getByRole("button", { name: /第 20 行.*单位“户”.*改为“%”/ });
    await problem.click();
    expect(await paper.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toContain(
      'unit: "户"',
    );
    await paper.fill(text("%"));
    await writer.page.getByText("没有错误").waitFor();
    // what would arise, before anything is kept
    await writer.page.getByRole("tab", { name: /应尽事项/ }).click();
    await writer.page.getByText(/1 条，应尽事项 1 项，涉及 6 个机构/).waitFor();
    await writer.page.getByText("JT-1/a").waitFor();
    await writer.page.getByRole("button", { name: "保存" }).click();
    await writer.page.getByRole("button", { name: "送审", disabled: false }).click();
    await writer.page.getByRole("dialog").getByRole("button", { name: "送审" }).click();
    await writer.page.getByText("已送审，等另一人批准").waitFor();
    const at = new URL(writer.page.url()).pathname;
    expect(await writer.page.getByRole("button", { name: "批准" }).count()).toBe(0);

    const approver = await visit(browser, server, { size: desk });
    await signIn(approver.page, "maoyongqiang");
    await approver.page.goto(at);
    await approver.page.getByRole("button", { name: "批准" }).click();
    await approver.page.getByText("已批准，可定生效日").waitFor();
    expect(approver.errors).toEqual([]);
    await approver.context.close();

    await writer.page.goto(at);
    await writer.page.getByRole("button", { name: "定生效日" }).click();
    await writer.page.getByText("多了事项的机构").first().waitFor();
    await writer.page.getByText("柯城区消防救援大队").waitFor();
    await writer.page.getByRole("button", { name: /起施行/ }).click();
    await writer.page.goto("/policy/packs");
    const row = writer.page.locator(".packs-document", { hasText: "灵溪市消防工作要点" });
    await row.getByText("施行", { exact: true }).waitFor();
    expect(await foreignWords(writer.page)).toEqual([]);
    expect(writer.errors).toEqual([]);
    await writer.context.close();
  });
});
