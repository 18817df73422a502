/** What is photographed: every screen, who looks at it, and what he did before the picture. */
import type { Page } from "playwright-core";

export type SizeName = "desk" | "large" | "phone" | "wall";
export type Scene = {
  readonly name: string;
  /** null: nobody is signed in. */
  readonly account: string | null;
  readonly path: string;
  readonly sizes?: readonly SizeName[];
  /** What must be on the page before the picture; a scene whose word never comes is reported as not reached. */
  readonly ready: string;
  /** Before the page is opened: what shall be missing or away. */
  readonly before?: (page: Page) => Promise<unknown>;
  readonly prepare?: (page: Page) => Promise<void>;
};

const HEAD = ".page-head";
/** Rows of a list: a table, or cards on a phone. */
const LIST = ".list-body a, .row-cards button";
const officer = "zhouhaiyan";
const inspector = "linxiaodong";
const systemAdmin = "wangjie";

/** Good rows among wrong ones: a bad date is no field here, so figures, codes, phones, coordinates and unknown choices. */
const UNITS_FILE = [
  "单位名称,统一社会信用代码,类别,辖区,地址,层数,建筑面积,消防控制室电话,经度,纬度",
  "衢州三衢路日用百货店,,商场市场,荷花街道,三衢路18号,3,1200,0570-3021188,118.871,28.958",
  "衢州荷花中路宾馆,91330800MA28F0000X,宾馆饭店,荷花街道,荷花中路66号,6,4200,0570-3025566,118.866,28.955",
  "衢州新桥街餐厅,,餐饮,府山街道,新桥街9号,两层,360,0570-38,118.874,28.968",
  "荷花小区托育点,,药店,荷花街道,荷花三路11号,2,260,0570-3021122,28.95,118.87",
  ",,学校,信安街道,江滨路5号,4,5200,0570-3021199,118.852,28.945",
].join("\r\n");

const click =
  (name: string | RegExp) =>
  async (page: Page): Promise<void> => {
    await page.getByRole("button", { name }).first().click();
  };
/** The server is away: every answer after the page's own files fails as a broken line does. */
const serverAway = (page: Page) =>
  page.route(/\/api\//, (route) => (route.request().url().includes("/me") ? route.continue() : route.abort()));

const sensing: readonly Scene[] = [
  { name: "duty-seat", account: officer, path: "/duty", ready: ".seat-head h2" },
  {
    name: "duty-ask",
    account: officer,
    path: "/duty",
    ready: "dialog[open]",
    prepare: async (page) => {
      await page.locator(".seat-head h2").waitFor();
      await click(/^误报|^False/)(page);
    },
  },
  { name: "duty-shift", account: officer, path: "/duty", ready: ".seat-handover", prepare: click(/^交接班$|^接班$|^Hand over|^Take over/) },
  {
    name: "duty-plan",
    account: officer,
    path: "/duty",
    ready: ".seat-plan",
    sizes: ["desk"],
    prepare: (page) => page.getByRole("radio", { name: /^平面图$|^(Floor )?[Pp]lan$/ }).click(),
  },
  { name: "duty-away", account: officer, path: "/duty", ready: ".state", before: serverAway },
  { name: "alarms", account: officer, path: "/remote-monitoring/alarm", ready: LIST },
  { name: "alarm", account: officer, path: "/remote-monitoring/alarm", ready: ".drawer, .row-overview, .page-up", prepare: firstRow },
  { name: "windows", account: officer, path: "/remote-monitoring/window", ready: HEAD },
  { name: "duty-checks", account: officer, path: "/remote-monitoring/duty-answer", ready: HEAD },
  { name: "shifts", account: officer, path: "/remote-monitoring/shift", ready: HEAD },
  { name: "devices", account: officer, path: "/sensing/devices", ready: ".devices-body" },
  {
    name: "device-frame",
    account: officer,
    path: "/duty",
    ready: ".frame-panel",
    prepare: async (page) => {
      await page.locator("a.seat-raw").first().click();
    },
  },
  { name: "statistics", account: inspector, path: "/statistics/monitoring", ready: HEAD },
  { name: "wall", account: "maoyongqiang", path: "/wall", ready: ".wall", sizes: ["desk", "large", "wall"] },
];

const ledgers: readonly Scene[] = [
  { name: "ledger-list", account: inspector, path: "/places/unit", ready: LIST },
  { name: "ledger-map", account: inspector, path: "/places/unit?map=1", ready: "canvas" },
  {
    name: "ledger-drawer",
    account: inspector,
    path: "/places/unit?q=东风商厦",
    ready: ".drawer, .detail, .page-head",
    prepare: async (page) => {
      await page.getByText("东风商厦", { exact: true }).first().click();
    },
  },
  { name: "base-maps", account: systemAdmin, path: "/system/base-maps", ready: HEAD },
  { name: "ledger-nothing", account: inspector, path: "/places/unit?q=没有这家", ready: ".state" },
  { name: "ledger-form", account: inspector, path: "/places/unit/new", ready: HEAD },
  {
    name: "ledger-form-gaps",
    account: inspector,
    path: "/places/unit/new",
    ready: "[aria-invalid=true]",
    prepare: click(/^保存$|^登记$|^Save/),
  },
  {
    name: "ledger-import",
    account: inspector,
    path: "/places/unit/import",
    ready: ".import-check, .import-problems, .import table",
    prepare: importUnits,
  },
  { name: "components", account: inspector, path: "/facilities/component", ready: LIST },
  { name: "transmitters", account: inspector, path: "/facilities/transmitter", ready: LIST },
  { name: "search", account: officer, path: "/search?q=东风", ready: ".search-row" },
  { name: "search-nothing", account: officer, path: "/search?q=没有这家", ready: ".state" },
];

const people: readonly Scene[] = [
  { name: "login", account: null, path: "/login", ready: "[name=account]" },
  {
    name: "login-wrong",
    account: null,
    path: "/login",
    ready: "[role=alert]",
    prepare: async (page) => {
      await page.locator("[name=account]").fill("nobody");
      await page.locator("[name=password]").fill("Wrong-pass-1");
      await page.locator("button[type=submit]").click();
    },
  },
  { name: "work", account: inspector, path: "/work", ready: HEAD },
  { name: "mine", account: officer, path: "/mine", ready: HEAD },
  { name: "field-editor", account: systemAdmin, path: "/system/fields?ledger=places.unit", ready: ".fields" },
  { name: "accounts", account: systemAdmin, path: "/identity/user", ready: LIST },
  { name: "account", account: systemAdmin, path: "/identity/user", ready: ".drawer, .row-overview, .page-up", prepare: firstRow },
  { name: "account-new", account: systemAdmin, path: "/identity/user/new", ready: HEAD },
  { name: "organs", account: systemAdmin, path: "/organizations/organ", ready: LIST },
  { name: "policy", account: "yujianhua", path: "/identity/policy", ready: HEAD },
  { name: "roles", account: "yujianhua", path: "/identity/roles", ready: "main table, main h1" },
  { name: "audit", account: "xumin", path: "/identity/audit", ready: "main table, main h1" },
  { name: "unit-desk", account: "wangjianjun", path: "/unit", ready: "main h1, .unit, .desk-beside, .phone" },
  { name: "unit-devices", account: "wangjianjun", path: "/unit?tab=devices", ready: "main", sizes: ["phone"] },
  { name: "unit-alarms", account: "wangjianjun", path: "/unit?tab=alarms", ready: "main", sizes: ["phone"] },
  { name: "unit-contacts", account: "wangjianjun", path: "/unit?tab=contacts", ready: "main", sizes: ["phone"] },
  { name: "states", account: null, path: "/dev/ui", ready: "main" },
  { name: "no-page", account: inspector, path: "/nowhere/at/all/here", ready: ".state" },
  { name: "no-row", account: inspector, path: "/places/unit/00000000-0000-7000-8000-000000000000", ready: ".state" },
  { name: "no-permission", account: officer, path: "/identity/audit", ready: ".state" },
  { name: "away", account: inspector, path: "/places/unit", ready: ".state", before: serverAway },
];

/** In the hand of an inspector; at a desk the same pages stay as narrow. */
const field: readonly Scene[] = [
  { name: "field-tasks", account: inspector, path: "/field", sizes: ["phone"], ready: ".field-views" },
  { name: "field-queue", account: inspector, path: "/field/queue", sizes: ["phone"], ready: ".field-figures" },
  { name: "field-scan", account: inspector, path: "/field/scan", sizes: ["phone"], ready: ".field-form" },
  { name: "field-snap", account: inspector, path: "/field/snap", sizes: ["phone"], ready: ".field-camera" },
  { name: "field-mine", account: inspector, path: "/field/mine", sizes: ["phone"], ready: ".field-lines" },
];

const visits: readonly Scene[] = [
  { name: "visits", account: inspector, path: "/inspection/visit", ready: LIST },
  { name: "visit-conflicts", account: inspector, path: "/inspection/conflict", ready: LIST },
  { name: "unit-labels", account: inspector, path: "/inspection/unit-labels", ready: HEAD },
];

const grassroots: readonly Scene[] = [
  { name: "registers", account: "fanglihua", path: "/grassroots/registers", ready: ".reg-cell" },
  { name: "towns", account: "fanglihua", path: "/grassroots/towns", ready: ".grass-table" },
  { name: "platforms", account: "wangjie", path: "/grassroots/platforms", ready: ".grass-table" },
];

const mayor = "maoyongqiang";
const governing: readonly Scene[] = [
  { name: "policy-board", account: mayor, path: "/policy-tasks/board", ready: ".matrix, .policy-status" },
  { name: "policy-ahead", account: mayor, path: "/policy-tasks/board?open=ahead", ready: ".policy-lines, .policy-panel .state" },
  { name: "policy-overdue", account: mayor, path: "/policy-tasks/board?open=overdue", ready: ".policy-lines, .policy-panel .state" },
  {
    name: "policy-standing",
    account: mayor,
    path: "/policy-tasks/board?open=ahead",
    ready: ".policy-figure-block",
    prepare: async (page) => {
      await page.locator(".policy-line").first().click();
    },
  },
  { name: "policy-subsystems", account: mayor, path: "/policy-tasks/board?view=subsystem", ready: ".matrix, .policy-subsystem-line" },
  { name: "policy-calendar", account: mayor, path: "/policy-tasks/board?view=calendar", ready: ".policy-calendar" },
  { name: "policy-clause", account: mayor, path: "/policy-tasks/clauses/QZ-4.1.1", ready: ".policy-rules" },
  { name: "policy-away", account: mayor, path: "/policy-tasks/board", ready: ".state", before: serverAway },
];

export const scenes: readonly Scene[] = [...governing, ...sensing, ...ledgers, ...people, ...field, ...visits, ...grassroots];

async function firstRow(page: Page): Promise<void> {
  await page.locator(LIST).first().click();
}

async function importUnits(page: Page): Promise<void> {
  const file = { name: "单位2026年11月.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${UNITS_FILE}`, "utf8") };
  await page.locator("input[type=file]").setInputFiles(file);
  const next = page.locator(".import .btn-primary");
  await next.first().waitFor();
  const step = await page.locator(".import-steps .import-now").first().textContent();
  if (step?.startsWith("2")) await next.first().click();
}
