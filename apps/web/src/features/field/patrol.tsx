/** 网格巡查: begin, note each place and each problem, end. Every touch goes to the phone first; without a signal nothing is different. */
import { useState } from "react";
import { time } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import type { PatrolFact, PatrolRow } from "./domain/rows.ts";
import { sendNow } from "./engine.ts";
import { useHere } from "./here.ts";
import { useQueue } from "./live-query.ts";
import { beginPatrol, endPatrol, foundProblem, keepPatrolDraft, visitPoint } from "./patrol-acts.ts";
import { useStore } from "./person.ts";
import { usePatrolUnderWay, useRounds } from "./rounds.ts";
import { FieldShell } from "./shell.tsx";
import type { RoundsRow } from "./store.ts";
import { t } from "./words.ts";

export default function Patrol() {
  return (
    <FieldShell
      title={
        <span className="row">
          <Go href="/field" aria-label={t("back")} className="field-back">
            <Icon name="left" size={24} />
          </Go>
          {t("patrol")}
        </span>
      }
      tab="tasks"
    >
      <Body />
    </FieldShell>
  );
}

function Body() {
  const rounds = useRounds();
  const open = usePatrolUnderWay();
  if (rounds === undefined || open === undefined) return null;
  if (open) return <UnderWay patrol={open} places={rounds?.body.places ?? []} />;
  if (rounds === null) return <p className="field-hint">{t("loading")}</p>;
  if (!rounds.body.member)
    return (
      <StateBlock kind="locked" title={t("patrolNoMember")}>
        {t("patrolNoMemberHint")}
      </StateBlock>
    );
  return <Begin rounds={rounds} />;
}

function Begin({ rounds }: { readonly rounds: RoundsRow }) {
  const store = useStore();
  const here = useHere();
  const grids = rounds.body.member?.grids ?? [];
  const [route, setRoute] = useState(grids[0]?.name ?? rounds.body.member?.areaName ?? "");
  const begin = () => void beginPatrol(store, route.trim(), here).then(sendNow);
  return (
    <div className="field-cards">
      <section className="field-card field-form">
        {grids.length > 1 && (
          <div className="field-kinds">
            {grids.map(({ name }) => (
              <button key={name} type="button" className="field-kind" aria-pressed={route === name} onClick={() => setRoute(name)}>
                {name}
              </button>
            ))}
          </div>
        )}
        <Field label={t("patrolRoute")}>
          {(ids) => <Input {...ids} large value={route} maxLength={200} onChange={(event) => setRoute(event.target.value)} />}
        </Field>
        <Button kind="primary" size="large" className="field-action" disabled={route.trim() === ""} onClick={begin}>
          {t("patrolBegin")}
        </Button>
      </section>
      {rounds.body.last.length > 0 && (
        <ul className="field-card field-sent">
          {rounds.body.last.map((each) => (
            <li key={each.id}>
              <span className="grow truncate">{each.route}</span>
              <span className="t2 nowrap num">
                {each.patrolledOn.slice(5)}　{t("patrolSeen", { n: each.objects })}
                {each.problems > 0 && `　${t("patrolProblems", { n: each.problems })}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function UnderWay({ patrol, places }: { readonly patrol: PatrolRow; readonly places: readonly string[] }) {
  const store = useStore();
  const here = useHere();
  const [wrong, setWrong] = useState(patrol.draft.what !== "");
  const [place, setPlace] = useState(patrol.draft.place);
  const [what, setWhat] = useState(patrol.draft.what);
  const keep = (draft: Partial<PatrolRow["draft"]>) => void keepPatrolDraft(store, patrol.id, draft);
  const saved = () => {
    setPlace("");
    setWhat("");
    setWrong(false);
    void sendNow();
  };
  const where = place.trim();
  const fine = () => void visitPoint(store, patrol.id, where, here).then(saved);
  const problem = (onSpot: boolean) =>
    void foundProblem(store, patrol.id, { place: where, what: what.trim(), onSpot, point: here }).then(saved);
  const left = places.filter((each) => !patrol.facts.some((fact) => fact.place === each)).slice(0, 8);
  return (
    <div className="field-cards">
      <Head patrol={patrol} />
      <section className="field-card field-form">
        <Field label={t("patrolPlace")} help={place === "" ? t("patrolPlaceHelp") : undefined}>
          {(ids) => (
            <Input
              {...ids}
              large
              value={place}
              maxLength={200}
              onChange={(event) => {
                setPlace(event.target.value);
                keep({ place: event.target.value });
              }}
            />
          )}
        </Field>
        {left.length > 0 && (
          <div className="field-kinds">
            {left.map((each) => (
              <button
                key={each}
                type="button"
                className="field-kind"
                aria-pressed={place === each}
                onClick={() => {
                  setPlace(each);
                  keep({ place: each });
                }}
              >
                {each}
              </button>
            ))}
          </div>
        )}
        <div className="field-two">
          <Button size="large" disabled={where === "" || wrong} onClick={fine}>
            {t("patrolFine")}
          </Button>
          <Button size="large" disabled={where === ""} onClick={() => setWrong(!wrong)} aria-pressed={wrong}>
            {t("patrolProblem")}
          </Button>
        </div>
        {wrong && (
          <>
            <div className="field-kinds">
              {t("snapKinds")
                .split(/[、,]/)
                .map((kind) => (
                  <button
                    key={kind}
                    type="button"
                    className="field-kind"
                    aria-pressed={what === kind}
                    onClick={() => {
                      setWhat(kind);
                      keep({ what: kind });
                    }}
                  >
                    {kind}
                  </button>
                ))}
            </div>
            <Field label={t("patrolWhat")}>
              {(ids) => (
                <Input
                  {...ids}
                  large
                  value={what}
                  maxLength={300}
                  onChange={(event) => {
                    setWhat(event.target.value);
                    keep({ what: event.target.value });
                  }}
                />
              )}
            </Field>
            <div className="field-two">
              <Button size="large" disabled={what.trim().length < 2} onClick={() => problem(true)}>
                {t("patrolOnSpot")}
              </Button>
              <Button size="large" disabled={what.trim().length < 2} onClick={() => problem(false)}>
                {t("patrolHazard")}
              </Button>
            </div>
          </>
        )}
      </section>
      <Facts facts={patrol.facts} />
      <End patrol={patrol} />
    </div>
  );
}

function Head({ patrol: { route, startedAt, facts } }: { readonly patrol: PatrolRow }) {
  const problems = facts.filter(({ fine }) => !fine).length;
  return (
    <section className="field-card">
      <div className="field-card-row">
        <h2>{route}</h2>
        <span className="field-due t2 num">{time(startedAt)}</span>
      </div>
      <div className="field-card-row field-card-sub">
        <span>{t("patrolSeen", { n: new Set(facts.map(({ place }) => place)).size })}</span>
        <span className={problems > 0 ? "ink-soon" : undefined}>{t("patrolProblems", { n: problems })}</span>
      </div>
    </section>
  );
}

function Facts({ facts }: { readonly facts: readonly PatrolFact[] }) {
  if (facts.length === 0) return <p className="field-hint">{t("patrolNothing")}</p>;
  return (
    <ul className="field-card field-sent">
      {facts.toReversed().map((fact) => (
        <li key={fact.id}>
          <span className={fact.fine ? "ink-ok" : "ink-soon"}>
            <Icon name={fact.fine ? "ok" : "fault"} size={22} />
          </span>
          <span className="grow truncate">
            {fact.place}
            {!fact.fine && `　${fact.what}`}
          </span>
          <span className="t2 nowrap">
            {!fact.fine && t(fact.onSpot ? "patrolOnSpot" : "patrolHazard")}　<span className="num">{time(fact.at)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function End({ patrol }: { readonly patrol: PatrolRow }) {
  const store = useStore();
  const here = useHere();
  const go = useGo();
  const left = useQueue()?.left.pieces ?? 0;
  const [words, setWords] = useState("");
  const [trouble, setTrouble] = useState<string>();
  const end = async () => {
    if (patrol.facts.length === 0) return setTrouble(t("patrolEndNone"));
    await endPatrol(store, patrol.id, words.trim(), here);
    toast.done(t("patrolSaved", { n: left + 1 }));
    void sendNow();
    go("/field");
  };
  return (
    <section className="field-card field-form">
      <Field label={t("patrolEndWords")} optional>
        {(ids) => <Input {...ids} large value={words} maxLength={300} onChange={(event) => setWords(event.target.value)} />}
      </Field>
      {trouble && (
        <p className="ink-overdue" role="alert">
          {trouble}
        </p>
      )}
      <Button kind="primary" size="large" className="field-action" onClick={() => void end()}>
        {t("patrolEnd")}
      </Button>
    </section>
  );
}
