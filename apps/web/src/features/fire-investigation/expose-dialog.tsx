/** One problem written down, and what follows from it at once: mended where it burned, looked for wherever the same may be. */
import type { Takes } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "../../lib/api.ts";
import { fieldOf, type Row, schemaOf } from "../../lib/schema.ts";
import { useMe } from "../../lib/session.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input, Select, TextArea } from "../../ui/field.tsx";
import { Popover } from "../../ui/popover.tsx";
import { toast } from "../../ui/toast.tsx";
import { ChecklistSelect } from "../cases/checklist-select.tsx";
import { SeveralSelect } from "../cases/several-select.tsx";
import { t } from "./words.ts";

const DayField = lazy(() => import("../../ui/antd/day-field.tsx"));
type Similar = Pick<Takes<"POST", "/fire-investigation/investigations/{id}/similar">, "kinds" | "area">;
type DayProps = { readonly id: string; readonly value: string | null; readonly onChange: (value: string | null) => void };
const Day = ({ id, value, onChange }: DayProps) => (
  <Suspense fallback={<div style={{ height: 32 }} />}>
    <DayField id={id} value={value} withTime={false} onChange={onChange} />
  </Suspense>
);

export function ExposeDialog({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const client = useQueryClient();
  const { user } = useMe();
  const [words, setWords] = useState({ what: "", place: String(row.placeWords ?? ""), ground: "", rectifier: "" });
  const [grade, setGrade] = useState<"minor" | "general">("general");
  const [here, setHere] = useState(true);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [there, setThere] = useState(false);
  const [similar, setSimilar] = useState<Similar>({ kinds: [], area: user.area });
  const [similarDueOn, setSimilarDueOn] = useState<string | null>(null);
  const [checklist, setChecklist] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<typeof words>) => setWords({ ...words, ...part });
  const isMissing = words.what.trim().length < 2 || words.place.trim() === "" || (!here && !there) || (there && similar.kinds.length === 0);
  const save = async () => {
    setTried(true);
    if (isMissing) return;
    setBusy(true);
    try {
      const made = await api.post("/fire-investigation/investigations/{id}/problems", {
        id: row.id,
        what: words.what.trim(),
        placeWords: words.place.trim(),
        ground: words.ground.trim() || null,
        rectifierName: words.rectifier.trim() || null,
        grade,
        here,
        ...(dueOn ? { dueOn } : {}),
        similar: there ? similar : null,
        ...(there && similarDueOn ? { similarDueOn } : {}),
        checklist: there && checklist ? checklist : null,
      });
      toast.done(t("saved", { hazard: made.hazard ? t("hazardMade") : "", n: made.tasks }));
      await client.invalidateQueries({ queryKey: ["ledger"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("expose")}
      width={620}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t("expose")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("what")} error={tried && words.what.trim().length < 2 ? t("required") : undefined}>
          {(ids) => (
            <TextArea {...ids} rows={2} maxLength={1000} value={words.what} onChange={(event) => set({ what: event.target.value })} />
          )}
        </Field>
        <div className="exposed-two">
          <Field label={t("place")} error={tried && words.place.trim() === "" ? t("required") : undefined}>
            {(ids) => <Input {...ids} maxLength={200} value={words.place} onChange={(event) => set({ place: event.target.value })} />}
          </Field>
          <Field label={t("ground")} optional>
            {(ids) => <Input {...ids} maxLength={300} value={words.ground} onChange={(event) => set({ ground: event.target.value })} />}
          </Field>
        </div>
        <Checkbox label={t("mendHere")} checked={here} onChange={(event) => setHere(event.target.checked)} />
        {here && (
          <div className="exposed-block exposed-two">
            <Field label={t("grade")}>
              {(ids) => (
                <Select
                  {...ids}
                  options={(["general", "minor"] as const).map((value) => ({ value, label: t(value) }))}
                  value={grade}
                  onChange={(event) => setGrade(event.target.value === "minor" ? "minor" : "general")}
                />
              )}
            </Field>
            <Field label={t("dueOn")} optional help={t("dueHint")}>
              {(ids) => <Day id={ids.id} value={dueOn} onChange={setDueOn} />}
            </Field>
            <Field label={t("rectifier")} optional>
              {(ids) => (
                <Input {...ids} maxLength={60} value={words.rectifier} onChange={(event) => set({ rectifier: event.target.value })} />
              )}
            </Field>
          </div>
        )}
        <Checkbox label={t("checkSimilar")} checked={there} onChange={(event) => setThere(event.target.checked)} />
        {there && (
          <SimilarFields id={row.id} similar={similar} onSimilar={setSimilar} tried={tried}>
            <div className="exposed-two">
              <Field label={t("similarDueOn")} optional help={t("similarHint")}>
                {(ids) => <Day id={ids.id} value={similarDueOn} onChange={setSimilarDueOn} />}
              </Field>
              <Field label={t("checklist")} optional>
                {(ids) => <ChecklistSelect ids={ids} value={checklist} onChange={setChecklist} />}
              </Field>
            </div>
          </SimilarFields>
        )}
        {tried && !here && !there && <p className="ink-overdue">{t("chooseOne")}</p>}
      </div>
    </Dialog>
  );
}

type SimilarProps = {
  readonly id: string;
  readonly similar: Similar;
  readonly onSimilar: (similar: Similar) => void;
  readonly tried: boolean;
  readonly children: React.ReactNode;
};

/** Which units are of the kind, and how many that is before anybody is sent. */
function SimilarFields({ id, similar, onSimilar, tried, children }: SimilarProps) {
  const { user } = useMe();
  const [areaName, setAreaName] = useState(user.areaName);
  const schema = useQuery(schemaOf("fire-investigation/problem")).data;
  const kinds = Object.entries((schema && fieldOf(schema, "kinds")?.choices) ?? {}).map(([value, label]) => ({ value, label }));
  const counted = useQuery({
    queryKey: ["fire-investigation", "similar", id, similar],
    queryFn: () => api.post("/fire-investigation/investigations/{id}/similar", { id, ...similar }),
    enabled: similar.kinds.length > 0,
  });
  const { count = 0, most = 0 } = counted.data ?? {};
  return (
    <div className="exposed-block">
      <Field label={t("kinds")} error={tried && similar.kinds.length === 0 ? t("required") : undefined}>
        {(ids) => (
          <SeveralSelect
            ids={ids}
            options={kinds}
            value={similar.kinds}
            empty="—"
            onChange={(value) => onSimilar({ ...similar, kinds: value as Similar["kinds"] })}
          />
        )}
      </Field>
      <Field label={t("area")}>
        {(ids) => (
          <span {...ids} className="row">
            <b>{areaName}</b>
            <Popover buttonClass="btn btn-plain btn-normal" button={t("chooseArea")}>
              {(close) => (
                <AreaPicker
                  onChoose={(area) => {
                    setAreaName(area.name);
                    onSimilar({ ...similar, area: area.key });
                    close();
                  }}
                />
              )}
            </Popover>
            {counted.data && <span className="t2">{count > most ? t("tooMany", { n: most }) : t("count", { n: count })}</span>}
          </span>
        )}
      </Field>
      {children}
    </div>
  );
}
