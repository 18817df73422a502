/** Preparing a change: its kind, the areas, the day and the document; tried before it is saved, with every reason against it. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Choices, Field, Input, TextArea } from "../../ui/field.tsx";
import { Popover } from "../../ui/popover.tsx";
import { toast } from "../../ui/toast.tsx";
import { askedOf, type Draft, emptyDraft, isFilled, KEY, type Kind, type Outlook as Looked, type Named } from "./model.ts";
import { Outlook } from "./outlook.tsx";
import { t } from "./words.ts";

const kinds = ["merge", "rename", "move", "establish"] as const;
const areasLabel = { merge: "areasMerge", rename: "areasRename", move: "areasMove", establish: "areasEstablish" } as const;
const today = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date());

export function AdjustmentForm({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (id: string) => void }) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(() => emptyDraft("merge", today()));
  const [looked, setLooked] = useState<Looked | null>(null);
  const [isBusy, setBusy] = useState(false);
  const change = (some: Partial<Draft>) => {
    setDraft({ ...draft, ...some });
    setLooked(null);
  };
  const doing = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  const look = () => doing(async () => setLooked(await api.post("/areas/adjustments/preview", askedOf(draft))));
  const save = () =>
    doing(async () => {
      const { id } = await api.post("/areas/adjustments", askedOf(draft));
      toast.done(t("saved"));
      await client.invalidateQueries({ queryKey: [KEY] });
      onDone(id);
    });
  const mayBeSaved = looked !== null && looked.problems.length === 0;
  return (
    <Dialog
      title={t("prepare")}
      width={640}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button busy={isBusy} reason={isFilled(draft) ? undefined : t("document")} onClick={() => void look()}>
            {t("preview")}
          </Button>
          <Button
            kind="primary"
            busy={isBusy}
            reason={mayBeSaved ? undefined : t(looked ? "problems" : "previewFirst")}
            onClick={() => void save()}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="col areas-form">
        <Choices
          label={t("kind")}
          options={kinds.map((kind) => ({ value: kind, label: t(kind) }))}
          value={[draft.kind]}
          onChange={(kind) => change({ kind: kind as Kind, areas: [], into: null, parent: null })}
        />
        <Field label={t(areasLabel[draft.kind])} optional={draft.kind === "establish"}>
          {() => (
            <Areas
              chosen={draft.areas}
              several={draft.kind === "merge" || draft.kind === "establish"}
              onChange={(areas) => change({ areas })}
            />
          )}
        </Field>
        <Target draft={draft} onChange={change} />
        <Field label={t("effectiveOn")}>
          {(ids) => (
            <Input {...ids} type="date" value={draft.effectiveOn} onChange={(event) => change({ effectiveOn: event.target.value })} />
          )}
        </Field>
        <Field label={t("document")} help={t("documentHelp")}>
          {(ids) => (
            <Input {...ids} maxLength={120} value={draft.document} onChange={(event) => change({ document: event.target.value })} />
          )}
        </Field>
        <Field label={t("reason")} help={t("reasonHelp")}>
          {(ids) => (
            <TextArea {...ids} rows={2} maxLength={400} value={draft.reason} onChange={(event) => change({ reason: event.target.value })} />
          )}
        </Field>
        {looked && <Outlook outlook={looked} />}
      </div>
    </Dialog>
  );
}

/** Where it goes, or what it will be called, as the kind asks. */
function Target({ draft, onChange }: { readonly draft: Draft; readonly onChange: (some: Partial<Draft>) => void }) {
  const { kind, isFresh } = draft;
  const isNew = kind === "establish" || (kind === "merge" && isFresh);
  return (
    <>
      {kind === "merge" && (
        <Choices
          label={t("target")}
          options={[
            { value: "existing", label: t("existing") },
            { value: "fresh", label: t("fresh") },
          ]}
          value={[isFresh ? "fresh" : "existing"]}
          onChange={(value) => onChange({ isFresh: value === "fresh" })}
        />
      )}
      {kind === "merge" && !isFresh && (
        <Field label={t("target")}>
          {() => <Areas chosen={draft.into ? [draft.into] : []} several={false} onChange={([into]) => onChange({ into: into ?? null })} />}
        </Field>
      )}
      {(isNew || kind === "move") && (
        <Field label={t("parent")}>
          {() => (
            <Areas
              chosen={draft.parent ? [draft.parent] : []}
              several={false}
              onChange={([parent]) => onChange({ parent: parent ?? null })}
            />
          )}
        </Field>
      )}
      {(isNew || kind === "rename") && (
        <Field label={t("newName")}>
          {(ids) => <Input {...ids} maxLength={40} value={draft.name} onChange={(event) => onChange({ name: event.target.value })} />}
        </Field>
      )}
      {(isNew || kind === "move") && (
        <Field label={t("code")} optional help={t("codeHelp")}>
          {(ids) => (
            <Input
              {...ids}
              inputMode="numeric"
              maxLength={15}
              value={draft.code}
              onChange={(event) => onChange({ code: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}

type AreasProps = { readonly chosen: readonly Named[]; readonly several: boolean; readonly onChange: (areas: readonly Named[]) => void };
function Areas({ chosen, several, onChange }: AreasProps) {
  return (
    <div className="row areas-chosen">
      {chosen.map((area) => (
        <span key={area.key} className="tag areas-chip">
          {area.name}
          <IconButton
            icon="x"
            label={t("remove", { name: area.name })}
            onClick={() => onChange(chosen.filter(({ key }) => key !== area.key))}
          />
        </span>
      ))}
      {(several || chosen.length === 0) && (
        <Popover buttonClass="btn btn-plain btn-normal" button={t("add")} width={260}>
          {(close) => (
            <AreaPicker
              onChoose={({ key, fullName }) => {
                onChange([...chosen.filter((each) => each.key !== key), { key, name: fullName }]);
                close();
              }}
            />
          )}
        </Popover>
      )}
    </div>
  );
}
