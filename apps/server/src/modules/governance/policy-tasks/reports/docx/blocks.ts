/** What a report is made of, before it is a file: headings, sentences, tables, charts. */

export type Align = "start" | "end" | "center";
export type Cell = string | { readonly text: string; readonly bold?: boolean; readonly tint?: Tint };
/** A ground with a meaning; the word or glyph stands in the cell beside it, so grey print loses nothing. */
export type Tint = "met" | "soon" | "overdue" | "waived";

export type Column = {
  readonly label: string;
  /** Share of the page's width. */
  readonly share: number;
  readonly align?: Align;
};
export type ChartSeries = { readonly name: string; readonly colour: string; readonly values: readonly (number | null)[] };
export type Chart = {
  readonly title: string;
  /** `stacked`: parts of a whole, one bar a category; `line`: change over time. */
  readonly kind: "stacked" | "line";
  readonly unit: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
};
export type Block =
  /** A line break where the sense breaks. */
  | { readonly kind: "title"; readonly text: string }
  | { readonly kind: "under-title"; readonly text: string }
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string; readonly newPage?: true }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "note"; readonly text: string }
  | { readonly kind: "signed"; readonly text: string }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] }
  | { readonly kind: "chart"; readonly chart: Chart };
