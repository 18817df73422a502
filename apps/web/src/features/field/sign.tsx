/** The end of a check: what it came to, the opinion, and both signatures on the screen. A refusal to sign is written down, not skipped. */
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useGo } from "../../lib/go.tsx";
import type { Strokes } from "../../lib/strokes.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, Field, Input, TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { toast } from "../../ui/toast.tsx";
import { finishVisit, goTo, signVisit } from "./acts.ts";
import { Back } from "./begin.tsx";
import type { VisitRow } from "./domain/rows.ts";
import { sendNow } from "./engine.ts";
import { forgetKept, useKept } from "./kept.ts";
import { useStored } from "./live-query.ts";
import { SignaturePad } from "./pad.tsx";
import { usePerson, useStore } from "./person.ts";
import { FieldShell } from "./shell.tsx";
import { piecesOf } from "./store.ts";
import { t } from "./words.ts";

export default function Sign() {
  const id = String(useParams({ strict: false }).id);
  return (
    <FieldShell title={t("sign")} head={<Head id={id} />}>
      <Form id={id} />
    </FieldShell>
  );
}

function Head({ id }: { readonly id: string }) {
  const visit = useStored((store) => store.visits.get(id), id);
  return <Back title={visit?.unitName ?? ""} sub={<span className="field-sub">{t("sign")}</span>} to={`/field/visit/${id}`} />;
}

function Form({ id }: { readonly id: string }) {
  const visit = useStored((store) => store.visits.get(id), id);
  return visit ? <Filled visit={visit} /> : null;
}

function Filled({ visit }: { readonly visit: VisitRow }) {
  const store = useStore();
  const { person } = usePerson();
  const go = useGo();
  const kept = (field: string) => `sign.${visit.id}.${field}`;
  const [opinion, setOpinion] = useKept(kept("opinion"), "");
  const [firstExempt, setFirstExempt] = useState(false);
  const [present, setPresent] = useKept(kept("present"), visit.signatures.unit?.name ?? visit.manager ?? "");
  const [presentPost, setPresentPost] = useKept(kept("post"), "");
  const [refuses, setRefuses] = useState(visit.signatures.unit?.refusedWhy != null);
  const [refusedWhy, setRefusedWhy] = useKept(kept("why"), visit.signatures.unit?.refusedWhy ?? "");
  const [mine, setMine] = useKept<Strokes>(kept("mine"), visit.signatures.inspector?.strokes ?? []);
  const [theirs, setTheirs] = useKept<Strokes>(kept("theirs"), visit.signatures.unit?.strokes ?? []);
  const [trouble, setTrouble] = useState<string>();
  const failed = visit.list.items.filter(({ id }) => visit.answers[id]?.outcome === "fail");
  const minorOnly = failed.length > 0 && failed.every(({ grade }) => grade === "minor");
  const finish = async () => {
    if (mine.length === 0) return setTrouble(t("needInspectorSign"));
    if (present.trim() === "") return setTrouble(t("needPresent"));
    if (refuses ? refusedWhy.trim().length < 2 : theirs.length === 0) return setTrouble(t("needUnitSign"));
    await signVisit(store, visit.id, "inspector", { name: person?.name ?? visit.inspectors[0] ?? "", strokes: mine, refusedWhy: null });
    await signVisit(store, visit.id, "unit", {
      name: present.trim(),
      strokes: refuses ? [] : theirs,
      refusedWhy: refuses ? refusedWhy.trim() : null,
    });
    await finishVisit(store, visit.id, { present: present.trim(), presentPost: presentPost.trim(), opinion: opinion.trim(), firstExempt });
    forgetKept(`sign.${visit.id}.`);
    const waiting = (await piecesOf(store)).filter(({ state }) => state === "waiting").length;
    toast.done(t("finished", { n: waiting }));
    void sendNow();
    go("/field/queue", { replace: true });
  };
  return (
    <>
      <Summary visit={visit} />
      {failed.length > 0 && (
        <section className="field-card">
          <h3>{t("failedItems")}</h3>
          <ul className="field-open">
            {failed.map((item) => (
              <li key={item.id}>
                <span className="num ink-overdue">{item.id}</span>
                <span className="grow">{visit.answers[item.id]?.note || item.text}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="field-card field-form">
        <Field label={t("opinion")} optional>
          {(ids) => <TextArea {...ids} rows={2} maxLength={2_000} value={opinion} onChange={(event) => setOpinion(event.target.value)} />}
        </Field>
        {minorOnly && (
          <Checkbox
            label={`${t("firstExempt")}　${t("firstExemptHint")}`}
            checked={firstExempt}
            onChange={(event) => setFirstExempt(event.target.checked)}
          />
        )}
        <Field label={t("present")}>
          {(ids) => <Input {...ids} value={present} maxLength={40} onChange={(event) => setPresent(event.target.value)} />}
        </Field>
        <Field label={t("presentPost")} optional>
          {(ids) => <Input {...ids} value={presentPost} maxLength={40} onChange={(event) => setPresentPost(event.target.value)} />}
        </Field>
      </section>
      <section className="field-card field-form">
        <h3>
          {t("inspectorSign")}　<span className="t2">{person?.name}</span>
        </h3>
        <SignaturePad label={t("inspectorSign")} strokes={mine} onChange={setMine} />
        <h3>
          {t("unitSign")}　<span className="t2">{present}</span>
        </h3>
        {!refuses && <SignaturePad label={t("unitSign")} strokes={theirs} onChange={setTheirs} />}
        <Checkbox label={t("refuse")} checked={refuses} onChange={(event) => setRefuses(event.target.checked)} />
        {refuses && (
          <Field label={t("refusedWhy")}>
            {(ids) => <Input {...ids} value={refusedWhy} maxLength={200} onChange={(event) => setRefusedWhy(event.target.value)} />}
          </Field>
        )}
        {trouble && (
          <p className="ink-overdue" role="alert">
            {trouble}
          </p>
        )}
        <Button kind="primary" size="large" className="field-action" onClick={() => void finish()}>
          {t("finish")}
        </Button>
      </section>
    </>
  );
}

function Summary({ visit }: { readonly visit: VisitRow }) {
  const store = useStore();
  const go = useGo();
  const count = (outcome: string) => Object.values(visit.answers).filter((answer) => answer.outcome === outcome).length;
  const left = visit.list.items.length - Object.keys(visit.answers).length;
  const unsaved = Object.keys(visit.drafts).filter((item) => visit.drafts[item]?.outcome !== null);
  const look = async () => {
    const index = visit.list.items.findIndex(({ id }) => id === unsaved[0]);
    await goTo(store, visit.id, Math.max(0, index));
    go(`/field/visit/${visit.id}`);
  };
  return (
    <section className="field-card">
      <p className="field-summary">{t("summary", { pass: count("pass"), fail: count("fail"), none: count("notApplicable"), left })}</p>
      {unsaved.length > 0 && (
        <p className="ink-soon row">
          <Icon name="fault" size={18} />
          <span className="grow">{t("unsaved", { n: unsaved.length })}</span>
          <button type="button" className="link" onClick={() => void look()}>
            {t("goThere")}
          </button>
        </p>
      )}
    </section>
  );
}
