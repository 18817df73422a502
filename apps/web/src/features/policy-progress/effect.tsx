/** 成效与优化: each place by the platform's figures, the review of it, and what was changed, version by version. PT-3.3.2 */
import type { EffectShown } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Choices, Field, Select, TextArea } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { Share } from "./bits.tsx";
import { useAddress } from "./use-asked.ts";
import { t } from "./words.ts";
import "../../ui/meaning.css";
import "./policy-progress.css";

type Place = EffectShown["places"][number];
const grades = ["good", "fair", "weak"] as const;

export default function Effect() {
  const go = useGo();
  const { asked, set } = useAddress("/policy-tasks/effect");
  const [reviewing, setReviewing] = useState<Place | null>(null);
  useEffect(() => {
    document.title = t("effect");
  }, []);
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-tasks", "effect", asked],
    queryFn: () => api.get("/policy-tasks/effect", asked),
    placeholderData: (before) => before,
  });
  if (error) return <Trouble error={error} what={t("effect")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("effect")} rows={10} />;
  return (
    <div className="progress">
      <PageHead title={t("effect")} aside={data.area.name}>
        {asked.area !== undefined && <Button onClick={() => set({ area: null })}>{t("up")}</Button>}
        {data.packs.length > 1 && (
          <Select
            aria-label={t("pack")}
            options={data.packs.map(({ id, title }) => ({ value: id, label: title }))}
            value={data.pack ?? ""}
            onChange={(event) => set({ pack: event.target.value })}
          />
        )}
        <Button onClick={() => go("/policy-tasks/proposal")}>{t("proposals")}</Button>
      </PageHead>
      <div className="progress-body">
        <Panel flush scroll className="progress-groups">
          {data.places.length === 0 ? (
            <StateBlock kind="empty" title={t("noPlaces")} />
          ) : (
            <table className="progress-table">
              <thead>
                <tr>
                  <th>{t("place")}</th>
                  <th>{t("met")}</th>
                  <th className="amount">{t("overdue")}</th>
                  <th className="amount">{t("tasks")}</th>
                  <th>{t("lastReview")}</th>
                  <th aria-label={t("review")} />
                </tr>
              </thead>
              <tbody>
                {data.places.map((place) => (
                  <PlaceRow
                    key={place.area.key}
                    place={place}
                    data={data}
                    onReview={() => setReviewing(place)}
                    onOpen={() => set({ area: String(place.area.key) })}
                  />
                ))}
              </tbody>
            </table>
          )}
        </Panel>
        <Changes data={data} />
      </div>
      {reviewing && data.pack && <ReviewDialog place={reviewing} pack={data.pack} onClose={() => setReviewing(null)} />}
    </div>
  );
}

type RowProps = { readonly place: Place; readonly data: EffectShown; readonly onReview: () => void; readonly onOpen: () => void };
function PlaceRow({ place: { area, now, review, proposals }, data: { may, pack }, onReview, onOpen }: RowProps) {
  const go = useGo();
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link" onClick={onOpen}>
          {area.name}
        </button>
      </th>
      <td>
        <Share percent={now.percent} late={now.overdue > 0} />
      </td>
      <td className={cx("amount num", now.overdue > 0 ? "ink-overdue" : "t3")}>{number(now.overdue)}</td>
      <td className="amount num">{now.tasksTotal === 0 ? "—" : `${number(now.tasksDone)} / ${number(now.tasksTotal)}`}</td>
      <td>
        {review ? (
          <Go className="link" href={`/policy-tasks/effect-review?open=${review.id}`} title={review.conclusion}>
            {day(review.on, serverNow())} {review.gradeLabel}
            {review.percent !== null && <span className="num t2"> {number(review.percent)} %</span>}
          </Go>
        ) : (
          <span className="t3">{t("notReviewed")}</span>
        )}
        {proposals > 0 && <span className="small ink-soon">　{t("openProposals", { n: proposals })}</span>}
      </td>
      <td className="amount">
        <span className="row">
          {may.review && (
            <Button size="small" onClick={onReview}>
              {t("review")}
            </Button>
          )}
          {review && may.propose && (
            <Button size="small" onClick={() => go(`/policy-tasks/proposal/new?review=${review.id}&pack=${pack ?? ""}`)}>
              {t("propose")}
            </Button>
          )}
        </span>
      </td>
    </tr>
  );
}

function Changes({ data: { changes } }: { readonly data: EffectShown }) {
  const now = serverNow();
  return (
    <Panel
      flush
      scroll
      className="progress-side"
      title={t("changes")}
      aside={number(changes.length)}
      end={
        <Go className="link small" href={listHref("policy-tasks/proposal", { open: true })}>
          {t("toDecide")}
        </Go>
      }
    >
      {changes.length === 0 ? (
        <StateBlock kind="empty" title={t("noChanges")}>
          {t("noChangesHint")}
        </StateBlock>
      ) : (
        <ol>
          {changes.map((each) => (
            <li key={each.id} className="change-line">
              <div className="row">
                <Go className="grow truncate" href={`/policy-tasks/proposal?open=${each.id}`}>
                  {each.subject}
                </Go>
                <span className="small num t2 nowrap">{t("version", { n: each.version })}</span>
              </div>
              <p className="small">{each.shouldBe}</p>
              <p className="small t2">
                {each.kindLabel}　{t("because", { reason: each.reason })}
              </p>
              {each.effectiveOn && <p className="caption t2">{t("fromDay", { on: day(each.effectiveOn, now) })}</p>}
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function ReviewDialog({
  place: { area, now },
  pack,
  onClose,
}: {
  readonly place: Place;
  readonly pack: string;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const [grade, setGrade] = useState<(typeof grades)[number]>(now.percent !== null && now.percent >= 80 ? "good" : "fair");
  const [conclusion, setConclusion] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      await api.post("/policy-tasks/effect/reviews", { area: area.key, pack, grade, conclusion: conclusion.trim() });
      await client.invalidateQueries({ queryKey: ["policy-tasks", "effect"] });
      toast.done(t("reviewed", { area: area.name }));
      onClose();
    } catch (failure) {
      toast.trouble(failure);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("reviewTitle", { area: area.name })}
      width={480}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            reason={conclusion.trim().length < 4 ? t("wordsWanted") : undefined}
            onClick={() => void send()}
          >
            {t("review")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <p className="small t2">
          {t("figuresNow", {
            percent: now.percent === null ? "—" : `${now.percent} %`,
            met: number(now.met),
            owed: number(now.owed),
            overdue: number(now.overdue),
          })}
        </p>
        <Field label={t("grade")}>
          {() => (
            <Choices
              label={t("grade")}
              value={[grade]}
              options={grades.map((value) => ({ value, label: t(value) }))}
              onChange={(value) => setGrade(grades.find((each) => each === value) ?? grade)}
            />
          )}
        </Field>
        <Field label={t("conclusion")}>
          {(ids) => (
            <TextArea {...ids} rows={4} maxLength={2_000} value={conclusion} onChange={(event) => setConclusion(event.target.value)} />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
