/** 安全承诺: what the unit publishes, the poster with its code, and the way to take it down. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow, useNow } from "../../lib/clock.ts";
import { day, dayKey } from "../../lib/format.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { confirm } from "../../ui/dialog.tsx";
import { Field, Input, TextArea } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Desk, Standing } from "./model.ts";
import { w } from "./own-words.ts";

const QrCode = lazy(() => import("../../ui/antd/qr-code.tsx"));
const YEAR_DAYS = 365;

type PromiseProps = { readonly standing: Standing; readonly unit: Desk["unit"] };
export function Commitment({ standing, unit }: PromiseProps) {
  const now = useNow();
  const may = useMay();
  const client = useQueryClient();
  const [writes, setWrites] = useState(false);
  const public_ = standing.commitment;
  const revoke = async () => {
    if (!public_ || !(await confirm({ title: w("revoke"), text: w("promisePublic", { day: day(public_.until, now) }), verb: w("revoke") })))
      return;
    try {
      await api.post("/unit/commitments/{id}/revoke", { id: public_.id, why: w("revoke") });
      toast.done(w("revoked"));
      await client.invalidateQueries({ queryKey: ["unit"] });
    } catch (error) {
      toast.trouble(error);
    }
  };
  const address = public_ ? `${location.origin}/p/${public_.token}` : "";
  return (
    <>
      {public_ && (
        <section className="desk-card desk-poster">
          <h2>{w("publicTitle")}</h2>
          <b className="desk-poster-unit">{standing.unit.name}</b>
          <Suspense fallback={<Loading rows={4} />}>
            <QrCode value={address} />
          </Suspense>
          <p>{w("posterSay")}</p>
          <p className="t2">{w("promisePublic", { day: day(public_.until, now) })}</p>
          <div className="desk-poster-acts">
            <Button kind="primary" onClick={() => window.print()}>
              {w("print")}
            </Button>
            <a className="btn btn-plain btn-normal" href={address} target="_blank" rel="noreferrer">
              {w("openPage")}
            </a>
            {may("unit-management.publish") && (
              <>
                <Button onClick={() => setWrites(!writes)}>{w("publishAgain")}</Button>
                <Button kind="text" onClick={() => void revoke()}>
                  {w("revoke")}
                </Button>
              </>
            )}
          </div>
        </section>
      )}
      {may("unit-management.publish") && (!public_ || writes) && <Publish unit={unit} onDone={() => setWrites(false)} />}
      {!public_ && !may("unit-management.publish") && <p className="desk-none t2">{w("promiseNone")}</p>}
    </>
  );
}

function Publish({ unit, onDone }: { readonly unit: Desk["unit"]; readonly onDone: () => void }) {
  const client = useQueryClient();
  const [given, setGiven] = useState({
    responsible: unit?.responsible ?? "",
    responsiblePost: "",
    manager: unit?.manager ?? "",
    managerPost: "",
    phone: "",
    words: w("defaultWords"),
    until: dayKey(serverNow() + YEAR_DAYS * 86_400_000),
  });
  const [busy, setBusy] = useState(false);
  const set = (key: keyof typeof given) => (event: { readonly target: { readonly value: string } }) =>
    setGiven({ ...given, [key]: event.target.value });
  const publish = async () => {
    setBusy(true);
    try {
      await api.post("/unit/commitments", { ...given, phone: given.phone.trim() || null });
      toast.done(w("published"));
      onDone();
      await client.invalidateQueries({ queryKey: ["unit"] });
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={w("publish")}>
      <div className="desk-form">
        {(["responsible", "responsiblePost", "manager", "managerPost"] as const).map((key) => (
          <Field key={key} label={w(key)} optional={key.endsWith("Post")}>
            {(ids) => <Input {...ids} maxLength={40} value={given[key]} onChange={set(key)} />}
          </Field>
        ))}
        <Field label={w("phone")} optional help={w("phoneHelp")}>
          {(ids) => <Input {...ids} type="tel" maxLength={20} value={given.phone} onChange={set("phone")} />}
        </Field>
        <Field label={w("until")}>{(ids) => <Input {...ids} type="date" value={given.until} onChange={set("until")} />}</Field>
        <div className="desk-form-wide">
          <Field label={w("words")}>
            {(ids) => <TextArea {...ids} rows={4} maxLength={600} value={given.words} onChange={set("words")} />}
          </Field>
        </div>
      </div>
      <Button kind="primary" size="large" busy={busy} onClick={() => void publish()}>
        {w("publish")}
      </Button>
    </Panel>
  );
}

/** 标准化自评: points by item of the set that fits the unit. */
export function Standard() {
  const client = useQueryClient();
  const asked = useQuery({ queryKey: ["unit", "standard"], queryFn: () => api.get("/unit/standard"), staleTime: 30 * 60_000 });
  const set = asked.data;
  const [scores, setScores] = useState<Readonly<Record<string, string>>>({});
  if (!set && asked.error) return <Trouble error={asked.error} what={w("standardTitle")} onRetry={() => void asked.refetch()} />;
  if (!set) return <Loading what={w("standardTitle")} />;
  const sum = set.items.reduce((total, { item }) => total + (Number(scores[item]) || 0), 0);
  const isWhole = set.items.every(({ item }) => scores[item] !== undefined && scores[item] !== "");
  const send = async () => {
    try {
      const { score } = await api.post("/unit/standardisations", {
        scores: Object.fromEntries(set.items.map(({ item }) => [item, Number(scores[item])])),
      });
      toast.done(w("standardSent", { n: score }));
      setScores({});
      await client.invalidateQueries({ queryKey: ["unit"] });
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <Panel title={w("standardTitle")} aside={set.title}>
      <div className="desk-form">
        {set.items.map(({ item, title, weight }) => (
          <Field key={item} label={title}>
            {(ids) => (
              <Input
                {...ids}
                inputMode="numeric"
                unit={w("of", { n: weight })}
                value={scores[item] ?? ""}
                onChange={(event) => setScores({ ...scores, [item]: event.target.value.replace(/\D/g, "") })}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="num">{w("standardSum", { n: sum })}</p>
      <Button
        kind="primary"
        size="large"
        reason={isWhole ? undefined : w("openCount", { n: set.items.length - Object.keys(scores).length })}
        onClick={() => void send()}
      >
        {w("standardSend")}
      </Button>
    </Panel>
  );
}
