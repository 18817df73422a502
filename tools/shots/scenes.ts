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
  readonly prepare?: (page: Page) => Promise<void>;
};

const HEAD = ".page-head";
/** Rows of a list: a table, or cards on a phone. */
const LIST = ".list-body a";
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

export const scenes: readonly Scene[] = [
  { name: "login", account: null, path: "/login", ready: "[name=account]" },
  { name: "duty-seat", account: officer, path: "/duty", ready: ".seat-head h2" },
  {
    name: "duty-ask",
    account: officer,
    path: "/duty",
    ready: "dialog[open]",
    sizes: ["desk", "phone"],
    prepare: async (page) => {
      await page.locator(".seat-bar-button").last().click();
    },
  },
  { name: "work", account: inspector, path: "/work", ready: HEAD },
  { name: "ledger-list", account: inspector, path: "/places/unit", ready: LIST },
  { name: "ledger-map", account: inspector, path: "/places/unit?map=1", ready: "canvas", sizes: ["desk", "large"] },
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
  { name: "ledger-form", account: inspector, path: "/places/unit/new", ready: HEAD },
  {
    name: "ledger-import",
    account: inspector,
    path: "/places/unit/import",
    ready: ".import-check, .import-problems, .import table",
    prepare: async (page) => {
      const file = { name: "单位2026年11月.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${UNITS_FILE}`, "utf8") };
      await page.locator("input[type=file]").setInputFiles(file);
      const next = page.locator(".import .btn-primary");
      await next.first().waitFor();
      if (
        await page
          .locator(".import-steps .import-now")
          .nth(0)
          .textContent()
          .then((text) => text?.startsWith("2"))
      )
        await next.first().click();
    },
  },
  { name: "alarms", account: officer, path: "/remote-monitoring/alarm", ready: LIST },
  { name: "components", account: inspector, path: "/facilities/component", ready: LIST, sizes: ["desk"] },
  { name: "devices", account: officer, path: "/sensing/devices", ready: ".devices-body" },
  {
    name: "device-frame",
    account: officer,
    path: "/duty",
    ready: ".frame-panel",
    sizes: ["desk", "large"],
    prepare: async (page) => {
      await page.locator("a.seat-raw").first().click();
    },
  },
  { name: "search", account: officer, path: "/search?q=东风", ready: ".search-row" },
  { name: "field-editor", account: systemAdmin, path: "/system/fields?ledger=places.unit", ready: ".fields" },
  { name: "accounts", account: systemAdmin, path: "/identity/user", ready: LIST, sizes: ["desk"] },
  { name: "roles", account: "yujianhua", path: "/identity/roles", ready: "main table, main h1", sizes: ["desk"] },
  { name: "audit", account: "xumin", path: "/identity/audit", ready: "main table, main h1", sizes: ["desk"] },
  { name: "mine", account: officer, path: "/mine", ready: HEAD, sizes: ["desk", "phone"] },
  { name: "unit-desk", account: "wangjianjun", path: "/unit", ready: "main h1, .unit", sizes: ["desk", "phone"] },
  { name: "states", account: null, path: "/dev/ui", ready: "main", sizes: ["desk", "large"] },
  { name: "wall", account: "maoyongqiang", path: "/wall", ready: ".wall", sizes: ["large", "wall"] },
];
