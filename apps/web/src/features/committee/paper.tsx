/** The sheet minutes are written on: a plain text box over the same text with its marks, so that typing, selecting and undo stay the browser's own. */
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { cx } from "../../lib/class.ts";
import { type Place, segmentsOf } from "./marks.ts";
import type { Mark } from "./use-draft.ts";
import { t } from "./words.ts";

export type PaperProps = {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly label: string;
  readonly placeholder: string;
  /** The mark the page was opened for. */
  readonly chosen: string | null;
  readonly onType?: ((text: string) => void) | undefined;
  readonly onMark?: ((kind: Mark["kind"], place: Place) => void) | undefined;
  readonly onSelect?: ((place: Place | null) => void) | undefined;
};

type Label = { readonly key: string; readonly left: number; readonly top: number; readonly text: string; readonly kind: Mark["kind"] };

/** Tasks and decisions are each numbered in the order they stand. */
export function numbered(marks: readonly Mark[]): ReadonlyMap<Mark, string> {
  const counts = { task: 0, decision: 0 };
  return new Map(
    marks
      .toSorted((a, b) => a.start - b.start)
      .map((mark) => {
        counts[mark.kind] += 1;
        return [mark, t(mark.kind, { n: counts[mark.kind] })];
      }),
  );
}

export function Paper({ text, marks, label, placeholder, chosen, onType, onMark, onSelect }: PaperProps) {
  const sheet = useRef<HTMLDivElement>(null);
  const [labels, setLabels] = useState<readonly Label[]>([]);
  const names = numbered(marks);
  const wording = [...names.values()].join();
  // Labels stand above the end of their words; they take no room in the line, or the two texts would part.
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew whenever what is drawn changes
  useLayoutEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const measure = () => {
      const base = element.getBoundingClientRect();
      setLabels(
        [...element.querySelectorAll<HTMLElement>("[data-name]")].flatMap((span) => {
          const rect = [...span.getClientRects()].at(-1);
          if (!rect) return [];
          const kind = span.dataset.kind === "decision" ? "decision" : "task";
          return [
            { key: span.dataset.name ?? "", left: rect.right - base.left, top: rect.top - base.top, text: span.dataset.name ?? "", kind },
          ];
        }),
      );
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, [text, wording, marks]);

  const keys = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    if (start === end || event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const kind = event.key === "t" ? "task" : event.key === "d" ? "decision" : null;
    if (!kind || !onMark) return;
    event.preventDefault();
    onMark(kind, { start, end });
    event.currentTarget.setSelectionRange(end, end);
  };
  return (
    <div className={cx("paper", onType && "paper-open")} ref={sheet}>
      <div className="paper-under" aria-hidden={onType ? true : undefined}>
        {segmentsOf(text, marks).map(({ key, text: piece, mark }) =>
          mark ? (
            <mark
              key={key}
              className={cx("paper-mark", `paper-${mark.kind}`, mark.id !== undefined && mark.id === chosen && "paper-chosen")}
              data-name={names.get(mark)}
              data-kind={mark.kind}
            >
              {piece}
            </mark>
          ) : (
            <span key={key}>{piece}</span>
          ),
        )}
        {/* A last empty line has no height of its own. */}
        {"\u200b"}
      </div>
      {labels.map((each) => (
        <span key={each.key} className={cx("paper-name", `paper-name-${each.kind}`)} style={{ left: each.left, top: each.top }}>
          {each.text}
        </span>
      ))}
      {onType && (
        <textarea
          className="paper-over"
          aria-label={label}
          placeholder={placeholder}
          spellCheck={false}
          value={text}
          maxLength={8_000}
          onChange={(event) => onType(event.target.value)}
          onKeyDown={keys}
          onSelect={(event) => {
            const { selectionStart: start, selectionEnd: end } = event.currentTarget;
            onSelect?.(start === end ? null : { start, end });
          }}
        />
      )}
    </div>
  );
}
