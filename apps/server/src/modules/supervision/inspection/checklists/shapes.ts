/** What a screen or a partner reads of check lists. */
import { z } from "zod";
import { type UnitKind, unitKinds } from "#modules/ground/places/index.ts";
import { frequencies, itemGrades, listPurposes, photoDemands } from "./checklist.ts";
import { target } from "./office-columns.ts";

const keys = <K extends string>(table: Readonly<Record<K, string>>) => z.enum(Object.keys(table) as [K, ...K[]]);
export const purpose = keys(listPurposes);
export const frequency = keys(frequencies);
export const kind = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]);

export const itemShape = z
  .object({
    id: z.string(),
    section: z.string(),
    text: z.string(),
    ground: z.string().nullable(),
    grade: keys(itemGrades),
    penalty: z.string().nullable(),
    photo: keys(photoDemands),
    remedy: z.string().nullable(),
    confidence: z.string().describe("依据核对到什么程度：seen-* 已见原文或引文；其余待核对，只提示不判定"),
  })
  .meta({ id: "CheckItem", description: "检查项" });

const head = {
  id: z.string(),
  version: z.number().int(),
  title: z.string(),
  kinds: z.array(kind),
  subject: z.string().nullable(),
  purpose,
  frequency: frequency.nullable(),
  scope: z.enum(["national", "office"]),
  validFrom: z.string().nullable(),
  source: z.string(),
};
export const listShape = z.object({ ...head, items: z.array(itemShape) }).meta({ id: "Checklist", description: "检查表（一个版本）" });
export const headShape = z
  .object({
    ...head,
    rowId: z.uuid().nullable(),
    area: z.number().int().nullable(),
    areaName: z.string().nullable(),
    state: z.enum(["draft", "inForce", "withdrawn"]),
    items: z.number().int(),
    unconfirmed: z.number().int(),
  })
  .meta({ id: "ChecklistHead", description: "检查表，不含检查项" });

export const trouble = z
  .object({ row: z.number().int(), value: z.string(), message: z.string() })
  .meta({ id: "ListImportTrouble", description: "导入检查表时一行的问题" });
export const columnShape = z
  .object({
    header: z.string(),
    target: target.nullable(),
    by: z.enum(["name", "content"]).nullable(),
    filled: z.number().int(),
    distinct: z.number().int(),
    longest: z.number().int(),
    values: z.array(z.string()),
    samples: z.array(z.string()),
  })
  .meta({ id: "ListImportColumn", description: "检查表文件的一列，与猜到的含义" });

export const exampleItem = {
  id: "EV-02",
  section: "安全疏散",
  text: "安全出口没有上锁、封闭、遮挡，营业和使用期间能从里面直接推开",
  ground: "消防法 第二十八条",
  grade: "serious" as const,
  penalty: "消防法 第六十条第一款第（三）项",
  photo: "always" as const,
  remedy: "立即拆锁、拆除遮挡",
  confidence: "seen-full",
};
export const exampleList = {
  id: "shop",
  version: 1,
  title: "商场市场监督检查表",
  kinds: ["shop" as const],
  subject: null,
  purpose: "supervision" as const,
  frequency: null,
  scope: "national" as const,
  validFrom: "2026-01-01",
  source: "消防法（2021）、公安部令第61号，本产品自拟表述",
  items: [exampleItem],
};
