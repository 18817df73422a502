/** Before a check: the place, what is still open there, the list, who checks. */
import type { FieldDay } from "@suiren/api-client";
import { useState } from "react";
import { day as dayWords } from "../../lib/format.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Checkbox, Field, Input, Select } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { beginVisit } from "./acts.ts";
import { useDay } from "./day.ts";
import { sendNow } from "./engine.ts";
import { useHere } from "./here.ts";
import { usePerson, useStore } from "./person.ts";
import { FieldShell } from "./shell.tsx";
import { t } from "./words.ts";

/** Two inspectors: these kinds end in law. Others may be walked alone. */
const ALONE = new Set(["patrol", "survey", "guidance", "police", "industry"]);
/** Of what this person may do: a round where he walks rounds, else what comes first. */
const firstOf = (purposes: FieldDay["purposes"]): string => ("patrol" in purposes ? "patrol" : (Object.keys(purposes)[0] ?? ""));

export default function Begin() {
  return (
    <FieldShell title={t("begin")} head={<Back title={t("begin")} />}>
      <Form />
    </FieldShell>
  );
}

export function Back({
  title,
  sub,
  to = "/field",
  end,
  children,
}: {
  readonly title: string;
  readonly sub?: React.ReactNode;
  readonly to?: string;
  readonly end?: React.ReactNode;
  readonly children?: React.ReactNode;
}) {
  const go = useGo();
  return (
    <header className="field-head field-head-back">
      <IconButton icon="left" size={24} label={t("back")} onClick={() => go(to)} />
      <div className="grow">
        <h1 className="truncate">{title}</h1>
        {sub}
      </div>
      {end}
      {children}
    </header>
  );
}

function Form() {
  const asked = new URLSearchParams(useSearchText());
  const day = useDay();
  if (day === undefined) return null;
  const task = day?.body.tasks.find(({ id }) => id === asked.get("task"));
  const unit = day?.body.units.find(({ id }) => id === (task?.unit ?? asked.get("unit")));
  if (!day || !unit)
    return (
      <StateBlock kind="missing" title={t("unknownUnit")}>
        {t("unknownUnitHint")}
      </StateBlock>
    );
  return <Filled day={day.body} unit={unit} task={task} />;
}

type FilledProps = {
  readonly day: FieldDay;
  readonly unit: FieldDay["units"][number];
  readonly task: FieldDay["tasks"][number] | undefined;
};
function Filled({ day, unit, task }: FilledProps) {
  const { person } = usePerson();
  const store = useStore();
  const go = useGo();
  const here = useHere();
  const fits = task && task.lists.length > 0 ? task.lists : (day.listsByKind[unit.kind] ?? []);
  const lists = day.lists.filter((list) => fits.some(({ id, version }) => id === list.id && version === list.version));
  const [chosen, setChosen] = useState(lists[0]?.id ?? "");
  const [purpose, setPurpose] = useState(task?.purpose ?? firstOf(day.purposes));
  const [guidance, setGuidance] = useState(task?.purpose === "guidance");
  const named = task?.inspectors.length ? task.inspectors : [person?.name ?? ""];
  const [inspectors, setInspectors] = useState(named.join("、"));
  const [trouble, setTrouble] = useState<string>();
  const list = lists.find(({ id }) => id === chosen);
  const hazards = day.hazards.filter((hazard) => hazard.unit === unit.id);
  const begin = async () => {
    const names = inspectors.split(/[、,，;；\s]+/).filter(Boolean);
    if (!list) return;
    if (names.length < 2 && !ALONE.has(purpose)) return setTrouble(t("twoInspectors"));
    const purposeLabel = day.purposes[purpose] ?? purpose;
    const id = await beginVisit(store, {
      unit,
      list,
      task: task?.id ?? null,
      purpose,
      purposeLabel,
      inspectors: names,
      guidance,
      point: here,
    });
    void sendNow();
    go(`/field/visit/${id}`, { replace: true });
  };
  return (
    <>
      <section className="field-card">
        <h2>{unit.name}</h2>
        <p className="field-card-sub">{unit.address}</p>
        <p className={hazards.length > 0 ? "ink-soon" : "t2"}>
          {hazards.length > 0 ? t("openHazards", { n: hazards.length }) : t("noOpenHazards")}
        </p>
        <ul className="field-open">
          {hazards.slice(0, 5).map((hazard) => (
            <li key={hazard.id}>
              <Icon name="fault" size={18} />
              <span className="grow">
                {hazard.what}　<span className="t2">{hazard.placeWords}</span>
              </span>
              <span className="t2 nowrap">{hazard.dueOn ? dayWords(hazard.dueOn) : hazard.stateLabel}</span>
            </li>
          ))}
        </ul>
      </section>
      {lists.length === 0 ? (
        <StateBlock kind="empty" title={t("noList")}>
          {t("noListHint")}
        </StateBlock>
      ) : (
        <section className="field-card field-form">
          <Field label={t("purpose")}>
            {(ids) => (
              <Select
                {...ids}
                value={purpose}
                disabled={task !== undefined}
                onChange={(event) => setPurpose(event.target.value)}
                options={Object.entries(day.purposes).map(([value, label]) => ({ value, label }))}
              />
            )}
          </Field>
          <Field label={t("list")}>
            {(ids) => (
              <Select
                {...ids}
                value={chosen}
                onChange={(event) => setChosen(event.target.value)}
                options={lists.map(({ id, title, items }) => ({ value: id, label: `${title}　${t("items", { n: items.length })}` }))}
              />
            )}
          </Field>
          <Field label={t("inspectors")} help={t("inspectorsHelp")} error={trouble}>
            {(ids) => <Input {...ids} value={inspectors} onChange={(event) => setInspectors(event.target.value)} />}
          </Field>
          <Checkbox
            label={`${t("guidance")}　${t("guidanceHelp")}`}
            checked={guidance}
            onChange={(event) => setGuidance(event.target.checked)}
          />
          <Button kind="primary" size="large" className="field-action" onClick={() => void begin()}>
            {t("begin")}
          </Button>
        </section>
      )}
    </>
  );
}
