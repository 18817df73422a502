/** One item at a time: what is asked, three answers, and for 不合格 its photo, remedy and words. Kept on the phone as it is touched. */
import type { FieldList } from "@suiren/api-client";
import { useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { cx } from "../../lib/class.ts";
import { dayKey, day as dayWords, time } from "../../lib/format.ts";
import { useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { goTo, keepDraft, saveAnswer } from "./acts.ts";
import { Back } from "./begin.tsx";
import { type Answer, noAnswer, type Outcome, type Remedy, type VisitRow } from "./domain/rows.ts";
import { sendNow, useSending } from "./engine.ts";
import { useHere } from "./here.ts";
import { useQueue, useStored } from "./live-query.ts";
import { useStore } from "./person.ts";
import { Photos } from "./photos.tsx";
import { FieldShell } from "./shell.tsx";
import { t } from "./words.ts";

type Item = FieldList["items"][number];
const DAY_MS = 86_400_000;
/** The term a 责令限期改正 begins with; the office may grant another at once. */
const TERM_DAYS = 3;

export default function Visit() {
  return (
    <FieldShell title="" head={<Head />} foot={<Foot />}>
      <Body />
    </FieldShell>
  );
}

function useVisit(): VisitRow | undefined {
  const id = String(useParams({ strict: false }).id);
  return useStored((store) => store.visits.get(id), id);
}
const itemOf = ({ list, index }: VisitRow): Item | undefined => list.items[Math.min(index, list.items.length - 1)];
const draftOf = (visit: VisitRow, item: Item): Answer => visit.drafts[item.id] ?? visit.answers[item.id] ?? noAnswer;

function Head() {
  const visit = useVisit();
  const [sheet, setSheet] = useState(false);
  if (!visit) return <Back title="" />;
  const item = itemOf(visit);
  const section = visit.list.items.filter((each) => each.section === item?.section);
  const done = Object.keys(visit.answers).length;
  return (
    <Back
      title={visit.unitName}
      sub={
        <button type="button" className="field-sub" onClick={() => setSheet(true)} aria-label={t("allItems")}>
          {visit.purposeLabel}　{item?.section}{" "}
          <span className="num">{`${section.findIndex((each) => each.id === item?.id) + 1} / ${section.length}`}</span>
        </button>
      }
      end={<State visit={visit} />}
    >
      <progress className="field-progress" value={done} max={visit.list.items.length} aria-label={`${done} / ${visit.list.items.length}`} />
      {sheet && <Overview visit={visit} onClose={() => setSheet(false)} />}
    </Back>
  );
}

/** 已存本机 while nothing left, then what became of it. */
function State({ visit }: { readonly visit: VisitRow }) {
  const queue = useQueue();
  const { online } = useSending();
  const state = queue?.groups.find(({ id }) => id === visit.id)?.state ?? "here";
  const words = {
    here: t("savedHere"),
    waiting: online ? t("waiting") : t("savedHere"),
    sent: t("sent"),
    received: t("received"),
    conflict: t("conflict"),
    refused: t("refused"),
  };
  const icon = state === "received" ? "ok" : online ? "sync" : "offline";
  return (
    <span className={cx("field-state", (state === "conflict" || state === "refused") && "ink-overdue")}>
      <Icon name={icon} size={20} />
      {words[state]}
    </span>
  );
}

function Overview({ visit, onClose }: { readonly visit: VisitRow; readonly onClose: () => void }) {
  const store = useStore();
  const marks = { pass: "check", fail: "x", notApplicable: "more" } as const;
  return (
    <Dialog title={t("overview")} onClose={onClose}>
      <ol className="field-overview">
        {visit.list.items.map((item, index) => {
          const outcome = visit.answers[item.id]?.outcome;
          return (
            <li key={item.id}>
              <button
                type="button"
                className={cx(index === visit.index && "field-now")}
                onClick={() => void goTo(store, visit.id, index).then(onClose)}
              >
                <span className="num t2">{item.id}</span>
                <span className="grow">{item.text}</span>
                {outcome && (
                  <span className={outcome === "fail" ? "ink-overdue" : "ink-ok"}>
                    <Icon name={marks[outcome]} label={t(outcome)} />
                  </span>
                )}
              </button>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
}

function Body() {
  const visit = useVisit();
  const item = visit && itemOf(visit);
  if (!visit || !item) return null;
  return <ItemCard key={`${visit.id} ${item.id}`} visit={visit} item={item} />;
}

/** What he touches is shown at once and kept at once. */
function useDraft(visit: VisitRow, item: Item): readonly [Answer, (change: Partial<Answer>) => void] {
  const store = useStore();
  const [typed, setTyped] = useState<Partial<Answer>>({});
  const save = (change: Partial<Answer>) => {
    setTyped((before) => ({ ...before, ...change }));
    void keepDraft(store, visit.id, item.id, change);
  };
  return [{ ...draftOf(visit, item), ...typed }, save];
}

function ItemCard({ visit, item }: { readonly visit: VisitRow; readonly item: Item }) {
  const [draft, change] = useDraft(visit, item);
  const here = useHere();
  const [basis, setBasis] = useState(false);
  const number = item.id;
  const needsPhoto = item.photo === "always" || (item.photo === "onFail" && draft.outcome === "fail");
  const choose = (outcome: Outcome) =>
    change({
      outcome,
      ...(outcome === "fail" && draft.remedy === null
        ? { remedy: visit.guidance ? "advice" : "deadline", dueOn: dayKey(Date.now() + TERM_DAYS * DAY_MS) }
        : {}),
    });
  return (
    <>
      {visit.told?.newer != null && <p className="field-hint ink-soon">{t("newer", { n: visit.told.newer, own: visit.list.version })}</p>}
      <article className="field-card field-item">
        <div className="field-card-row">
          <span className="t2 truncate">
            <b className="num">{number}</b>　{item.section}
          </span>
          {item.ground && (
            <button type="button" className="link" aria-expanded={basis} onClick={() => setBasis(!basis)}>
              {t("basis")}
            </button>
          )}
        </div>
        <h2>{item.text}</h2>
        {basis && (
          <p className="field-basis">
            {item.ground}
            {item.penalty && `　${item.penalty}`}
          </p>
        )}
        <div className="field-answers" role="radiogroup" aria-label={item.text}>
          <Choice outcome="pass" icon="check" draft={draft} onChoose={choose} />
          <Choice outcome="fail" icon="x" draft={draft} onChoose={choose} />
          <Choice outcome="notApplicable" draft={draft} onChoose={choose} />
        </div>
        {draft.outcome !== null && draft.outcome !== "notApplicable" && (item.photo !== "never" || draft.outcome === "fail") && (
          <Photos visit={visit} item={item.id} photos={draft.photos} needed={needsPhoto} point={here} />
        )}
        {draft.outcome === "fail" && <Failed visit={visit} draft={draft} onChange={change} />}
        {draft.outcome === "pass" && draft.photos.length > 0 && (
          <p className="field-place">
            <Icon name="pin" size={18} />
            {placeLine(visit, here?.accuracyM ?? null)}
          </p>
        )}
      </article>
      {draft.outcome === "fail" && (
        <p className="field-hint">
          <Icon name="bell" size={18} />
          {visit.manager ? t("makesHazard", { name: visit.manager }) : t("makesHazardNobody")}
        </p>
      )}
    </>
  );
}

const placeLine = ({ address }: VisitRow, accuracyM: number | null): string =>
  accuracyM === null
    ? t("noFix", { time: time(Date.now()), place: address })
    : t("accuracy", { time: time(Date.now()), place: address, n: accuracyM });

type ChoiceProps = {
  readonly outcome: Outcome;
  readonly icon?: string;
  readonly draft: Answer;
  readonly onChoose: (outcome: Outcome) => void;
};
function Choice({ outcome, icon, draft, onChoose }: ChoiceProps) {
  const chosen = draft.outcome === outcome;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a touch target of 52 px with a mark in it
    <button
      type="button"
      role="radio"
      aria-checked={chosen}
      className={cx("field-answer", chosen && `field-answer-${outcome}`)}
      onClick={() => onChoose(outcome)}
    >
      {icon && <Icon name={icon} size={22} solid={chosen} />}
      {t(outcome)}
    </button>
  );
}

type FailedProps = { readonly visit: VisitRow; readonly draft: Answer; readonly onChange: (change: Partial<Answer>) => void };
function Failed({ visit, draft, onChange }: FailedProps) {
  const remedies: readonly (readonly [Remedy, string, string])[] = visit.guidance
    ? [["advice", t("advice"), t("adviceHint")]]
    : [
        ["onSpot", t("onSpot"), t("onSpotHint")],
        ["deadline", t("deadline"), ""],
      ];
  return (
    <>
      <h3>{t("how")}</h3>
      <div className="field-remedies" role="radiogroup" aria-label={t("how")}>
        {remedies.map(([remedy, label, hint]) => (
          <div key={remedy} className="field-remedy">
            <label>
              <input type="radio" name="remedy" checked={draft.remedy === remedy} onChange={() => onChange({ remedy })} />
              <span className="grow">{label}</span>
            </label>
            {hint && <span className="t2">{hint}</span>}
            {remedy === "deadline" && draft.remedy === "deadline" && (
              <label className="field-term">
                {t("before", { day: draft.dueOn ? dayWords(draft.dueOn) : "—" })}
                <Icon name="right" size={18} />
                <input
                  type="date"
                  aria-label={t("deadline")}
                  value={draft.dueOn ?? ""}
                  min={dayKey(Date.now())}
                  onChange={(event) => event.target.value && onChange({ dueOn: event.target.value })}
                />
              </label>
            )}
          </div>
        ))}
      </div>
      <textarea
        className="field-words"
        rows={2}
        maxLength={1_000}
        placeholder={t("what")}
        aria-label={t("what")}
        value={draft.note}
        onChange={(event) => onChange({ note: event.target.value })}
      />
      <input
        className="field-words"
        maxLength={200}
        placeholder={t("where")}
        aria-label={t("place")}
        value={draft.place}
        onChange={(event) => onChange({ place: event.target.value })}
      />
    </>
  );
}

function Foot() {
  const visit = useVisit();
  const store = useStore();
  const go = useGo();
  const [trouble, setTrouble] = useState<string>();
  const item = visit && itemOf(visit);
  const index = visit?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item has no trouble yet
  useEffect(() => setTrouble(undefined), [index]);
  if (!visit || !item) return null;
  const last = index >= visit.list.items.length - 1;
  const save = async () => {
    const draft = (await store.visits.get(visit.id).then((fresh) => fresh && draftOf(fresh, item))) ?? noAnswer;
    if (draft.outcome === null) return setTrouble(t("chooseFirst"));
    const wanted = item.photo === "always" ? draft.outcome !== "notApplicable" : item.photo === "onFail" && draft.outcome === "fail";
    if (wanted && draft.photos.length === 0) return setTrouble(t("photoFirst"));
    await saveAnswer(store, visit.id, item.id, draft);
    void sendNow();
    if (last) go(`/field/visit/${visit.id}/sign`);
    else await goTo(store, visit.id, index + 1);
    scrollTo(0, 0);
  };
  return (
    <>
      {trouble && (
        <p className="field-trouble" role="alert">
          {trouble}
        </p>
      )}
      <Button size="large" reason={index === 0 ? t("noPrevious") : undefined} onClick={() => void goTo(store, visit.id, index - 1)}>
        {t("previous")}
      </Button>
      <Button kind="primary" size="large" className="grow" onClick={() => void save()}>
        {last ? t("saveLast") : t("save")}
      </Button>
    </>
  );
}
