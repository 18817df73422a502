/** One village's desk: the month's patrols against the plan, its own checks, notices to sign for, training, risks it keeps an eye on. SH-1.14 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayKey } from "../../lib/format.ts";
import { Go, usePath } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { useMay, useMe } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Figure, Risk } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Desk, deskQuery, KEY } from "./model.ts";
import { s } from "./standard-words.ts";
import "./grassroots.css";

export default function VillagePage() {
  const area = Number(usePath().split("/")[3]);
  const { data, error, refetch } = useQuery(deskQuery(area));
  useEffect(() => {
    if (data) document.title = data.name;
  }, [data]);
  if (error) return <Trouble error={error} what={s("villages")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={s("villages")} rows={12} />;
  return (
    <div className="grass">
      <PageHead
        up={
          <>
            <Go href="/grassroots/villages">{s("villages")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={data.name}
        aside={data.town}
      />
      <Top desk={data} />
      <div className="town-columns">
        <div className="town-column">
          <Notices desk={data} />
          <Watch desk={data} />
        </div>
        <div className="town-column">
          <Patrols desk={data} />
        </div>
        <div className="town-column">
          <Checks desk={data} />
          <Trainings desk={data} />
        </div>
      </div>
    </div>
  );
}

function Top({ desk: { area, planned, patrolsMonth, hazards, units, body, notices, watch } }: { readonly desk: Desk }) {
  const unread = notices.filter(({ readOn }) => readOn === null).length;
  return (
    <div className="town-top">
      <Figure
        label={s("planMonth")}
        value={planned === null ? patrolsMonth : `${patrolsMonth}/${planned}`}
        href={listHref("grassroots/patrol", inArea(area))}
      />
      <Figure
        label={s("unread")}
        value={unread}
        meaning={unread > 0 ? "soon" : undefined}
        href={listHref("grassroots/notice", inArea(area))}
      />
      <Figure
        label={s("hazardsOpen")}
        value={hazards.open}
        meaning={hazards.overdue > 0 ? "overdue" : undefined}
        note={hazards.overdue > 0 ? s("overdueN", { n: hazards.overdue }) : undefined}
        href={listHref("hazard-loop/hazard", inArea(area))}
      />
      <Figure label={s("watch")} value={watch.length} href={listHref("grassroots/risk-check", inArea(area))} />
      <Figure label={s("unitsChecked")} value={`${units.checked}/${units.all}`} href={listHref("places/unit", inArea(area))} />
      <Figure
        label={s("pledge")}
        value={body?.pledge ? s("has") : s("hasNot")}
        meaning={body?.pledge ? undefined : "overdue"}
        note={body?.pledge ? s("signedOf", { n: body.signed ?? 0, all: body.households ?? 0 }) : undefined}
        href={body ? `/grassroots/village-body/${body.id}` : undefined}
      />
    </div>
  );
}

const Empty = ({ children }: { readonly children: ReactNode }) => <p className="small t2 desk-empty">{children}</p>;
const on = (at: string): string => day(at, serverNow());

function Notices({ desk }: { readonly desk: Desk }) {
  const [signing, setSigning] = useState<Desk["notices"][number]>();
  return (
    <Panel title={s("notices")} flush end={<Go href={listHref("grassroots/notice", inArea(desk.area))}>{s("list")}</Go>}>
      {desk.notices.length === 0 && <Empty>{s("noNotices")}</Empty>}
      {desk.notices.map((notice) => (
        <article key={notice.id} className="desk-line">
          <div className="row">
            <b className="grow">{notice.title}</b>
            {notice.readOn === null ? (
              desk.may.read ? (
                <Button onClick={() => setSigning(notice)}>{s("sign")}</Button>
              ) : (
                <span className="ink-soon small">{s("unread")}</span>
              )
            ) : (
              <span className="small t2">{s("signedBy", { who: notice.reader ?? "", day: on(notice.readOn) })}</span>
            )}
          </div>
          <p className="small">{notice.words}</p>
          <p className="small t3">
            {notice.sender}　{on(notice.sentOn)}　{s("readBy")} {on(notice.readBy)}
            {notice.reply && `　${s("reply")}：${notice.reply}`}
          </p>
        </article>
      ))}
      {signing && (
        <Ask
          title={signing.title}
          label={s("reply")}
          optional
          verb={s("sign")}
          onClose={() => setSigning(undefined)}
          send={(reply) => api.post("/grassroots/notices/{id}/read", { id: signing.id, reply: reply || null })}
        />
      )}
    </Panel>
  );
}

type AskProps = {
  readonly title: string;
  readonly label: string;
  readonly optional?: boolean;
  readonly verb: string;
  readonly send: (words: string) => Promise<unknown>;
  readonly onClose: () => void;
};
/** One line of words and a verb. */
function Ask({ title, label, optional = false, verb, send, onClose }: AskProps) {
  const client = useQueryClient();
  const [words, setWords] = useState("");
  const [busy, setBusy] = useState(false);
  const go = async () => {
    setBusy(true);
    try {
      await send(words.trim());
      await client.invalidateQueries({ queryKey: [KEY] });
      onClose();
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{s("cancel")}</Button>
          <Button kind="primary" busy={busy} disabled={!optional && words.trim().length < 2} onClick={() => void go()}>
            {verb}
          </Button>
        </>
      }
    >
      <Field label={label} optional={optional}>
        {(ids) => <Input {...ids} value={words} maxLength={optional ? 500 : 200} onChange={(event) => setWords(event.target.value)} />}
      </Field>
    </Dialog>
  );
}

const grades = { red: 4, orange: 3, yellow: 2, blue: 1 } as const;

function Watch({ desk }: { readonly desk: Desk }) {
  const [settling, setSettling] = useState<Desk["watch"][number]>();
  return (
    <Panel title={s("watch")} flush end={<Go href={listHref("grassroots/risk-check", inArea(desk.area))}>{s("list")}</Go>}>
      {desk.watch.length === 0 && <Empty>{s("noWatch")}</Empty>}
      <div className="town-lines">
        {desk.watch.map((risk) => (
          <div key={risk.id}>
            <Risk grade={grades[risk.grade as keyof typeof grades] ?? 1} />
            <Go className="grow truncate" href={`/grassroots/risk-check/${risk.id}`}>
              {risk.placeWords}
            </Go>
            <span className="small t2 num">{on(risk.checkedOn)}</span>
            {desk.may.settle && <Button onClick={() => setSettling(risk)}>{s("settle")}</Button>}
          </div>
        ))}
      </div>
      {settling && (
        <Ask
          title={settling.placeWords}
          label={s("settleWords")}
          verb={s("settle")}
          onClose={() => setSettling(undefined)}
          send={(words) => api.post("/grassroots/risk-checks/{id}/settle", { id: settling.id, words })}
        />
      )}
    </Panel>
  );
}

function Patrols({ desk }: { readonly desk: Desk }) {
  const may = useMay();
  return (
    <Panel title={s("patrols")} flush end={may("grassroots.patrol.write") && <Go href="/grassroots/patrol/new">{s("newPatrol")}</Go>}>
      {desk.patrols.length === 0 && <Empty>{s("noPatrols")}</Empty>}
      <div className="town-lines">
        {desk.patrols.map((each) => (
          <Go key={each.id} href={`/grassroots/patrol/${each.id}`}>
            <span className="num nowrap">{on(each.patrolledOn)}</span>
            <span className="nowrap">{each.member}</span>
            <span className={each.problems > 0 ? "grow truncate ink-soon" : "grow truncate t2"}>{each.foundWords}</span>
          </Go>
        ))}
      </div>
    </Panel>
  );
}

function Checks({ desk }: { readonly desk: Desk }) {
  const [adding, setAdding] = useState(false);
  return (
    <Panel title={s("selfCheck")} flush end={desk.may.check && <Button onClick={() => setAdding(true)}>{s("newCheck")}</Button>}>
      {desk.checks.length === 0 && <Empty>{s("noChecks")}</Empty>}
      <div className="town-lines">
        {desk.checks.map((each) => (
          <Go key={each.id} href={`/grassroots/village-check/${each.id}`}>
            <span className="num nowrap">{on(each.checkedOn)}</span>
            <span className="grow">{each.by}</span>
            <span className={each.found > 0 ? "ink-soon" : "t2"}>{each.found > 0 ? s("foundN", { n: each.found }) : s("fine")}</span>
            {each.mended !== null && each.mended > 0 && <span className="small t2">{s("mendedN", { n: each.mended })}</span>}
          </Go>
        ))}
      </div>
      {adding && <NewCheck desk={desk} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function NewCheck({ desk, onClose }: { readonly desk: Desk; readonly onClose: () => void }) {
  const client = useQueryClient();
  const me = useMe();
  const [wrong, setWrong] = useState<readonly string[]>([]);
  const [mended, setMended] = useState("");
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const given = {
        area: desk.area,
        checkedOn: dayKey(serverNow()),
        by: me.user.name,
        wrong,
        mended: mended === "" ? null : Number(mended),
      };
      await api.post<{ id: string }>("grassroots/village-check", given);
      toast.done(s("savedCheck"));
      await client.invalidateQueries({ queryKey: [KEY] });
      onClose();
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={s("newCheck")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{s("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {s("save")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 10 }}>
        <p className="small t2">{s("checkHint")}</p>
        {Object.entries(desk.items).map(([key, label]) => (
          <Checkbox
            key={key}
            label={label}
            checked={wrong.includes(key)}
            onChange={(event) => setWrong(event.target.checked ? [...wrong, key] : wrong.filter((each) => each !== key))}
          />
        ))}
        <Field label={s("mended")} optional>
          {(ids) => <Input {...ids} inputMode="numeric" value={mended} onChange={(event) => setMended(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}

function Trainings({ desk }: { readonly desk: Desk }) {
  const may = useMay();
  return (
    <Panel
      title={s("trainings")}
      flush
      end={may("grassroots.activity.write") && <Go href="/grassroots/activity/new">{s("newTraining")}</Go>}
    >
      {desk.trainings.length === 0 && <Empty>{s("noTrainings")}</Empty>}
      <div className="town-lines">
        {desk.trainings.map((each) => (
          <div key={`${each.on} ${each.what}`}>
            <span className="num nowrap">{on(each.on)}</span>
            <span className="grow truncate">{each.what}</span>
            <span className="small t2">{s("peopleN", { n: each.people })}</span>
          </div>
        ))}
      </div>
    </Panel>
  );
}
