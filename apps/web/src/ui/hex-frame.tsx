/** A frame of bytes, coloured by field, and the same fields below in words. Padding and framing stay grey; only the deciding field may be red. */
import type { ReactNode } from "react";
import { cx } from "../lib/class.ts";
import { messages } from "../lib/i18n.ts";
import { useNarrow } from "../lib/viewport.ts";
import { Button } from "./button.tsx";
import { toast } from "./toast.tsx";
import "./hex-frame.css";

const t = messages(
  { copy: "复制字节", copied: "已复制 {n} 字节", unreadable: "第 {n} 字节起读不懂：{why}" },
  { copy: "Copy bytes", copied: "{n} bytes copied", unreadable: "Unreadable from byte {n}: {why}" },
);

export type HexTone = "frame" | "head" | "address" | "object" | "check" | "decides";
export type HexField = {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
  readonly label: string;
  readonly value: ReactNode;
  readonly tone: HexTone;
};
export type HexFrameProps = {
  /** Hex digits without spaces, two a byte. */
  readonly hex: string;
  readonly fields: readonly HexField[];
  readonly error?: { readonly offset: number; readonly message: string } | undefined;
  readonly perRow?: number;
};

/** `4040072c` → ["40","40","07","2C"]. Pure. */
export const bytesOf = (hex: string): readonly string[] => hex.toUpperCase().match(/../g) ?? [];
const fieldAt = (fields: readonly HexField[], offset: number): HexField | undefined =>
  fields.find((field) => offset >= field.from && offset <= field.to);
const range = ({ from, to }: HexField): string => (from === to ? String(from) : `${from}-${to}`);

/** On a phone a row holds what can be read there. */
const NARROW_ROW = 10;

export function HexFrame({ hex, fields, error, perRow: wanted = 26 }: HexFrameProps) {
  const bytes = bytesOf(hex);
  const perRow = useNarrow() ? Math.min(NARROW_ROW, wanted) : wanted;
  const rows = Array.from({ length: Math.ceil(bytes.length / perRow) }, (_, row) => row * perRow);
  return (
    <div className="hex">
      <div className="hex-bytes">
        {rows.map((start) => (
          <div key={start} className="hex-row" style={{ gridTemplateColumns: `40px repeat(${perRow}, minmax(0, 1fr))` }}>
            <span className="hex-offset">{String(start).padStart(3, "0")}</span>
            {bytes.slice(start, start + perRow).map((byte, index) => {
              const offset = start + index;
              const field = fieldAt(fields, offset);
              const tone = error && offset >= error.offset ? "bad" : (field?.tone ?? "frame");
              return (
                <span key={offset} className={cx("hex-byte", `hex-${tone}`, field?.from === offset && "hex-first")} title={field?.label}>
                  {byte}
                </span>
              );
            })}
          </div>
        ))}
      </div>
      {error && <p className="hex-error">{t("unreadable", { n: error.offset, why: error.message })}</p>}
      <dl className="hex-fields" style={{ gridTemplateRows: `repeat(${Math.ceil(fields.length / 2)}, auto)` }}>
        {fields.map((field) => (
          <div key={`${field.from}-${field.label}`} className={cx("hex-field", field.tone === "decides" && "hex-field-decides")}>
            <span className="num t3">{range(field)}</span>
            <i className={`hex-square hex-${field.tone}`} />
            <dt>{field.label}</dt>
            <dd>{field.value}</dd>
          </div>
        ))}
      </dl>
      <div className="hex-copy">
        <Button
          size="small"
          kind="text"
          onClick={() => void navigator.clipboard.writeText(bytes.join(" ")).then(() => toast.done(t("copied", { n: bytes.length })))}
        >
          {t("copy")}
        </Button>
      </div>
    </div>
  );
}
