/** 处置 of one finding: a hazard, a penalty case, an urging letter, or points off. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { fieldOf, schemaOf } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { uuidv7 } from "../../lib/uuid.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select, TextArea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control, type ControlProps } from "../ledger/form-control.tsx";
import { t } from "./joint-words.ts";

export type About = { readonly finding: string | null; readonly hazard: string | null; readonly what: string; readonly party: string };
type Kind = "hazard" | "penalty" | "letter" | "deduction";
type Given = {
  readonly what: string;
  readonly grade: string;
  readonly organ: string | null;
  readonly demands: string;
  readonly dueOn: string | null;
  readonly points: string;
  readonly act: string;
  readonly party: string;
  readonly partyKind: "unit" | "person";
  readonly officerOne: string | null;
  readonly officerTwo: string | null;
};
const asText = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

type AskedProps = {
  readonly ids: ControlProps["ids"];
  readonly of: string;
  readonly name: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
};
/** The control of a ledger's own field: an organ, a person, a day. */
function Asked({ ids, of, name, value, onChange }: AskedProps) {
  const schema = useQuery(schemaOf(of)).data;
  const field = schema && fieldOf(schema, name);
  return field ? <Control ids={ids} field={field} value={value} onChange={(next) => onChange(asText(next))} /> : null;
}

/** What each kind needs beside the words. */
const lacks: Readonly<Record<Kind, (given: Given) => boolean>> = {
  hazard: () => false,
  penalty: ({ act, party, officerOne, officerTwo }) => act === "" || party.trim() === "" || !officerOne || !officerTwo,
  letter: ({ organ, demands, dueOn }) => !organ || demands.trim().length < 2 || !dueOn,
  deduction: ({ organ, points }) => !organ || !(Number(points) > 0),
};

type Props = { readonly action: string; readonly about: About; readonly onClose: () => void };

export function FollowDialog({ action, about, onClose }: Props) {
  const client = useQueryClient();
  const may = useMay();
  const kinds = (["hazard", "letter", "penalty", "deduction"] as const).filter(
    (kind) =>
      !(kind === "hazard" && about.hazard !== null) &&
      may(kind === "penalty" ? "enforcement.penalty.handle" : kind === "hazard" ? "hazard-loop.find" : "enforcement.joint.lead"),
  );
  const [kind, setKind] = useState<Kind>(kinds[0] ?? "letter");
  const [given, setGiven] = useState<Given>({
    what: about.what,
    grade: "",
    organ: null,
    demands: "",
    dueOn: null,
    points: "",
    act: "",
    party: about.party,
    partyKind: "unit",
    officerOne: null,
    officerTwo: null,
  });
  // Pressed again after a reply was lost, it is the same step and not a second one.
  const [ids] = useState(() => ({ hazard: uuidv7(), penalty: uuidv7(), letter: uuidv7(), deduction: uuidv7() }));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<Given>) => setGiven({ ...given, ...part });
  const save = async () => {
    setTried(true);
    if (given.what.trim().length < 2 || lacks[kind](given)) return;
    setBusy(true);
    try {
      const source = { id: action, finding: about.finding, hazard: about.hazard, follow: ids[kind], what: given.what.trim() };
      await send(kind, source, given);
      toast.done(
        kind === "deduction"
          ? t("madeDeduction", { n: given.points })
          : t(({ hazard: "madeHazard", penalty: "madePenalty", letter: "madeLetter" } as const)[kind]),
      );
      await client.invalidateQueries({ queryKey: ["ledger"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  const missing = (wrong: boolean) => (tried && wrong ? t("required") : undefined);
  return (
    <Dialog
      title={t("follow")}
      width={560}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t(kind)}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Segments label={t("how")} items={kinds.map((key) => ({ key, label: t(key) }))} value={kind} onChange={setKind} />
        <Field label={t("what")} error={missing(given.what.trim().length < 2)}>
          {(ids) => (
            <TextArea {...ids} rows={3} maxLength={1000} value={given.what} onChange={(event) => set({ what: event.target.value })} />
          )}
        </Field>
        {kind === "hazard" && (
          <Field label={t("grade")} optional>
            {(ids) => (
              <Select
                {...ids}
                empty={t("ungraded")}
                options={(["general", "minor"] as const).map((value) => ({ value, label: t(value) }))}
                value={given.grade}
                onChange={(event) => set({ grade: event.target.value })}
              />
            )}
          </Field>
        )}
        {(kind === "letter" || kind === "deduction") && (
          <Field label={t(kind === "letter" ? "organ" : "assessed")} error={missing(!given.organ)}>
            {(ids) => (
              <Asked ids={ids} of="inspection/joint-follow" name="organ" value={given.organ} onChange={(organ) => set({ organ })} />
            )}
          </Field>
        )}
        {kind === "letter" && (
          <>
            <Field label={t("demands")} error={missing(given.demands.trim().length < 2)}>
              {(ids) => (
                <TextArea
                  {...ids}
                  rows={3}
                  maxLength={2000}
                  value={given.demands}
                  onChange={(event) => set({ demands: event.target.value })}
                />
              )}
            </Field>
            <Field label={t("dueOn")} error={missing(!given.dueOn)}>
              {(ids) => (
                <Asked ids={ids} of="inspection/joint-follow" name="onDay" value={given.dueOn} onChange={(dueOn) => set({ dueOn })} />
              )}
            </Field>
          </>
        )}
        {kind === "deduction" && (
          <Field label={t("score")} help={t("deductionHint")} error={missing(!(Number(given.points) > 0))}>
            {(ids) => (
              <Input
                {...ids}
                type="number"
                min={0.1}
                max={100}
                step={0.1}
                value={given.points}
                onChange={(event) => set({ points: event.target.value })}
              />
            )}
          </Field>
        )}
        {kind === "penalty" && <PenaltyFields given={given} set={set} missing={missing} />}
      </div>
    </Dialog>
  );
}

type PenaltyProps = {
  readonly given: Given;
  readonly set: (part: Partial<Given>) => void;
  readonly missing: (wrong: boolean) => string | undefined;
};
function PenaltyFields({ given, set, missing }: PenaltyProps) {
  const schema = useQuery(schemaOf("enforcement/penalty")).data;
  const acts = Object.entries((schema && fieldOf(schema, "act")?.choices) ?? {}).map(([value, label]) => ({ value, label }));
  return (
    <>
      <Field label={t("act")} error={missing(given.act === "")}>
        {(ids) => <Select {...ids} empty="—" options={acts} value={given.act} onChange={(event) => set({ act: event.target.value })} />}
      </Field>
      <Field label={t("party")} error={missing(given.party.trim() === "")}>
        {(ids) => <Input {...ids} maxLength={120} value={given.party} onChange={(event) => set({ party: event.target.value })} />}
      </Field>
      <Field label={t("partyKind")}>
        {(ids) => (
          <Select
            {...ids}
            options={(["unit", "person"] as const).map((value) => ({ value, label: t(value) }))}
            value={given.partyKind}
            onChange={(event) => set({ partyKind: event.target.value === "person" ? "person" : "unit" })}
          />
        )}
      </Field>
      {(["officerOne", "officerTwo"] as const).map((key) => (
        <Field key={key} label={t(key)} error={missing(!given[key])}>
          {(ids) => <Asked ids={ids} of="enforcement/penalty" name={key} value={given[key]} onChange={(value) => set({ [key]: value })} />}
        </Field>
      ))}
    </>
  );
}

type Source = {
  readonly id: string;
  readonly finding: string | null;
  readonly hazard: string | null;
  readonly follow: string;
  readonly what: string;
};

function send(kind: Kind, source: Source, given: Given) {
  if (kind === "hazard") {
    const grade = given.grade === "minor" || given.grade === "general" ? given.grade : null;
    return api.post("/inspection/joint-actions/{id}/follow-hazard", { ...source, grade });
  }
  if (kind === "letter")
    return api.post("/inspection/joint-actions/{id}/follow-letter", {
      ...source,
      organ: given.organ ?? "",
      demands: given.demands.trim(),
      dueOn: given.dueOn ?? "",
    });
  if (kind === "deduction")
    return api.post("/inspection/joint-actions/{id}/follow-deduction", {
      ...source,
      organ: given.organ ?? "",
      points: Number(given.points),
    });
  const { act, party, partyKind, officerOne, officerTwo } = given;
  return api.post("/inspection/joint-actions/{id}/follow-penalty", {
    ...source,
    act,
    party: party.trim(),
    partyKind,
    officerOne: officerOne ?? "",
    officerTwo: officerTwo ?? "",
  });
}
