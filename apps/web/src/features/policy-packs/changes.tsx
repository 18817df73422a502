/** A version beside another, clause by clause; and what it does on the day it takes effect, before anybody confirms. */
import type { PolicyEffect } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { day } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Signal, Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { t } from "./words.ts";

export function Diff({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-packs", id, "diff"],
    queryFn: () => api.get("/policy-tasks/versions/{id}/diff", { id }),
  });
  if (error) return <Trouble error={error} what={t("diff")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("diff")} />;
  const groups = [
    ...(data.head.length > 0 ? [{ id: "", title: t("head"), kind: "changed" as const, changes: data.head }] : []),
    ...data.clauses,
  ];
  return (
    <Panel
      flush
      scroll
      title={data.against ? t("against", { n: data.against.number }) : t("againstNone")}
      aside={t("same", { n: data.same })}
    >
      {groups.map((clause) => (
        <section key={clause.id || clause.title} className="pack-change">
          <header className="row">
            <Tag>{t(clause.kind)}</Tag>
            {clause.id && <b className="num">{clause.id}</b>}
            <b className="grow truncate">{clause.title}</b>
          </header>
          {clause.changes.map(({ field, label, before, after }) => (
            <div key={field} className="pack-change-line small">
              <span className="t2 truncate" title={field}>
                {label}
              </span>
              <del>{before || "—"}</del>
              <ins>{after || "—"}</ins>
            </div>
          ))}
        </section>
      ))}
    </Panel>
  );
}

type EffectProps = {
  readonly id: string;
  readonly on: string;
  readonly onDay: (day: string) => void;
  readonly onConfirm: (() => void) | undefined;
};

export function Effect({ id, on, onDay, onConfirm }: EffectProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-packs", id, "effect", on],
    queryFn: () => api.get("/policy-tasks/versions/{id}/effect", { id, on }),
  });
  if (error) return <Trouble error={error} what={t("effect")} onRetry={() => void refetch()} />;
  return (
    <Panel
      flush
      scroll
      title={t("effect")}
      aside={data?.against ? t("replaced", { n: data.against.number, day: day(data.against.until) }) : undefined}
      end={
        <span className="row pack-day">
          <Field label={t("on")}>
            {(ids) => <Input {...ids} type="date" value={on} onChange={(event) => event.target.value && onDay(event.target.value)} />}
          </Field>
          {onConfirm && (
            <Button kind="primary" reason={data ? (data.refused ?? undefined) : t("effect")} onClick={onConfirm}>
              {t("confirmForce", { day: day(on) })}
            </Button>
          )}
        </span>
      }
    >
      {!data && <Loading what={t("effect")} />}
      {data?.refused && (
        <p className="packs-note">
          <Signal meaning="overdue">{data.refused}</Signal>
        </p>
      )}
      {data && <Consequences id={id} effect={data} />}
    </Panel>
  );
}

function Consequences({ id, effect }: { readonly id: string; readonly effect: PolicyEffect }) {
  const { duties, gaining, gainingCount, losing } = effect;
  const kinds = [
    ["added", t("dutiesAdded")],
    ["changed", t("dutiesChanged")],
    ["removed", t("dutiesRemoved")],
  ] as const;
  const counts = (kind: string) => duties.filter((duty) => duty.kind === kind).length;
  return (
    <>
      <div className="pack-figures">
        {kinds.map(([kind, label]) => (
          <Figure key={kind} label={label} value={counts(kind)} />
        ))}
        <Figure label={t("gaining")} value={gainingCount} />
        <Figure label={t("losing")} value={losing} />
      </div>
      {duties.length === 0 && <p className="packs-note t2">{t("noEffect")}</p>}
      <StatusChanges id={id} on={effect.on} />
      {kinds.map(([kind, label]) =>
        counts(kind) === 0 ? null : (
          <section key={kind} className="pack-change">
            <h3>{label}</h3>
            {duties
              .filter((duty) => duty.kind === kind)
              .map((duty) => (
                <p key={duty.id} className="row small">
                  <b className="num">{duty.id}</b>
                  <span className="grow truncate">{duty.text}</span>
                  <span className="num t2 nowrap">{t("sumOrgans", { n: duty.organs })}</span>
                </p>
              ))}
          </section>
        ),
      )}
      {gaining.length > 0 && (
        <section className="pack-change">
          <h3>{t("gaining")}</h3>
          {gaining.map(({ organ, name, duties: n }) => (
            <p key={organ} className="row small">
              <span className="grow truncate">{name}</span>
              <span className="num t2">{t("nItems", { n })}</span>
            </p>
          ))}
          {gainingCount > gaining.length && <p className="small t2">{t("gainMore", { n: gainingCount - gaining.length })}</p>}
        </section>
      )}
    </>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <span className="small t2">{label}</span>
      <b className="fig num">{value}</b>
    </div>
  );
}

const known = ["none", "met", "at-risk", "open", "overdue", "no-data", "waived", "not-due", "not-applicable"] as const;
const statusWord = (status: string): string => t(`status_${known.find((each) => each === status) ?? "none"}`);

/** Judged twice, which takes a moment longer than counting. */
function StatusChanges({ id, on }: { readonly id: string; readonly on: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-packs", id, "status-changes", on],
    queryFn: () => api.get("/policy-tasks/versions/{id}/status-changes", { id, on }),
  });
  return (
    <section className="pack-change">
      <h3>{t("statuses")}</h3>
      {error && <Trouble error={error} what={t("statuses")} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={t("statuses")} rows={2} />}
      {data?.statuses.length === 0 && <p className="small t2">{t("statusNone")}</p>}
      {data?.statuses.map(({ from, to, count }) => (
        <p key={`${from} ${to}`} className="row small">
          <span>{statusWord(from)}</span>→<b>{statusWord(to)}</b>
          <span className="num">{count}</span>
        </p>
      ))}
    </section>
  );
}
