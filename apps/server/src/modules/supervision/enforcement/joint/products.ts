/** 消防产品质量: checks in trade by batch; a batch that failed alerts every unit known to hold it. JX-2.2.4 */
import { sql } from "kysely";
import { defineCase, eraseCase } from "#platform/case/define.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, long, organ, ref, text, yes } from "#platform/ledger/fields.ts";
import type { EventHandler } from "#platform/outbox.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays } from "#platform/values.ts";

const required = true;
const readOnly = true;
const products = {
  extinguisher: "灭火器",
  hydrantBox: "消火栓箱",
  hose: "消防水带",
  door: "防火门",
  detector: "火灾探测器",
  emergencyLight: "应急照明疏散指示",
  sprinkler: "喷头",
  mask: "过滤式自救呼吸器",
  other: "其他",
} as const;

export const productCheck = defineLedger("enforcement.product-check", {
  label: "消防产品抽查",
  counter: "批",
  title: "batch",
  fields: {
    product: choice("产品", products, { required, indexed: true }),
    model: text("型号", { required, max: 80 }),
    maker: text("生产者", { required, max: 100, indexed: true }),
    batch: text("批号", { required, max: 60, indexed: true }),
    seller: text("销售者", { required, max: 100 }),
    checkedOn: day("抽样日期", { required, indexed: true }),
    organ: organ("抽查机关", { required }),
    sample: text("样品编号", { max: 60 }),
    sampled: integer("抽样数", { min: 1, max: 10_000, unit: "件" }),
    laboratory: text("检验机构", { max: 100 }),
    result: choice("结果", { pending: "待检", pass: "合格", fail: "不合格" }, { required, indexed: true }),
    failed: long("不合格项目", { max: 1_000 }),
    recall: choice("后处理", { none: "无", recall: "召回", stopSale: "停止销售", penalty: "处罚", transfer: "移送" }, { indexed: true }),
    recallNote: text("处理文号", { max: 100 }),
  },
  search: ["batch", "maker", "seller", "model"],
  list: {
    columns: ["batch", "product", "model", "maker", "seller", "area", "checkedOn", "result", "recall"],
    filters: ["area", "product", "result", "recall", "maker", "checkedOn"],
    sort: "-checkedOn",
  },
  views: { failed: { label: "不合格", where: { result: "fail" }, sort: "-checkedOn" } },
  check: (row) => (row.result === "fail" && !row.failed ? [{ field: "failed", code: "enforcement.failed_what" }] : []),
});

/** 产品持有: which unit has which batch, from purchase records or checks. */
export const productHolding = defineLedger("enforcement.product-holding", {
  label: "消防产品持有",
  counter: "条",
  title: "batch",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required }),
    product: choice("产品", products, { required, indexed: true }),
    maker: text("生产者", { required, max: 100 }),
    batch: text("批号", { required, max: 60, indexed: true }),
    quantity: integer("数量", { required, min: 1, max: 100_000, unit: "件" }),
    boughtOn: day("购置日期"),
    gone: yes("已更换"),
  },
  search: ["batch", "maker"],
  list: {
    columns: ["batch", "unit", "product", "maker", "quantity", "area", "boughtOn", "gone"],
    filters: ["area", "product", "batch", "unit"],
  },
});

export const batchAlert = defineCase("enforcement.batch-alert", {
  label: "不合格批次提醒",
  counter: "件",
  title: "batch",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required, readOnly }),
    check: ref("消防产品抽查", productCheck, { required, readOnly }),
    product: choice("产品", products, { required, readOnly, indexed: true }),
    maker: text("生产者", { required, readOnly, max: 100 }),
    batch: text("批号", { required, readOnly, max: 60 }),
    quantity: integer("数量", { readOnly, unit: "件" }),
    failed: long("不合格项目", { readOnly, max: 1_000 }),
    replaceBy: day("更换期限", { readOnly }),
    handled: long("处理情况", { max: 1_000 }),
  },
  search: ["batch", "maker"],
  list: {
    columns: ["batch", "unit", "product", "maker", "quantity", "area", "state", "dueAt"],
    filters: ["area", "state", "product", "unit"],
    sort: "-openedAt",
  },
  views: { open: { label: "未更换", where: { open: true }, sort: "dueAt" } },
  sameWhileOpen: ["unit", "check"],
  states: {
    told: { label: "待更换", due: { field: "replaceBy" } },
    replaced: { label: "待核实", due: { working: 5 } },
    closed: { label: "已核实", end: true },
  },
  start: "told",
  moves: {
    replace: { label: "已更换", from: ["told"], to: "replaced", by: "enforcement.batch-alert.replace", asks: ["handled"] },
    close: { label: "核实", from: ["told", "replaced"], to: "closed", by: "enforcement.batch-alert.verify", note: "optional" },
    sendBack: { label: "退回", from: ["replaced"], to: "told", by: "enforcement.batch-alert.verify", note: "required" },
  },
});

type Failed = {
  readonly id: string;
  readonly product: string;
  readonly maker: string;
  readonly batch: string;
  readonly failed: string | null;
};
type Holding = { readonly unit: string; readonly area: number; readonly quantity: number; readonly demo: boolean };
/** Product default: thirty days to replace. */
const REPLACE_DAYS = 30;

/** One alert per unit that holds the batch; heard twice, nothing is doubled. */
export async function alertHolders(tx: Tx, services: Services, check: string): Promise<number> {
  const { rows } =
    await sql<Failed>`select id, product, maker, batch, failed from enforcement.product_check where id = ${check} and result = 'fail' and deleted_at is null`.execute(
      tx,
    );
  const found = rows[0];
  if (!found) return 0;
  const { rows: holders } =
    await sql<Holding>`select unit, area, sum(quantity)::int as quantity, bool_or(demo) as demo from enforcement.product_holding h
    where batch = ${found.batch} and maker = ${found.maker} and product = ${found.product} and gone is not true and deleted_at is null
      and not exists (select 1 from enforcement.batch_alert a where a.unit = h.unit and a."check" = ${check} and a.deleted_at is null)
    group by unit, area order by unit`.execute(tx);
  const now = services.clock.now();
  const today = services.clock.today();
  const reader = systemReader(services, tx, now, today);
  for (const { unit, area, quantity, demo } of holders) {
    const values = {
      unit,
      check,
      product: found.product,
      maker: found.maker,
      batch: found.batch,
      quantity,
      failed: found.failed,
      replaceBy: addDays(today, REPLACE_DAYS),
    };
    orThrow(
      await raiseCase(
        eraseCase(batchAlert),
        { area, values, holderOrgan: null, at: now, kind: "system", actorName: "系统", demo },
        reader,
        services,
      ),
    );
  }
  return holders.length;
}

/** A check saved as failed, or a holding entered later of a batch known to have failed. */
export const hearProducts: EventHandler = {
  name: "enforcement.hear-products",
  types: ["enforcement.product-check.saved", "enforcement.product-holding.saved"],
  async handle(event, tx, services) {
    const id = String(event.payload.id);
    if (event.type === "enforcement.product-check.saved") return void (await alertHolders(tx, services, id));
    const { rows } = await sql<{
      id: string;
    }>`select c.id from enforcement.product_check c join enforcement.product_holding h on h.batch = c.batch and h.maker = c.maker and h.product = c.product
      where h.id = ${id} and c.result = 'fail' and c.deleted_at is null`.execute(tx);
    for (const check of rows) await alertHolders(tx, services, check.id);
  },
};
