/** One field's test, by its kind: tick answers, from–to, days by words, contains, filled or not. */
import { lazy, Suspense, useState } from "react";
import { type Condition, isComparison, type Test } from "../lib/condition.ts";
import { messages } from "../lib/i18n.ts";
import type { FieldSchema } from "../lib/schema.ts";
import { AreaFilter } from "./area-filter.tsx";
import { Button } from "./button.tsx";
import { Checkbox, Input } from "./field.tsx";

const DayRange = lazy(() => import("./antd/day-range.tsx"));

const t = messages(
  {
    apply: "确定",
    yes: "是",
    no: "否",
    set: "已填",
    unset: "未填",
    from: "从",
    to: "到",
    like: "包含",
    today: "今天",
    last7: "近 7 天",
    last30: "近 30 天",
    older90: "早于 90 天",
    older180: "早于 180 天",
    isOpen: "未办结",
    isClosed: "已办结",
  },
  {
    apply: "Apply",
    yes: "Yes",
    no: "No",
    set: "Filled",
    unset: "Not filled",
    from: "From",
    to: "To",
    like: "Contains",
    today: "Today",
    last7: "Last 7 days",
    last30: "Last 30 days",
    older90: "Before 90 days",
    older180: "Before 180 days",
    isOpen: "Open",
    isClosed: "Closed",
  },
);

export type EditorProps = {
  readonly field: FieldSchema;
  readonly test: Test | readonly Condition[] | undefined;
  readonly onTest: (test: Test | undefined) => void;
};

export function FilterEditor(props: EditorProps) {
  const { field } = props;
  if (field.key === "area") return <AreaFilter {...props} />;
  if (field.choices) return <ChoiceEditor {...props} />;
  if (field.kind === "integer" || field.kind === "decimal") return <RangeEditor {...props} />;
  if (field.kind === "day" || field.kind === "instant") return <DayEditor {...props} />;
  if (field.kind === "yes")
    return (
      <Answers
        answers={[
          [t("yes"), true],
          [t("no"), false],
        ]}
        {...props}
      />
    );
  if (field.kind === "text" || field.kind === "long") return <TextEditor {...props} />;
  return <FilledEditor {...props} />;
}

type Answer = readonly [label: string, test: Test];
const Answers = ({ answers, onTest }: EditorProps & { readonly answers: readonly Answer[] }) => (
  <div className="filter-editor">
    <div className="filter-presets">
      {answers.map(([label, test]) => (
        <Button key={label} onClick={() => onTest(test)}>
          {label}
        </Button>
      ))}
    </div>
  </div>
);

const FilledEditor = (props: EditorProps) => (
  <Answers
    {...props}
    answers={[
      [t("set"), { set: true }],
      [t("unset"), { set: false }],
    ]}
  />
);

function ChoiceEditor({ field, test, onTest }: EditorProps) {
  const given = Array.isArray(test) ? test : typeof test === "string" ? [test] : [];
  const [chosen, setChosen] = useState<readonly string[]>(given.filter((each) => typeof each === "string"));
  return (
    <div className="filter-editor">
      <div className="filter-options">
        {Object.entries(field.choices ?? {}).map(([value, label]) => (
          <Checkbox
            key={value}
            label={label}
            checked={chosen.includes(value)}
            onChange={() => setChosen(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])}
          />
        ))}
      </div>
      <Button kind="primary" onClick={() => onTest(chosen.length > 0 ? chosen : undefined)}>
        {t("apply")}
      </Button>
    </div>
  );
}

const boundText = (test: EditorProps["test"], key: "from" | "to"): string => {
  const bound = isComparison(test) ? test[key] : undefined;
  return typeof bound === "number" || typeof bound === "string" ? String(bound) : "";
};

function RangeEditor({ field, test, onTest }: EditorProps) {
  const [from, setFrom] = useState(boundText(test, "from"));
  const [to, setTo] = useState(boundText(test, "to"));
  const apply = () => {
    const range = { ...(from === "" ? {} : { from: Number(from) }), ...(to === "" ? {} : { to: Number(to) }) };
    onTest(from === "" && to === "" ? undefined : range);
  };
  return (
    <form
      className="filter-editor"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <div className="row">
        <Input
          type="number"
          aria-label={t("from")}
          placeholder={t("from")}
          value={from}
          unit={field.unit}
          onChange={(event) => setFrom(event.target.value)}
        />
        –
        <Input
          type="number"
          aria-label={t("to")}
          placeholder={t("to")}
          value={to}
          unit={field.unit}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      <Button kind="primary" type="submit">
        {t("apply")}
      </Button>
    </form>
  );
}

function DayEditor({ test, onTest }: EditorProps) {
  const presets: readonly Answer[] = [
    [t("today"), { from: "today" }],
    [t("last7"), { from: "today-7d" }],
    [t("last30"), { from: "today-30d" }],
    [t("older90"), { before: "today-90d" }],
    [t("older180"), { before: "today-180d" }],
    [t("unset"), { set: false }],
  ];
  return (
    <div className="filter-editor">
      <div className="filter-presets">
        {presets.map(([label, preset]) => (
          <Button key={label} onClick={() => onTest(preset)}>
            {label}
          </Button>
        ))}
      </div>
      <Suspense fallback={<div style={{ height: 32 }} />}>
        <DayRange from={boundText(test, "from")} to={boundText(test, "to")} onRange={(range) => onTest(range ?? undefined)} />
      </Suspense>
    </div>
  );
}

function TextEditor(props: EditorProps) {
  const { test, onTest } = props;
  const [text, setText] = useState(isComparison(test) ? (test.like ?? "") : typeof test === "string" ? test : "");
  return (
    <form
      className="filter-editor"
      onSubmit={(event) => {
        event.preventDefault();
        onTest(text.trim() ? { like: text.trim() } : undefined);
      }}
    >
      <Input aria-label={t("like")} placeholder={t("like")} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="row">
        <Button kind="primary" type="submit">
          {t("apply")}
        </Button>
        <Button onClick={() => onTest({ set: true })}>{t("set")}</Button>
        <Button onClick={() => onTest({ set: false })}>{t("unset")}</Button>
      </div>
    </form>
  );
}
