/** 风险排查: one place, what is seen there, the grade at once; what follows is the server's to decide and is said in advance. */
import { useState } from "react";
import { Go, useGo } from "../../lib/go.tsx";
import { uuidv7 } from "../../lib/uuid.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Risk, type RiskGrade } from "../../ui/meaning.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Grade, gradeOf, scoreOf } from "./domain/risk.ts";
import { sendNow } from "./engine.ts";
import { useHere } from "./here.ts";
import { forgetKept, useKept } from "./kept.ts";
import { checkRisk, type RiskGiven } from "./patrol-acts.ts";
import { usePerson, useStore } from "./person.ts";
import { useRounds } from "./rounds.ts";
import { FieldShell } from "./shell.tsx";
import type { RoundsRow } from "./store.ts";
import { t } from "./words.ts";

export default function RiskPage() {
  return (
    <FieldShell
      title={
        <span className="row">
          <Go href="/field" aria-label={t("back")} className="field-back">
            <Icon name="left" size={24} />
          </Go>
          {t("risk")}
        </span>
      }
      tab="tasks"
    >
      <Body />
    </FieldShell>
  );
}

function Body() {
  const rounds = useRounds();
  if (rounds === undefined) return null;
  if (rounds === null) return <p className="field-hint">{t("loading")}</p>;
  if (!rounds.body.member)
    return (
      <StateBlock kind="locked" title={t("patrolNoMember")}>
        {t("patrolNoMemberHint")}
      </StateBlock>
    );
  return <Form rounds={rounds} />;
}

const numbers: Readonly<Record<Grade, RiskGrade>> = { red: 4, orange: 3, yellow: 2, blue: 1 };
const follows: Readonly<Record<Grade, "riskToHazard" | "riskToWatch" | "riskToNote">> = {
  red: "riskToHazard",
  orange: "riskToHazard",
  yellow: "riskToWatch",
  blue: "riskToNote",
};
const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

function Form({ rounds: { body } }: { readonly rounds: RoundsRow }) {
  const store = useStore();
  const { person } = usePerson();
  const go = useGo();
  const here = useHere();
  const kept = (field: string) => `risk.${person?.id}.${field}`;
  const [fresh] = useState(uuidv7);
  const [place, setPlace] = useKept(kept("place"), "");
  const [kind, setKind] = useKept<string>(kept("kind"), "rental");
  const [source, setSource] = useKept<string>(kept("source"), "gridMember");
  const [finder, setFinder] = useKept(kept("finder"), "");
  const [factors, setFactors] = useKept<readonly string[]>(kept("factors"), []);
  const [words, setWords] = useKept(kept("words"), "");
  const [trouble, setTrouble] = useState<string>();
  const score = scoreOf(factors, body.points);
  const grade = gradeOf(score, body.grades);
  const touch = (factor: string) => setFactors(factors.includes(factor) ? factors.filter((each) => each !== factor) : [...factors, factor]);
  const save = async () => {
    if (place.trim().length < 2) return setTrouble(t("needWhere"));
    const given = {
      unit: null,
      place: place.trim(),
      placeKind: kind,
      source,
      finder: finder.trim(),
      factors,
      words: words.trim(),
      point: here,
    };
    await checkRisk(store, fresh, given as RiskGiven, grade);
    forgetKept(kept(""));
    toast.done(t("patrolSaved", { n: 1 }));
    void sendNow();
    go("/field/queue");
  };
  return (
    <div className="field-cards">
      <section className="field-card field-form">
        <Field label={t("riskPlace")} help={place === "" ? t("patrolPlaceHelp") : undefined}>
          {(ids) => <Input {...ids} large value={place} maxLength={200} onChange={(event) => setPlace(event.target.value)} />}
        </Field>
        <Field label={t("riskKind")}>
          {(ids) => <Select {...ids} value={kind} options={options(body.placeKinds)} onChange={(event) => setKind(event.target.value)} />}
        </Field>
        <fieldset className="field-factors">
          <legend>{t("riskFactors")}</legend>
          <div className="field-kinds">
            {Object.entries(body.factors).map(([key, label]) => (
              <button key={key} type="button" className="field-kind" aria-pressed={factors.includes(key)} onClick={() => touch(key)}>
                {label}
              </button>
            ))}
          </div>
        </fieldset>
        <Field label={t("riskWords")} optional>
          {(ids) => <Input {...ids} large value={words} maxLength={1_000} onChange={(event) => setWords(event.target.value)} />}
        </Field>
        <Field label={t("riskSource")}>
          {(ids) => <Select {...ids} value={source} options={options(body.sources)} onChange={(event) => setSource(event.target.value)} />}
        </Field>
        {source !== "gridMember" && (
          <Field label={t("riskFinder")} optional>
            {(ids) => <Input {...ids} large value={finder} maxLength={40} onChange={(event) => setFinder(event.target.value)} />}
          </Field>
        )}
        <p className="field-card-row" aria-live="polite">
          <span className="t2">{t("riskGrade")}</span>
          <span className="grow">
            <Risk grade={numbers[grade]} value={score} />
          </span>
          <span className="t2">{t(follows[grade])}</span>
        </p>
        {trouble && (
          <p className="ink-overdue" role="alert">
            {trouble}
          </p>
        )}
        <Button kind="primary" size="large" className="field-action" onClick={() => void save()}>
          {t("riskSave")}
        </Button>
      </section>
    </div>
  );
}
