/** One object checked: nothing found, hazards found (they go into the hazard loop with this campaign), or not applicable; and its outcome. */
import type { CampaignDetail } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { type FieldSchema, fieldOf, type Row, schemaOf } from "../../lib/schema.ts";
import { uuidv7 } from "../../lib/uuid.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Choices, Field, Input, Select, TextArea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import { t } from "./words.ts";

type Result = "none" | "found" | "notApplicable";
type Outcome = "rectified" | "demolished" | "relocated" | "closed";
type Problem = {
  /** Of the hazard it becomes: sent again, it is the same one. */
  readonly id: string;
  readonly what: string;
  readonly placeWords: string;
  readonly grade: string;
  readonly ground: string;
  readonly photos: readonly string[];
};
const blank = (): Problem => ({ id: uuidv7(), what: "", placeWords: "", grade: "", ground: "", photos: [] });
const PHOTOS = { key: "photos", label: "", kind: "files", max: 12 } as FieldSchema;

type CheckProps = { readonly campaign: CampaignDetail; readonly row: Row; readonly onClose: () => void };

export function CheckObject({ campaign, row, onClose }: CheckProps) {
  const client = useQueryClient();
  const [result, setResult] = useState<Result | "">("");
  const [why, setWhy] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>(() => [blank()]);
  const [outcome, setOutcome] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = String(row.name);
  const schema = useQuery(schemaOf("key-places/campaign-object")).data;
  const outcomes = Object.entries((schema && fieldOf(schema, "outcome")?.choices) ?? {}).map(([value, label]) => ({ value, label }));
  const isMissing =
    (result === "" && outcome === "") ||
    (result === "notApplicable" && why.trim() === "") ||
    (result === "found" && problems.some((each) => each.what.trim().length < 2 || each.placeWords.trim() === ""));
  const change = (id: string, part: Partial<Problem>) =>
    setProblems(problems.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const save = async () => {
    setTried(true);
    if (isMissing) return;
    setBusy(true);
    try {
      await (result === "" ? settle(outcome) : check(result));
      toast.done(t("saved", { name }));
      await client.invalidateQueries({ queryKey: ["ledger"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  const settle = (to: string) =>
    api.post("/key-places/campaigns/{id}/objects/{object}/outcome", { id: campaign.id, object: row.id, outcome: to as Outcome, why });
  const check = (as: Result) =>
    api.post("/key-places/campaigns/{id}/objects/{object}/check", {
      id: campaign.id,
      object: row.id,
      result: as,
      why,
      problems:
        as === "found"
          ? problems.map(({ id, what, placeWords, grade, ground, photos }) => ({
              id,
              what,
              placeWords,
              grade: grade === "minor" || grade === "general" ? grade : null,
              ground: ground || null,
              photos: [...photos],
            }))
          : [],
      ...(outcome === "" ? {} : { outcome: outcome as Outcome }),
    });
  return (
    <Dialog
      title={`${t("check")} · ${name}`}
      width={560}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <Field label={t("result")} error={tried && result === "" && outcome === "" ? t("required") : undefined}>
        {() => (
          <Choices
            label={t("result")}
            options={[
              { value: "none", label: t("resultNone") },
              { value: "found", label: t("resultFound") },
              { value: "notApplicable", label: t("resultNotApplicable") },
            ]}
            value={[result]}
            onChange={(value) => setResult(value as Result)}
          />
        )}
      </Field>
      {result === "found" && (
        <>
          {problems.map((each) => (
            <ProblemFields key={each.id} problem={each} tried={tried} onChange={(part) => change(each.id, part)} />
          ))}
          <Button size="small" icon="plus" onClick={() => setProblems([...problems, blank()])}>
            {t("addProblem")}
          </Button>
        </>
      )}
      <Field label={t("outcome")} optional>
        {(ids) => (
          <Select {...ids} empty={t("none")} options={outcomes} value={outcome} onChange={(event) => setOutcome(event.target.value)} />
        )}
      </Field>
      {(result === "notApplicable" || result === "none" || outcome !== "") && (
        <Field
          label={t("why")}
          optional={result !== "notApplicable"}
          error={tried && result === "notApplicable" && why.trim() === "" ? t("whyNeeded") : undefined}
        >
          {(ids) => <TextArea {...ids} maxLength={300} value={why} onChange={(event) => setWhy(event.target.value)} />}
        </Field>
      )}
    </Dialog>
  );
}

function ProblemFields({
  problem,
  tried,
  onChange,
}: {
  readonly problem: Problem;
  readonly tried: boolean;
  readonly onChange: (part: Partial<Problem>) => void;
}) {
  return (
    <div className="campaign-problem">
      <Field label={t("what")} error={tried && problem.what.trim().length < 2 ? t("required") : undefined}>
        {(ids) => <Input {...ids} maxLength={1_000} value={problem.what} onChange={(event) => onChange({ what: event.target.value })} />}
      </Field>
      <Field label={t("placeWords")} error={tried && problem.placeWords.trim() === "" ? t("required") : undefined}>
        {(ids) => (
          <Input {...ids} maxLength={200} value={problem.placeWords} onChange={(event) => onChange({ placeWords: event.target.value })} />
        )}
      </Field>
      <Field label={t("grade")} optional>
        {(ids) => (
          <Select
            {...ids}
            empty={t("ungraded")}
            options={[
              { value: "minor", label: t("minor") },
              { value: "general", label: t("general") },
            ]}
            value={problem.grade}
            onChange={(event) => onChange({ grade: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("ground")} optional>
        {(ids) => <Input {...ids} maxLength={300} value={problem.ground} onChange={(event) => onChange({ ground: event.target.value })} />}
      </Field>
      <Field label={t("photos")} optional>
        {(ids) => (
          <Control
            ids={ids}
            field={{ ...PHOTOS, label: t("photos") }}
            value={problem.photos}
            onChange={(value) => onChange({ photos: Array.isArray(value) ? value.map(String) : [] })}
          />
        )}
      </Field>
    </div>
  );
}
