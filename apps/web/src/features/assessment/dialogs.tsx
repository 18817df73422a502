/** Beginning a year, signing a pledge, reading the circular, what the results suggest. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey, dayTime, number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select, TextArea } from "../../ui/field.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Entrant } from "./model.ts";
import { t } from "./words.ts";

type Closing = { readonly onClose: () => void };
type SchemeRow = { readonly id: string; readonly title: string; readonly edition: number };

/** Does it, says what came of it, and reads everything of the assessment anew. */
function useAct(onClose: () => void) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<string>) => {
    setBusy(true);
    try {
      toast.done(await work());
      onClose();
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: ["assessment"] });
      await client.invalidateQueries({ queryKey: ["ledger", "assessment/year"] });
    }
  };
  return { busy, act };
}

export function OpenYear({ onClose }: Closing) {
  const go = useGo();
  const { data } = useQuery({
    queryKey: ["assessment", "schemes-in-force"],
    queryFn: () => api.get<{ rows: readonly SchemeRow[] }>("assessment/scheme", { view: "inForce", limit: 50 }),
  });
  const today = dayKey(serverNow());
  const [scheme, setScheme] = useState("");
  const [year, setYear] = useState(today.slice(0, 4));
  const [pledgeBy, setPledgeBy] = useState(today);
  const [group, setGroup] = useState("");
  const { busy, act } = useAct(onClose);
  const schemes = data?.rows ?? [];
  const chosen = scheme || schemes[0]?.id || "";
  const begin = () =>
    act(async () => {
      const made = await api.post("/assessment/years", { scheme: chosen, year: Number(year), pledgeBy, group: group.trim() || null });
      go(`/assessment?year=${made.id}`);
      const left = made.ungrouped.length > 0 ? `；${t("ungroupedNames", { names: made.ungrouped.join("、") })}` : "";
      return `${t("opened", { n: made.entrants })}${left}`;
    });
  return (
    <Dialog
      title={t("open")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={chosen ? undefined : t("noScheme")} onClick={() => void begin()}>
            {t("begin")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("scheme")}>
          {(ids) => (
            <Select
              {...ids}
              value={chosen}
              options={schemes.map(({ id, title, edition }) => ({ value: id, label: `${title}（${edition}）` }))}
              onChange={(event) => setScheme(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("year")}>
          {(ids) => <Input {...ids} inputMode="numeric" value={year} onChange={(event) => setYear(event.target.value)} />}
        </Field>
        <Field label={t("pledgeBy")}>
          {(ids) => <Input {...ids} type="date" value={pledgeBy} onChange={(event) => setPledgeBy(event.target.value)} />}
        </Field>
        <Field label={t("group")} optional>
          {(ids) => <TextArea {...ids} maxLength={300} value={group} onChange={(event) => setGroup(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}

export function SignPledge({ entrant, runs, onClose }: Closing & { readonly entrant: Entrant; readonly runs: boolean }) {
  const [signedOn, setSignedOn] = useState<string>(dayKey(serverNow()));
  const [signer, setSigner] = useState("");
  const [superiorSigner, setSuperiorSigner] = useState("");
  const drafted = entrant.drafted?.targets ?? [];
  const [targets, setTargets] = useState(drafted.length > 0 ? drafted : [{ item: "", target: "" }]);
  const { busy, act } = useAct(onClose);
  const full = targets.filter(({ item, target }) => item.trim() && target.trim());
  const sign = () =>
    act(async () => {
      const { signed, of } = await api.post("/assessment/entrants/{id}/pledge", {
        id: entrant.id,
        signedOn,
        signer,
        superiorSigner: superiorSigner.trim() || null,
        targets: full,
      });
      return t("signedDone", { n: signed, of });
    });
  return (
    <Dialog
      title={t("pledgeFor", { name: entrant.name })}
      width={560}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            reason={signer.trim().length < 2 || full.length === 0 ? t("targets") : undefined}
            onClick={() => void sign()}
          >
            {t("sign")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("signer")}>
          {(ids) => <Input {...ids} maxLength={40} value={signer} onChange={(event) => setSigner(event.target.value)} />}
        </Field>
        {runs && (
          <Field label={t("superiorSigner")} optional help={t("superiorHint")}>
            {(ids) => <Input {...ids} maxLength={40} value={superiorSigner} onChange={(event) => setSuperiorSigner(event.target.value)} />}
          </Field>
        )}
        <Field label={t("signedOn")}>
          {(ids) => <Input {...ids} type="date" value={signedOn} onChange={(event) => setSignedOn(event.target.value)} />}
        </Field>
        {targets.map((row, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          <span className="row assess-target" key={i}>
            <Input
              aria-label={`${t("item")} ${i + 1}`}
              placeholder={t("item")}
              value={row.item}
              onChange={(event) => setTargets(targets.map((each, n) => (n === i ? { ...each, item: event.target.value } : each)))}
            />
            <Input
              aria-label={`${t("target")} ${i + 1}`}
              placeholder={t("target")}
              value={row.target}
              onChange={(event) => setTargets(targets.map((each, n) => (n === i ? { ...each, target: event.target.value } : each)))}
            />
          </span>
        ))}
        <Button size="small" icon="plus" onClick={() => setTargets([...targets, { item: "", target: "" }])}>
          {t("addTarget")}
        </Button>
      </div>
    </Dialog>
  );
}

export function Circular({ yearId, onClose }: Closing & { readonly yearId: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["assessment", "circular", yearId],
    queryFn: () => api.get("/assessment/years/{id}/circular", { id: yearId }),
  });
  return (
    <Dialog title={data?.title ?? t("circularTitle")} width={720} onClose={onClose} foot={<Button onClick={onClose}>{t("close")}</Button>}>
      {error ? (
        <Trouble error={error} what={t("circularTitle")} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : (
        <div className="col" style={{ gap: 12 }}>
          {data.number && (
            <p className="small t2">
              {t("number")} {data.number}
            </p>
          )}
          <Standings lines={data.lines} />
          <h3>{t("receivers")}</h3>
          <ul className="assess-receipts small">
            {data.receivers.map(({ name, readAt, reader }) => (
              <li key={name}>
                <span className="grow">{name}</span>
                {readAt ? (
                  <span className="t2">{t("readBy", { who: reader ?? "", at: dayTime(readAt, serverNow()) })}</span>
                ) : (
                  <span className="ink-soon">{t("unread")}</span>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  );
}

type Line = {
  readonly grouping: string;
  readonly rank: string;
  readonly name: string;
  readonly score: string;
  readonly grade: string;
  readonly change: string;
};
export const Standings = ({ lines }: { readonly lines: readonly Line[] }) => (
  <table className="assess-table">
    <thead>
      <tr>
        <th>{t("grouping")}</th>
        <th>{t("place")}</th>
        <th>{t("name")}</th>
        <th className="amount">{t("score")}</th>
        <th>{t("grade")}</th>
        <th>{t("change")}</th>
      </tr>
    </thead>
    <tbody>
      {lines.map(({ grouping, rank, name, score, grade, change }) => (
        <tr key={`${grouping} ${name}`}>
          <td className="small t2">{grouping}</td>
          <td className="num">{rank}</td>
          <th scope="row">{name}</th>
          <td className="num amount">{score}</td>
          <td>{grade}</td>
          <td className="small t2">{change}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

type Named = { readonly id: string; readonly name: string };

export function Suggestions({ yearId, entrants, onClose }: Closing & { readonly yearId: string; readonly entrants: readonly Named[] }) {
  const { data } = useQuery({
    queryKey: ["assessment", "suggestions", yearId],
    queryFn: () => api.get("/assessment/years/{id}/suggestions", { id: yearId }),
  });
  return (
    <Dialog
      title={t("uses")}
      width={560}
      onClose={onClose}
      foot={
        <>
          <Go className="grow link" href="/assessment/result-use">
            {t("toUses")}
          </Go>
          <Button onClick={onClose}>{t("close")}</Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <ul className="assess-receipts small">
          {(data?.suggestions ?? []).map(({ entrant, name, kind, why, n }) => (
            <li key={`${entrant} ${kind}`}>
              <b>{name}</b>
              <span className="grow">{t(why, { n: number(n, 1) })}</span>
              <Go className="link" href={`/assessment/result-use/new?entrant=${entrant}&kind=${kind}`}>
                {t("record")}
              </Go>
            </li>
          ))}
        </ul>
        <Extract entrants={entrants} onClose={onClose} />
      </div>
    </Dialog>
  );
}

/** One government's result as a letter to whoever appraises its leaders. */
function Extract({ entrants, onClose }: Closing & { readonly entrants: readonly Named[] }) {
  const [entrant, setEntrant] = useState(entrants[0]?.id ?? "");
  const [receiver, setReceiver] = useState("");
  const [person, setPerson] = useState("");
  const { busy, act } = useAct(onClose);
  const isFull = receiver.trim().length >= 2 && person.trim().length >= 2;
  const send = () =>
    act(async () =>
      t("extractDone", { number: (await api.post("/assessment/entrants/{id}/extract", { id: entrant, receiver, person })).number }),
    );
  return (
    <section className="col" style={{ gap: 8 }}>
      <h3>{t("extract")}</h3>
      <Select
        aria-label={t("name")}
        value={entrant}
        options={entrants.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => setEntrant(event.target.value)}
      />
      <Input
        aria-label={t("receiver")}
        placeholder={t("receiver")}
        value={receiver}
        onChange={(event) => setReceiver(event.target.value)}
      />
      <Input aria-label={t("leaders")} placeholder={t("leaders")} value={person} onChange={(event) => setPerson(event.target.value)} />
      <span>
        <Button busy={busy} reason={isFull ? undefined : t("extractNeeds")} onClick={() => void send()}>
          {t("extract")}
        </Button>
      </span>
    </section>
  );
}
