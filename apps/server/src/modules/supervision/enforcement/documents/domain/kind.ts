/** What a kind of document 法律文书 is: its fields, its text, its number, who approves it, when it must be served. Data in rules/documents. */
import { z } from "zod";

const label = z.string().regex(/^[\p{Script=Han}A-Za-z0-9（）、]{1,20}$/u, "tag");
const fieldKinds = ["text", "long", "day", "rows"] as const;

const fieldOf = z.object({
  label,
  kind: z.enum(fieldKinds).default("text"),
  required: z.boolean().default(false),
  columns: z.record(z.string(), label).optional(),
});

const kindOf = z.object({
  key: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string().min(2).max(30),
  /** The word of the number: 限改 in 衢柯消限改〔2026〕第0001号. */
  mark: z.string().min(1).max(4),
  /** 0: whoever makes it signs it; 1: approved; 2: checked 审核, then approved 审批. */
  levels: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  ground: z.string().min(2).max(80),
  source: z.string(),
  confidence: z.enum(["seen-full", "seen-quote", "seen-secondary", "seen-local", "memory", "memory-low", "unknown"]),
  serve: z
    .object({ amount: z.number().int().min(0), unit: z.enum(["working", "natural"]), from: z.string().optional(), words: z.string() })
    .optional(),
  fields: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), fieldOf),
  body: z.string().min(10),
  /** The last line, in place of how many copies there are and who keeps them. */
  foot: z.string().max(80).optional(),
});
const fileOf = z.object({ kinds: z.array(kindOf).min(1) });

export type DocumentField = z.output<typeof fieldOf>;
export type DocumentKind = z.output<typeof kindOf>;

/** Known to every document, whatever its kind; values are the program's. */
export const commonTags = ["标题", "文号", "制作机关", "制作日期", "当事人", "法律依据"] as const;

/** Names a template may use: a loop has names of its own inside. */
export type TagTree = { readonly [tag: string]: TagTree | null };

export const tagsOf = (kind: Pick<DocumentKind, "fields">): TagTree => ({
  ...Object.fromEntries(commonTags.map((tag) => [tag, null])),
  ...Object.fromEntries(
    Object.values(kind.fields).map((field) => [
      field.label,
      field.kind === "rows" ? Object.fromEntries(Object.values(field.columns ?? {}).map((column) => [column, null])) : null,
    ]),
  ),
});

export type KindReading = { readonly ok: true; readonly kinds: readonly DocumentKind[] } | { readonly ok: false; readonly problem: string };

/** Reads one file of kinds; the text may use no name that is not a field. */
export function readKinds(data: unknown): KindReading {
  const parsed = fileOf.safeParse(data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, problem: `${issue?.path.join(".")}: ${issue?.message}` };
  }
  for (const kind of parsed.data.kinds) {
    const known = new Set(Object.entries(tagsOf(kind)).flatMap(([tag, inner]) => [tag, ...Object.keys(inner ?? {})]));
    const unknown = [...kind.body.matchAll(/\{[#/]?([^{}]+)\}/g)].map(([, tag]) => tag ?? "").filter((tag) => !known.has(tag));
    if (unknown.length > 0) return { ok: false, problem: `${kind.key}: 正文用了没有的字段 ${unknown.join("、")}` };
    if (Object.values(kind.fields).some((field) => (field.kind === "rows") !== (field.columns !== undefined)))
      return { ok: false, problem: `${kind.key}: 只有清单字段有列` };
  }
  return { ok: true, kinds: parsed.data.kinds };
}
