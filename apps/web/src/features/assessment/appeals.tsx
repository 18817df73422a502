/** 申诉 beside the frozen evidence: what accepting so many would change stands there before anybody decides. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayTime, number } from "../../lib/format.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, TextArea } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Appeal, appealsQuery, type Entrant, evidenceQuery, points } from "./model.ts";
import { t } from "./words.ts";

const stateWords = { filed: "", consulting: "consulting", accepted: "accepted", rejected: "rejected", withdrawn: "withdrawn" } as const;
const said = (appeal: Appeal): string => {
  const word = stateWords[appeal.state];
  return word === "" ? (appeal.dueAt ? t("replyBy", { day: day(appeal.dueAt) }) : "") : t(word, { n: appeal.accepted ?? 0 });
};

/** Moves of a case are asked by its name, as everywhere. */
const moveOf = ({ id }: Appeal, move: string): string => `assessment/appeal/${id}/${move}`;

export function AppealsPanel({
  yearId,
  runs,
  entrant,
  indicator,
}: {
  readonly yearId: string;
  /** Who runs the year answers; the assessed do not, whatever else they may. */
  readonly runs: boolean;
  readonly entrant: Entrant;
  readonly indicator: string;
}) {
  const may = useMay();
  const { data } = useQuery(appealsQuery(yearId, entrant.id));
  const [filing, setFiling] = useState(false);
  const appeals = (data?.appeals ?? []).toSorted((a, b) => Number(b.indicator === indicator) - Number(a.indicator === indicator));
  if (appeals.length === 0 && !entrant.may.appeal) return null;
  return (
    <Panel
      className="assess-appeals"
      title={t("appeal")}
      aside={entrant.name}
      end={
        entrant.may.appeal && (
          <Button size="small" onClick={() => setFiling(true)}>
            {t("fileAppeal")}
          </Button>
        )
      }
      scroll
    >
      {appeals.length === 0 && <p className="small t2">{t("noAppeals")}</p>}
      {appeals.map((appeal) => (
        <AppealCard key={appeal.id} appeal={appeal} decides={runs && may("assessment.decide")} />
      ))}
      {filing && <FileAppeal entrant={entrant} indicator={indicator} onClose={() => setFiling(false)} />}
    </Panel>
  );
}

function AppealCard({ appeal, decides }: { readonly appeal: Appeal; readonly decides: boolean }) {
  const isOpen = appeal.state === "filed" || appeal.state === "consulting";
  const [picked, setPicked] = useState<readonly number[]>(appeal.claims.map((_, i) => i));
  const [deciding, setDeciding] = useState<"accept" | "reject">();
  const client = useQueryClient();
  const frozen = appeal.effects[0];
  const all = appeal.effects.at(-1);
  const chosen = isOpen
    ? appeal.effects[picked.length]
    : appeal.effects.find(({ accepted }) => accepted === appeal.accepted && accepted > 0);
  const isPart = chosen !== undefined && chosen.accepted > 0 && chosen.accepted < appeal.claims.length;
  const lines = [
    ...(frozen ? [{ key: "frozen", label: t("atFreeze"), effect: frozen }] : []),
    ...(isPart ? [{ key: "chosen", label: t("acceptN", { n: chosen.accepted }), effect: chosen }] : []),
    ...(all && all.accepted > 0 ? [{ key: "all", label: t("acceptAll"), effect: all }] : []),
  ];
  const late = appeal.papers.filter((paper) => paper.late).length;
  const consult = async () => {
    try {
      await api.post(moveOf(appeal, "consult"), { version: appeal.version });
      await client.invalidateQueries({ queryKey: ["assessment"] });
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <article className="assess-appeal">
      <header>
        <b>{appeal.indicator}</b> <span className="grow small t2">{appeal.title}</span>{" "}
        <span className="small ink-soon">{said(appeal)}</span>
      </header>
      <blockquote>{appeal.reason}</blockquote>
      <p className="caption t2">
        {t("by", { who: appeal.by ?? "", at: dayTime(appeal.at, serverNow()) })}
        {appeal.papers.length > 0 && `  ${t("papers", { n: appeal.papers.length })}`}
      </p>
      <table className="assess-effect">
        <tbody>
          {lines.map(({ key, label, effect }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="num">{effect.den > 0 ? `${number(effect.num, 0)} / ${number(effect.den, 0)}` : number(effect.num, 0)}</td>
              <td className="num amount">{effect.value === null ? "—" : `${effect.value.toFixed(1)}${effect.den > 0 ? " %" : ""}`}</td>
              <td className="num amount">
                <b>{points(effect.points)}</b>
              </td>
              <td className="small t2 amount">
                {t("totalThen", { n: effect.total.toFixed(1) })} {effect.grade}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {appeal.papers.length > 0 && (
        <p className="caption t2">
          {late < appeal.papers.length && t("early", { n: appeal.papers.length - late })} {late > 0 && t("late", { n: late })}
        </p>
      )}
      {isOpen && decides && (
        <>
          <ul className="assess-claims small">
            {appeal.claims.map((claim, i) => (
              <li key={`${claim.what} ${claim.ord ?? i}`}>
                <Checkbox
                  label={`${claim.what}${claim.words ? `：${claim.words}` : ""}`}
                  checked={picked.includes(i)}
                  onChange={() => setPicked(picked.includes(i) ? picked.filter((each) => each !== i) : [...picked, i])}
                />
              </li>
            ))}
          </ul>
          <span className="assess-decide">
            <Button kind="primary" disabled={picked.length === 0} onClick={() => setDeciding("accept")}>
              {t("acceptN", { n: picked.length })}
            </Button>
            <Button onClick={() => setDeciding("reject")}>{t("reject")}</Button>
            {appeal.state === "filed" && <Button onClick={() => void consult()}>{t("consult")}</Button>}
          </span>
        </>
      )}
      {!isOpen && appeal.reply && (
        <p className="small">
          {t("reply")}：{appeal.reply}
        </p>
      )}
      {deciding && <Decide appeal={appeal} how={deciding} picked={picked} onClose={() => setDeciding(undefined)} />}
    </article>
  );
}

function Decide({
  appeal,
  how,
  picked,
  onClose,
}: {
  readonly appeal: Appeal;
  readonly how: "accept" | "reject";
  readonly picked: readonly number[];
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const [reply, setReply] = useState("");
  const [busy, setBusy] = useState(false);
  const verb = how === "accept" ? t("acceptN", { n: picked.length }) : t("reject");
  const send = async () => {
    setBusy(true);
    try {
      const given =
        how === "accept" ? { accepted: picked.length, picked, reply, version: appeal.version } : { reply, version: appeal.version };
      await api.post(moveOf(appeal, how), given);
      toast.done(t("decided"));
      onClose();
      await client.invalidateQueries({ queryKey: ["assessment"] });
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`${verb}：${appeal.title}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={reply.trim().length < 2 ? t("replyAsk") : undefined} onClick={() => void send()}>
            {verb}
          </Button>
        </>
      }
    >
      <Field label={t("reply")} help={t("replyAsk")}>
        {(ids) => <TextArea {...ids} maxLength={2000} value={reply} onChange={(event) => setReply(event.target.value)} />}
      </Field>
    </Dialog>
  );
}

function FileAppeal({
  entrant,
  indicator,
  onClose,
}: {
  readonly entrant: Entrant;
  readonly indicator: string;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const { data } = useQuery(evidenceQuery(entrant.id, indicator, 0));
  const bad = (data?.rows ?? []).filter(({ good }) => !good);
  const [picked, setPicked] = useState<readonly number[]>([]);
  const [reason, setReason] = useState("");
  const [words, setWords] = useState("");
  const [busy, setBusy] = useState(false);
  const named = words
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  const claims = [
    ...bad.filter(({ ord }) => picked.includes(ord)).map(({ ord, title }) => ({ ord, what: title })),
    ...named.map((what) => ({ what })),
  ];
  const send = async () => {
    setBusy(true);
    try {
      await api.post("/assessment/entrants/{id}/appeals", { id: entrant.id, indicator, reason, claims });
      toast.done(t("filedDone"));
      onClose();
      await client.invalidateQueries({ queryKey: ["assessment"] });
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  const row = entrant.indicators.find(({ id }) => id === indicator);
  return (
    <Dialog
      title={`${t("fileAppeal")}：${indicator} ${row?.name ?? ""}`}
      width={560}
      onClose={onClose}
      foot={
        <>
          <span className="grow small t2">{t("claimCount", { n: claims.length })}</span>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            reason={reason.trim().length < 4 || claims.length === 0 ? t("claimHint") : undefined}
            onClick={() => void send()}
          >
            {t("fileAppeal")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("reason")}>
          {(ids) => <TextArea {...ids} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
        {bad.length > 0 && (
          <fieldset className="assess-claims">
            <legend className="small t2">{t("claimHint")}</legend>
            {bad.map(({ ord, title, place }) => (
              <Checkbox
                key={ord}
                label={`${title} ${place}`}
                checked={picked.includes(ord)}
                onChange={() => setPicked(picked.includes(ord) ? picked.filter((each) => each !== ord) : [...picked, ord])}
              />
            ))}
          </fieldset>
        )}
        <Field label={t("claims")} optional={bad.length > 0}>
          {(ids) => <TextArea {...ids} maxLength={4000} value={words} onChange={(event) => setWords(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
