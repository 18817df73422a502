/** 村社工作台 at a glance: which villages work and which do not; a notice to all of them. SH-1.14 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayKey } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMe } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input, TextArea } from "../../ui/field.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { KEY, type Villages, villagesQuery } from "./model.ts";
import { s } from "./standard-words.ts";
import "./grassroots.css";

const MOST_SHOWN = 400;

export default function VillagesPage() {
  const { data, error, refetch } = useQuery(villagesQuery);
  const [q, setQ] = useState("");
  const [only, setOnly] = useState(false);
  const [sending, setSending] = useState(false);
  useEffect(() => {
    document.title = s("villages");
  }, []);
  if (error) return <Trouble error={error} what={s("villages")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={s("villages")} rows={12} />;
  const shown = data.villages.filter((each) => `${each.town}${each.name}`.includes(q.trim()) && (!only || !each.active));
  return (
    <div className="grass">
      <PageHead title={s("villages")} aside={s("activeN", { n: data.active, all: data.villages.length })}>
        <Checkbox label={s("onlyIdle")} checked={only} onChange={(event) => setOnly(event.target.checked)} />
        <Input icon="search" aria-label={s("find")} placeholder={s("find")} value={q} onChange={(event) => setQ(event.target.value)} />
        {data.maySend && <Button onClick={() => setSending(true)}>{s("sendNotice")}</Button>}
      </PageHead>
      <Panel className="grass-panel" flush foot={<span className="small t3">{s("villagesHint", { days: data.days })}</span>}>
        {shown.length === 0 ? <StateBlock kind="filtered" title={s("noVillages")} /> : <Table villages={shown.slice(0, MOST_SHOWN)} />}
      </Panel>
      {sending && <Send villages={data.villages.length} onClose={() => setSending(false)} />}
    </div>
  );
}

function Table({ villages }: { readonly villages: Villages["villages"] }) {
  return (
    <table className="grass-table">
      <thead>
        <tr>
          <th>{s("name")}</th>
          <th className="grass-wide">{s("town")}</th>
          <th>{s("active")}</th>
          <th className="amount">{s("patrols")}</th>
          <th className="amount">{s("checks")}</th>
          <th className="amount grass-wide">{s("noticesRead")}</th>
          <th className="amount">{s("unread")}</th>
          <th className="amount grass-wide">{s("trainings")}</th>
          <th className="amount grass-wide">{s("unitChecks")}</th>
          <th className="amount grass-wide">{s("lastOn")}</th>
        </tr>
      </thead>
      <tbody>
        {villages.map((each) => (
          <tr key={each.area}>
            <td>
              <Go href={`/grassroots/villages/${each.area}`}>{each.name}</Go>
            </td>
            <td className="t2 grass-wide">{each.town}</td>
            <td>
              <StateDot meaning={each.active ? "ok" : "offline"}>{s(each.active ? "active" : "idle")}</StateDot>
            </td>
            <td className="amount num">{each.patrols}</td>
            <td className="amount num">{each.checks}</td>
            <td className="amount num grass-wide">{each.notices}</td>
            <td className={each.unread > 0 ? "amount num ink-soon" : "amount num"}>{each.unread}</td>
            <td className="amount num grass-wide">{each.trainings}</td>
            <td className="amount num grass-wide">{each.unitChecks}</td>
            <td className="amount num grass-wide">{each.lastOn ? day(each.lastOn, serverNow()) : "—"}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const IN_DAYS = 3;

function Send({ villages, onClose }: { readonly villages: number; readonly onClose: () => void }) {
  const client = useQueryClient();
  const { area } = useMe().user;
  const [title, setTitle] = useState("");
  const [words, setWords] = useState("");
  const [readBy, setReadBy] = useState(dayKey(serverNow() + IN_DAYS * 86_400_000));
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { sent } = await api.post("/grassroots/notices", { area, title: title.trim(), words: words.trim(), readBy });
      toast.done(s("sentN", { n: sent }));
      await client.invalidateQueries({ queryKey: [KEY] });
      onClose();
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  const ready = title.trim().length > 1 && words.trim().length > 1 && readBy !== "";
  return (
    <Dialog
      title={s("sendNotice")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{s("cancel")}</Button>
          <Button kind="primary" busy={busy} disabled={!ready} onClick={() => void send()}>
            {s("send")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <p className="small t2">{s("noticeTo", { n: villages })}</p>
        <Field label={s("noticeTitle")}>
          {(ids) => <Input {...ids} value={title} maxLength={100} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Field label={s("noticeWords")}>
          {(ids) => <TextArea {...ids} value={words} maxLength={4_000} onChange={(event) => setWords(event.target.value)} />}
        </Field>
        <Field label={s("readBy")}>
          {(ids) => <Input {...ids} type="date" value={readBy} onChange={(event) => setReadBy(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
