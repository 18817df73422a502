/** A signature with a finger. Strokes are kept as points in hundredths of the pad's width, so they are drawn alike on any screen. */
import { type PointerEvent, useRef } from "react";
import { PAD_HEIGHT, PAD_WIDTH, pathOf, type Strokes } from "../../lib/strokes.ts";
import { Icon } from "../../ui/icon.tsx";
import { t } from "./words.ts";

type PadProps = { readonly label: string; readonly strokes: Strokes; readonly onChange: (strokes: Strokes) => void };
export function SignaturePad({ label, strokes, onChange }: PadProps) {
  const drawing = useRef(false);
  const latest = useRef(strokes);
  latest.current = strokes;
  const at = (event: PointerEvent<SVGSVGElement>): readonly [number, number] => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect();
    return [Math.round(((event.clientX - left) / width) * PAD_WIDTH), Math.round(((event.clientY - top) / width) * PAD_WIDTH)];
  };
  const draw = (next: Strokes) => {
    latest.current = next;
    onChange(next);
  };
  return (
    <div className="field-pad">
      <svg
        viewBox={`0 0 ${PAD_WIDTH} ${PAD_HEIGHT}`}
        role="img"
        aria-label={label}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drawing.current = true;
          draw([...latest.current, at(event)]);
        }}
        onPointerMove={(event) => {
          if (!drawing.current) return;
          const last = latest.current.at(-1) ?? [];
          if (last.length < 3_000) draw([...latest.current.slice(0, -1), [...last, ...at(event)]]);
        }}
        onPointerUp={() => {
          drawing.current = false;
        }}
        onPointerCancel={() => {
          drawing.current = false;
        }}
      >
        <path d={pathOf(strokes)} />
      </svg>
      {strokes.length === 0 ? (
        <span className="field-pad-hint">
          <Icon name="pen" size={18} />
          {t("signHere")}
        </span>
      ) : (
        <button type="button" className="link" onClick={() => draw([])}>
          {t("clear")}
        </button>
      )}
    </div>
  );
}
