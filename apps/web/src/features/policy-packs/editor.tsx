/** The text of a pack with its errors: line numbers that carry the marks, the list of problems beside it, and what may stand at the cursor. */
import type { PolicyProblem, PolicyTrial } from "@suiren/api-client";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { cx } from "../../lib/class.ts";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Helper } from "./helper.tsx";
import { type Context, contextAt, isWholeLine, offsetOfLine, placeOfClause } from "./model.ts";
import { t } from "./words.ts";

export type EditorProps = {
  readonly source: string;
  readonly trial: Pick<PolicyTrial, "problems" | "errors">;
  readonly readOnly: boolean;
  readonly onChange: (source: string) => void;
  /** Line to begin at. */
  readonly line?: number | undefined;
};

const LINE = 20;

export function Editor({ source, trial, readOnly, onChange, line }: EditorProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [context, setContext] = useState<Context>({ level: "head", key: null, word: "" });
  const look = () => {
    const { current } = area;
    if (current) setContext(contextAt(current.value, current.selectionStart));
  };
  useEffect(() => {
    if (line !== undefined) jumpTo(area, line);
  }, [line]);
  const insert = (text: string, replacing: number) => {
    const { current } = area;
    if (!current || readOnly) return;
    // A line that is only shown is not to be replaced.
    const end = isWholeLine(current.value, current.selectionStart, current.selectionEnd) ? current.selectionEnd : undefined;
    write(text, end ?? Math.max(0, current.selectionStart - replacing), end ?? current.selectionEnd);
  };
  const append = (clause: string) => {
    if (!area.current) return;
    const { from, to, insert: text } = placeOfClause(area.current.value, clause);
    write(text, from, to);
  };
  const write = (text: string, from: number, to: number) => {
    const { current } = area;
    if (!current || readOnly) return;
    current.focus();
    current.setSelectionRange(from, to);
    // The browser's own insertion keeps its undo.
    if (!document.execCommand("insertText", false, text)) {
      current.setRangeText(text, from, to, "end");
      onChange(current.value);
    }
    look();
  };
  return (
    <div className="pack-editor">
      <Panel flush className="pack-text-panel">
        <Sheet area={area} source={source} problems={trial.problems} readOnly={readOnly} onChange={onChange} onLook={look} />
      </Panel>
      <div className="col pack-side">
        <Panel
          flush
          scroll
          title={t("problems")}
          aside={trial.problems.length > 0 ? trial.problems.length : undefined}
          className="pack-problems"
        >
          {trial.problems.length === 0 && (
            <p className="packs-note ink-met">
              <Icon name="check" size={14} /> {t("noProblems")}
            </p>
          )}
          {trial.problems.map((problem) => (
            <button
              key={`${problem.line} ${problem.column} ${problem.message}`}
              type="button"
              className="pack-problem"
              onClick={() => jumpTo(area, problem.line)}
            >
              <Icon name={problem.severity === "error" ? "x" : "fault"} size={14} />
              <span className="num nowrap">{t("line", { n: problem.line })}</span>
              <span className={problem.severity === "error" ? "ink-overdue" : "ink-soon"}>{problem.message}</span>
            </button>
          ))}
        </Panel>
        {!readOnly && <Helper context={context} source={source} onInsert={insert} onClause={append} />}
      </div>
    </div>
  );
}

function jumpTo(area: RefObject<HTMLTextAreaElement | null>, line: number) {
  const { current } = area;
  if (!current) return;
  const at = offsetOfLine(current.value, line);
  current.focus();
  current.setSelectionRange(at, Math.max(at, offsetOfLine(`${current.value}\n`, line + 1) - 1));
  current.scrollTop = Math.max(0, (line - 6) * LINE);
}

type SheetProps = Omit<EditorProps, "trial" | "line"> & {
  readonly area: RefObject<HTMLTextAreaElement | null>;
  readonly problems: readonly PolicyProblem[];
  readonly onLook: () => void;
};

function Sheet({ area, source, problems, readOnly, onChange, onLook }: SheetProps) {
  const gutter = useRef<HTMLDivElement>(null);
  const count = source.split("\n").length;
  const marks = useMemo(() => {
    const worst = new Map<number, PolicyProblem>();
    for (const problem of problems) if (worst.get(problem.line)?.severity !== "error") worst.set(problem.line, problem);
    return worst;
  }, [problems]);
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || readOnly || event.nativeEvent.isComposing) return;
    const { value, selectionStart } = event.currentTarget;
    const indent = /^ */.exec(value.slice(value.lastIndexOf("\n", selectionStart - 1) + 1))?.[0] ?? "";
    if (indent === "") return;
    event.preventDefault();
    document.execCommand("insertText", false, `\n${indent}`);
  };
  return (
    <div className="pack-sheet">
      <div ref={gutter} className="pack-gutter num" aria-hidden="true">
        {Array.from({ length: count }, (_, i) => {
          const mark = marks.get(i + 1);
          return (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
              key={i}
              className={cx(mark?.severity === "error" && "is-bad", mark?.severity === "warning" && "is-hint")}
              title={mark?.message}
            >
              {i + 1}
            </div>
          );
        })}
      </div>
      <textarea
        ref={area}
        className="pack-text"
        aria-label={t("text")}
        spellCheck={false}
        wrap="off"
        readOnly={readOnly}
        value={source}
        onChange={(event) => {
          onChange(event.target.value);
          onLook();
        }}
        onSelect={onLook}
        onKeyDown={onKeyDown}
        onScroll={(event) => {
          if (gutter.current) gutter.current.style.transform = `translateY(${-event.currentTarget.scrollTop}px)`;
        }}
      />
    </div>
  );
}
