/** Reminders 催办与升级: each a line of when, how, to whom and in what words; the office's own words stay as they were written. */
import { kinds, meaningOf } from "../../lib/alarm-kinds.ts";
import { duration } from "../../lib/format.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Input, Select } from "../../ui/field.tsx";
import { meaningWord } from "../../ui/meaning.tsx";
import type { TypedStep } from "./model.ts";
import { Below, type Desk, Headed } from "./setting.tsx";
import { t } from "./words.ts";

const states = ["reported", "accepted", "verifying"] as const;
const channels = ["screen", "sms", "voice"] as const;
const MOST = 60;

export type StepsProps = {
  readonly desk: Desk;
  readonly steps: readonly TypedStep[];
  readonly onSteps: (steps: readonly TypedStep[]) => void;
};

export function Steps({ desk, steps, onSteps }: StepsProps) {
  const { settings, problems } = desk;
  const change = (id: number, to: Partial<TypedStep>) => onSteps(steps.map((step) => (step.id === id ? { ...step, ...to } : step)));
  const add = () => {
    const id = Math.max(0, ...steps.map((step) => step.id)) + 1;
    onSteps([...steps, { id, kind: "fire", state: "reported", afterSeconds: "60", channel: "screen", to: "", what: "" }]);
  };
  return (
    <Headed desk={desk} of="escalation">
      {steps.length === 0 && <p className="t3">{t("noSteps")}</p>}
      <ol className="duty-steps">
        {steps.map((step, index) =>
          settings.mayChange ? (
            <StepForm
              key={step.id}
              step={step}
              index={index}
              problems={problems}
              onChange={(to) => change(step.id, to)}
              onRemove={() => onSteps(steps.filter((each) => each !== step))}
            />
          ) : (
            <li key={step.id} className="duty-step-read">
              <b>{step.what}</b>
              <span className="small t2">
                {[
                  meaningWord(meaningOf[step.kind]),
                  t(`state_${step.state}`),
                  duration(Number(step.afterSeconds)),
                  t(`channel_${step.channel}`),
                  step.to,
                ].join("　")}
              </span>
            </li>
          ),
        )}
      </ol>
      {settings.mayChange && (
        <Button
          size="small"
          icon="plus"
          reason={steps.length >= MOST ? t("range", { least: 0, most: MOST, unit: "" }) : undefined}
          onClick={add}
        >
          {t("add")}
        </Button>
      )}
      <Below desk={desk} of="escalation" range="" factory="" />
    </Headed>
  );
}

type StepFormProps = {
  readonly step: TypedStep;
  readonly index: number;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (to: Partial<TypedStep>) => void;
  readonly onRemove: () => void;
};

function StepForm({ step, index, problems, onChange, onRemove }: StepFormProps) {
  const path = `escalation.${index}`;
  const bad = [path, `${path}.afterSeconds`, `${path}.to`, `${path}.what`].flatMap((each) => {
    const problem = problems[each];
    if (!problem) return [];
    const name = each.endsWith(".to") ? t("who") : each.endsWith(".what") ? t("what") : each.endsWith("afterSeconds") ? t("after") : "";
    return [[name, problem].filter(Boolean).join(" ")];
  });
  const isBad = (field: string) => problems[`${path}.${field}`] !== undefined;
  return (
    <li className={bad.length > 0 ? "field-bad" : undefined} data-path={path}>
      <div className="duty-step">
        <Select
          aria-label={t("kind")}
          options={kinds.map((kind) => ({ value: kind, label: meaningWord(meaningOf[kind]) }))}
          value={step.kind}
          onChange={({ target }) => onChange({ kind: kinds.find((kind) => kind === target.value) ?? step.kind })}
        />
        <Select
          aria-label={t("when")}
          options={states.map((state) => ({ value: state, label: t(`state_${state}`) }))}
          value={step.state}
          onChange={({ target }) => onChange({ state: states.find((state) => state === target.value) ?? step.state })}
        />
        <Input
          aria-label={t("after")}
          aria-invalid={isBad("afterSeconds")}
          inputMode="numeric"
          unit={t("seconds")}
          value={step.afterSeconds}
          onChange={({ target }) => onChange({ afterSeconds: target.value })}
        />
        <Select
          aria-label={t("how")}
          options={channels.map((channel) => ({ value: channel, label: t(`channel_${channel}`) }))}
          value={step.channel}
          onChange={({ target }) => onChange({ channel: channels.find((channel) => channel === target.value) ?? step.channel })}
        />
        <Input
          aria-label={t("who")}
          aria-invalid={isBad("to")}
          placeholder={t("who")}
          maxLength={40}
          value={step.to}
          onChange={({ target }) => onChange({ to: target.value })}
        />
        <Input
          aria-label={t("what")}
          aria-invalid={isBad("what")}
          placeholder={t("what")}
          maxLength={60}
          value={step.what}
          onChange={({ target }) => onChange({ what: target.value })}
        />
        <IconButton icon="x" label={t("remove")} onClick={onRemove} />
      </div>
      {bad.length > 0 && (
        <p className="field-below" role="alert">
          {bad.join("；")}
        </p>
      )}
    </li>
  );
}
