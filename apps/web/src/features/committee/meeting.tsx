/** One meeting: 议程 → 纪要 → 任务 side by side; its steps, who came, and why the minutes cannot be issued yet. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayKey, dayTime, inTurn, listed } from "../../lib/format.ts";
import { Go, useGo, usePath, useSearchText } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { CaseBar, type CaseStep } from "../../ui/case-bar.tsx";
import { confirm } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { AgendaDialog } from "./agenda-dialog.tsx";
import { AgendaPanel } from "./agenda-panel.tsx";
import { AttendanceDialog } from "./attendance-dialog.tsx";
import { MinutesPanel } from "./minutes-panel.tsx";
import { type Agenda, type HeldBack, meetingQuery, type Page, type Resolution, type SentMark, useShown } from "./model.ts";
import { ResolutionDialog } from "./resolution-dialog.tsx";
import { lackWords, TasksPanel } from "./tasks-panel.tsx";
import { tellMark } from "./use-draft.ts";
import { t } from "./words.ts";
import "../../ui/meaning.css";
import "./committee.css";

export default function MeetingPage() {
  const [, , , id = ""] = usePath().split("/");
  const { data, error, refetch } = useQuery(meetingQuery(id));
  useEffect(() => {
    document.title = data?.meeting.title ?? t("meeting");
  }, [data?.meeting.title]);
  if (error) return <Trouble error={error} what={t("meeting")} onRetry={() => void refetch()} />;
  return data ? <Meeting page={data} /> : <Loading what={t("meeting")} />;
}

/** What holds the minutes back, in few words. */
export function heldBackWords({ kind, n, lacks, organs }: HeldBack): string {
  if (kind === "tasks") return t("backTasks", { n, what: lackWords(lacks) });
  if (kind === "sentences") return t("backSentences", { n });
  return kind === "silent" ? t("backSilent", { n }) : t("backRefused", { organs: listed(organs) });
}

/** 拟题、通知、召开、纪要、交办、跟踪: past ones with their day, the one now with its limit. */
export function stepsOf({ meeting, resolutions }: Pick<Page, "meeting" | "resolutions">): readonly CaseStep[] {
  const order = ["topics", "noticed", "held", "minutes", "tracking", "closed"];
  const at = order.indexOf(meeting.state);
  const shown = (value: string | null) => (value ? day(value, serverNow()) : undefined);
  const tasks = resolutions.flatMap((each) => each.tasks);
  const given = meeting.issuedOn !== null && tasks.every((task) => task.state !== "toSign");
  const step = (
    key: "topics" | "noticed" | "held" | "minutes" | "given" | "track",
    done: boolean,
    now: boolean,
    below?: string,
  ): CaseStep => ({
    key,
    label: t(key),
    state: done ? "done" : now ? "now" : "later",
    below,
  });
  return [
    step("topics", at > 0, at === 0, shown(meeting.openedAt)),
    step("noticed", at > 1 || meeting.noticedOn !== null, false, shown(meeting.noticedOn)),
    step("held", at >= 2, at === 1, shown(meeting.heldOn ?? meeting.beginsAt)),
    step(
      "minutes",
      at > 3,
      at === 2 || at === 3,
      at > 3
        ? shown(meeting.issuedOn)
        : at === 3 && meeting.minutesDueOn
          ? `${t("drafting")}　${t("by", { day: day(meeting.minutesDueOn, serverNow()) })}`
          : undefined,
    ),
    step("given", at > 3 && given, at === 4 && !given, at > 3 ? shown(meeting.issuedOn) : undefined),
    step("track", at > 4, at === 4 && given),
  ];
}

function Meeting({ page }: { readonly page: Page }) {
  const { meeting, attendance, heldBack, owed } = page;
  const go = useGo();
  const may = useMay();
  const show = useShown(meeting.id);
  const asked = new URLSearchParams(useSearchText());
  const mark = asked.get("mark");
  const [agendaId, setAgendaId] = useState(() => asked.get("agenda") ?? page.agendas[0]?.id);
  const [dialog, setDialog] = useState<"attendance" | "add" | null>(null);
  const [editing, setEditing] = useState<Agenda | Resolution | null>(null);
  const [copy, setCopy] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const agenda = page.agendas.find(({ id }) => id === agendaId) ?? page.agendas[0];
  const acts = page.acts && may("committee.convene");
  const writes = acts && (meeting.state === "held" || meeting.state === "minutes");
  const plans = acts && ["topics", "noticed", "held", "minutes"].includes(meeting.state);
  const flush = useRef<() => Promise<void>>(() => Promise.resolve());
  const keepFlush = useCallback((next: () => Promise<void>) => {
    flush.current = next;
  }, []);

  const run = async (work: () => Promise<Page>, said?: (page: Page) => string) => {
    setBusy(true);
    try {
      await flush.current();
      const next = await work();
      show(next);
      if (said) toast.done(said(next));
      return next;
    } catch (error) {
      toast.trouble(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const { id } = meeting;
  const notify = async () => {
    const n = new Set(page.attendees.map(({ organ }) => organ)).size;
    if (await confirm({ title: t("notice"), text: t("notifyAsk", { n }), verb: t("notice") }))
      await run(
        () => api.post("/committee/meetings/{id}/notify", { id }),
        () => t("notified", { n }),
      );
  };
  const hold = async () => {
    const heldOn = meeting.beginsAt < new Date(serverNow()).toISOString() ? dayKey(meeting.beginsAt) : dayKey(serverNow());
    if (await confirm({ title: t("hold"), text: `${t("holdAsk")} ${t("heldOn")} ${day(heldOn, serverNow())}`, verb: t("hold") }))
      await run(() => api.post("/committee/meetings/{id}/hold", { id, heldOn }));
  };
  const move = (verb: "draft" | "close") =>
    run(async () => {
      await api.post(`committee/meeting/${id}/${verb}`, {});
      return api.get("/committee/meetings/{id}", { id });
    });
  const issue = async () => {
    // Who has not co-signed what the minutes say now is named before they go out all the same.
    const unsigned = page.silent.length > 0;
    if (
      unsigned &&
      !(await confirm({
        title: t("issue"),
        text: t("issueUnsigned", { n: page.silent.length, organs: listed(page.silent) }),
        verb: t("issue"),
      }))
    )
      return;
    await run(
      () => api.post("/committee/meetings/{id}/issue", { id, copies: copy ? [copy] : [], unsigned }),
      (next) =>
        t("issued", { number: next.meeting.minutesNumber ?? "", n: next.resolutions.reduce((sum, each) => sum + each.tasks.length, 0) }),
    );
  };
  /** Read anew, changed and saved as one: what fails on the way is told, and whoever typed keeps it. */
  const tell = (resolution: Resolution, told: Partial<SentMark>) =>
    run(async () => {
      const fresh = await api.get("/committee/meetings/{id}", { id });
      const now = fresh.resolutions.find((each) => each.id === resolution.id);
      return now ? tellMark(fresh, now, told) : fresh;
    });
  const unmark = (resolution: Resolution) =>
    run(async () => {
      const fresh = await api.get("/committee/meetings/{id}", { id });
      return tellMark({ ...fresh, resolutions: fresh.resolutions.filter((each) => each.id !== resolution.id) }, resolution, {});
    });
  const isTask = (each: Agenda | Resolution): each is Resolution => "spread" in each;
  const reason = heldBack.length > 0 ? inTurn(heldBack.map(heldBackWords)) : undefined;
  const [first] = heldBack;
  return (
    <div className="meeting">
      <PageHead
        up={
          <>
            <Go href="/committee/overview">{t("committees")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={meeting.title}
        aside={`${dayTime(meeting.beginsAt, serverNow())}${meeting.place ? `　${meeting.place}` : ""}`}
      >
        {acts && meeting.state === "topics" && (
          <Button kind="primary" busy={busy} reason={page.agendas.length === 0 ? t("noAgenda") : undefined} onClick={() => void notify()}>
            {t("notice")}
          </Button>
        )}
        {acts && (meeting.state === "topics" || meeting.state === "noticed") && (
          <Button
            kind={meeting.state === "noticed" ? "primary" : "plain"}
            busy={busy}
            reason={page.agendas.length === 0 ? t("noAgenda") : undefined}
            onClick={() => void hold()}
          >
            {t("hold")}
          </Button>
        )}
        {acts && agenda?.kind === "interview" && may("supervision-listing.interview") && (
          <Button
            onClick={() =>
              go(
                `/supervision-listing/interview/new?${new URLSearchParams({ who: agenda.presenterOrganName ?? agenda.title, why: agenda.title }).toString()}`,
              )
            }
          >
            {t("interviewLink")}
          </Button>
        )}
        {meeting.heldOn && (
          <a className="btn btn-plain btn-normal" href={`/api/v1/committee/meetings/${id}/minutes.docx`} download>
            <Icon name="download" size={16} />
            {t("docx")}
          </a>
        )}
        {acts && meeting.state === "held" && (
          <Button kind="primary" busy={busy} onClick={() => void move("draft")}>
            {t("draft")}
          </Button>
        )}
        {writes && page.resolutions.some(({ kind }) => kind === "task") && (
          <Button
            busy={busy}
            onClick={() =>
              void run(
                () => api.post("/committee/meetings/{id}/cosign", { id }),
                () => t("cosigned"),
              )
            }
          >
            {t("cosign")}
          </Button>
        )}
        {meeting.state === "minutes" && page.acts && may("committee.issue") && (
          <>
            {first && (
              <span className="ink-soon nowrap meeting-back" title={reason}>
                <Icon name="fault" size={14} solid /> {heldBackWords(first)}
              </span>
            )}
            {page.silent.length > 0 && !first && (
              <span className="ink-soon nowrap meeting-back" title={listed(page.silent)}>
                <Icon name="fault" size={14} solid /> {t("unsigned", { n: page.silent.length })}
              </span>
            )}
            <Button kind="primary" busy={busy} reason={reason} onClick={() => void issue()}>
              {t("issue")}
            </Button>
          </>
        )}
        {acts && meeting.state === "tracking" && (
          <Button busy={busy} onClick={() => void move("close")}>
            {t("close")}
          </Button>
        )}
        {!page.acts && <span className="small t3">{t("notOffice")}</span>}
      </PageHead>
      <section className="panel meeting-strip">
        <CaseBar steps={stepsOf(page)} />
        <button type="button" className="meeting-came" onClick={() => setDialog("attendance")} aria-label={t("attendance")}>
          {(["expected", "present", "deputed", "leave"] as const).map((key) => (
            <span key={key}>
              <span className="small t2">{t(key)}</span>{" "}
              <b className={`num ${key === "deputed" && attendance.deputed > 0 ? "ink-soon" : key === "leave" ? "ink-primary" : ""}`}>
                {attendance[key]}
              </b>
            </span>
          ))}
        </button>
        <span className="meeting-owed small">
          {page.openBefore > 0 && <span className="ink-soon">{t("openBefore", { n: page.openBefore })}</span>}
          <span className="ink-met">
            {owed.perYear === null ? t("yearHeld", { held: owed.held }) : t("yearOf", { owed: owed.perYear, held: owed.held })}
          </span>
        </span>
      </section>
      <div className="meeting-columns">
        <AgendaPanel
          page={page}
          chosen={agenda?.id}
          onChoose={setAgendaId}
          onAdd={plans ? () => setDialog("add") : undefined}
          onEdit={plans ? setEditing : undefined}
        />
        {agenda && <MinutesPanel key={agenda.id} page={page} agenda={agenda} chosen={mark} writes={writes} onFlush={keepFlush} />}
        <TasksPanel
          page={page}
          agenda={agenda?.id}
          writes={writes}
          copy={copy}
          onCopy={setCopy}
          onTell={(resolution, told) => void tell(resolution, told)}
          onEdit={setEditing}
        />
      </div>
      {dialog === "attendance" && (
        <AttendanceDialog
          page={page}
          writes={plans}
          onClose={() => setDialog(null)}
          onSave={async (attendees) => {
            if (
              await run(
                () => api.post("/committee/meetings/{id}/attendance", { id, attendees }),
                () => t("saved"),
              )
            )
              setDialog(null);
          }}
        />
      )}
      {(dialog === "add" || (editing && !isTask(editing))) && (
        <AgendaDialog
          page={page}
          agenda={editing && !isTask(editing) ? editing : null}
          onClose={() => {
            setDialog(null);
            setEditing(null);
          }}
          onDone={(next) => {
            show(next);
            setDialog(null);
            setEditing(null);
          }}
        />
      )}
      {editing && isTask(editing) && (
        <ResolutionDialog
          resolution={editing}
          onClose={() => setEditing(null)}
          busy={busy}
          onSave={async (told) => {
            if (await tell(editing, told)) setEditing(null);
          }}
          onUnmark={async () => {
            if (await unmark(editing)) setEditing(null);
          }}
        />
      )}
    </div>
  );
}
