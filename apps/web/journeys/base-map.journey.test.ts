/** The administrator imports a base map; the streets lie beneath everybody's maps, and go when he withdraws it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, visit } from "../../../tools/stage/browser.ts";
import tokens from "../src/app/theme/tokens.json" with { type: "json" };
import { journey } from "./journey.ts";

const SIZE = { width: 1920, height: 1080 };
/** A grid of avenues and blocks over the sample city, wide enough to be seen from a view of the whole city. */
const grid = () => {
  const feature = (properties: object, type: string, coordinates: unknown) => ({
    type: "Feature",
    properties,
    geometry: { type, coordinates },
  });
  const lines = Array.from({ length: 12 }, (_, i) => 118.3 + i * 0.08).map((lon) =>
    feature({ highway: "trunk", name: `第${lon.toFixed(2)}大道` }, "LineString", [
      [lon, 28.4],
      [lon, 29.3],
    ]),
  );
  const lake = feature({ natural: "water", name: "试验湖" }, "Polygon", [
    [
      [118.6, 28.8],
      [118.9, 28.8],
      [118.9, 29],
      [118.6, 29],
      [118.6, 28.8],
    ],
  ]);
  return { type: "FeatureCollection", features: [...lines, lake] };
};

/** How many pixels of the map have a colour of the theme: what is drawn, not what was sent. */
async function pixelsOf(page: Page, colours: readonly string[]): Promise<readonly number[]> {
  await page.locator(".map-canvas[aria-busy=false]").waitFor();
  const picture = (await page.locator(".map-canvas").screenshot()).toString("base64");
  return page.evaluate(
    async ([png, wanted]) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0))]));
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      const { data } = context?.getImageData(0, 0, image.width, image.height) ?? { data: new Uint8ClampedArray() };
      const near = (i: number, colour: string) =>
        [1, 3, 5].every((at, part) => Math.abs((data[i + part] ?? 0) - Number.parseInt(colour.slice(at, at + 2), 16)) <= 2);
      return wanted.map((colour) => {
        let count = 0;
        for (let i = 0; i < data.length; i += 4) if (near(i, colour)) count += 1;
        return count;
      });
    },
    [picture, colours] as const,
  );
}

/** Near enough that an avenue is several pixels wide and shows its own colour. */
async function zoomIn(page: Page): Promise<void> {
  for (let step = 0; step < 4; step++) {
    await page.locator(".maplibregl-ctrl-zoom-in").click();
    await page.waitForTimeout(700);
  }
  // Coarse while it moved: in full only when it says that it is done.
  await page.waitForFunction(() => document.querySelector("[aria-busy=true]") === null);
}

const { mainRoad, water } = tokens.map.light;

journey("a base map", (stage) => {
  it("is imported by the administrator, lies beneath the inspector's map, and is withdrawn", async () => {
    // given: a map on boundaries alone, which says so and offers an inspector nothing
    const dir = await mkdtemp(join(tmpdir(), "suiren-grid-"));
    const file = join(dir, "grid.geojson");
    await writeFile(file, JSON.stringify(grid()));
    const { server, browser } = stage();
    const inspector = await visit(browser, server, { size: SIZE });
    await signIn(inspector.page, "linxiaodong");
    await inspector.page.goto("/places/unit?map=1");
    await inspector.page.getByText("未导入底图").waitFor();
    expect(await inspector.page.locator(".map-note a").count()).toBe(0);
    expect((await pixelsOf(inspector.page, [water]))[0]).toBe(0);
    // when
    const admin = await visit(browser, server, { size: SIZE });
    await signIn(admin.page, "wangjie");
    await admin.page.goto("/system/base-maps");
    await admin.page.getByRole("button", { name: "导入底图" }).click();
    await admin.page.locator("input[type=file]").setInputFiles(file);
    await admin.page.locator("[name=source]").fill("试验网格");
    await admin.page.locator("[name=attribution]").fill("© 试验");
    await admin.page.getByRole("button", { name: "上传并检查" }).click();
    // What stands in the list, not the hint of the form, which speaks of 审图号 too.
    await admin.page.getByRole("button", { name: "撤回" }).waitFor();
    // then
    await inspector.page.reload();
    await inspector.page.getByText("本地底图 CGCS2000 · 无审图号 · © 试验").waitFor();
    await zoomIn(inspector.page);
    const [road = 0, lake = 0] = await pixelsOf(inspector.page, [mainRoad, water]);
    expect(road).toBeGreaterThan(300);
    expect(lake).toBeGreaterThan(3_000);
    expect([...inspector.errors, ...admin.errors]).toEqual([]);
    // and when it is withdrawn
    await admin.page.getByRole("button", { name: "撤回" }).click();
    await admin.page.locator("dialog textarea").fill("只是试验");
    await admin.page.locator("dialog").getByRole("button", { name: "撤回" }).click();
    await admin.page.getByText("已撤回").waitFor();
    await inspector.page.reload();
    await inspector.page.getByText("未导入底图").waitFor();
    expect((await pixelsOf(inspector.page, [water]))[0]).toBe(0);
    await rm(dir, { recursive: true, force: true });
  }, 120_000);
});
