/** One clause: its words, how we carry it out, each area now, where it comes from, where it is used, its versions. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, number } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Signal } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, NotFound, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { useLedgerAddress } from "../ledger/route.ts";
import { BOARD, packHref } from "./address.ts";
import { capabilityWord } from "./capability.ts";
import { ClauseNow } from "./clause-now.tsx";
import { CarriedOut } from "./clause-rule.tsx";
import { Words } from "./clause-words.tsx";
import { clauseQuery, type PolicyClause } from "./model.ts";
import { t } from "./words.ts";
import "./policy-board.css";

export default function ClausePage() {
  const { id } = useLedgerAddress();
  const go = useGo();
  const given = new URLSearchParams(useSearchText());
  const pack = given.get("pack");
  const at = given.get("at") === "due" ? "due" : "now";
  const clause = useQuery({ ...clauseQuery(id ?? "", { ...(pack ? { pack } : {}), at }), enabled: id !== undefined });
  useEffect(() => {
    if (id) document.title = id;
  }, [id]);
  if (!id) return <NotFound />;
  if (clause.error && !clause.data) return <Trouble error={clause.error} what={id} onRetry={() => void clause.refetch()} />;
  if (!clause.data) return <Loading rows={12} what={id} />;
  const open = (next: "now" | "due") => {
    const search = new URLSearchParams({ ...(pack ? { pack } : {}), ...(next === "due" ? { at: next } : {}) }).toString();
    go(`/policy-tasks/clauses/${encodeURIComponent(id)}${search ? `?${search}` : ""}`, { replace: true });
  };
  return <Clause clause={clause.data} at={at} onAt={open} dimmed={clause.isPlaceholderData} />;
}

type Props = {
  readonly clause: PolicyClause;
  readonly at: "now" | "due";
  readonly dimmed: boolean;
  readonly onAt: (at: "now" | "due") => void;
};

function Clause({ clause, at, dimmed, onAt }: Props) {
  const go = useGo();
  const may = useMay();
  const { counts, pack } = clause;
  return (
    <div className="policy-page">
      <PageHead
        up={
          <>
            <Go href={`${BOARD}?pack=${encodeURIComponent(pack.id)}`}>{t("title")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={
          <>
            <span className="num">{clause.id}</span>　{clause.title}
          </>
        }
        aside={
          counts.overdue > 0 ? (
            <span className="policy-tag policy-tag-overdue">{t("overdueOf", { n: number(counts.overdue), all: number(counts.owed) })}</span>
          ) : counts.owed > 0 ? (
            <Signal meaning={counts.met === counts.owed ? "met" : "soon"}>
              {t("metOf", { n: number(counts.met), all: number(counts.owed) })}
            </Signal>
          ) : undefined
        }
      >
        {may("policy-tasks.see-packs") && <Button onClick={() => go(packHref(pack.id, "diff"))}>{t("compare")}</Button>}
        {may("policy-tasks.write-packs") && (
          <Button kind="primary" onClick={() => go(packHref(pack.id, "text", clause.id))}>
            {t("amend")}
          </Button>
        )}
      </PageHead>
      <div className={cx("policy-clause", dimmed && "policy-dimmed")}>
        <div className="policy-clause-column">
          <Panel className="policy-clause-words" flush>
            <Words clause={{ says: clause.says, section: clause.section, pack: pack.id, packTitle: pack.title }} />
          </Panel>
          <CarriedOut clause={clause} />
        </div>
        <Panel
          className="policy-clause-now"
          flush
          scroll
          title={t("areasNow")}
          aside={day(serverNow(), 0)}
          end={
            <Segments
              solid
              label={t("areasNow")}
              value={at}
              onChange={onAt}
              items={[
                { key: "now", label: t("now") },
                { key: "due", label: t("atDue") },
              ]}
            />
          }
        >
          {clause.duties.length === 0 ? (
            <StateBlock kind="empty" title={t("notYet", { capability: capabilityWord(clause.awaits?.capability ?? clause.capability) })}>
              {clause.awaits?.why}
            </StateBlock>
          ) : (
            clause.duties.map((duty) => <ClauseNow key={duty.key} duty={duty} several={clause.duties.length > 1} />)
          )}
        </Panel>
        <div className="policy-clause-column policy-clause-side">
          <ComesFrom clause={clause} />
          <UsedIn clause={clause} />
          <Versions clause={clause} />
        </div>
      </div>
    </div>
  );
}

const levelWords = {
  superior: "levelSuperior",
  nation: "levelCountry",
  province: "levelProvince",
  city: "levelCity",
  county: "levelCounty",
  town: "levelTown",
} as const;
const levelOf = (level: string): string => (level in levelWords ? t(levelWords[level as keyof typeof levelWords]) : level.slice(0, 1));

function ComesFrom({ clause: { follows } }: { readonly clause: PolicyClause }) {
  return (
    <Panel title={t("comesFrom")}>
      {follows.length === 0 ? (
        <p className="small t3">{t("noSuperior")}</p>
      ) : (
        <ol className="policy-lineage">
          {follows.map((each) => (
            <li key={`${each.level} ${each.title} ${each.clause ?? ""}`} className={cx(each.here && "policy-lineage-here")}>
              <b>{levelOf(each.level)}</b>
              <div>
                <p>
                  {each.clause && !each.here ? (
                    <Go href={`/policy-tasks/clauses/${encodeURIComponent(each.clause)}`}>
                      <span className="num">{each.clause}</span> {each.title}
                    </Go>
                  ) : (
                    each.title
                  )}
                </p>
                <p className="caption t2">{each.here ? t("thisClause") : each.clause ? "" : t("superiorMissing")}</p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function UsedIn({ clause }: { readonly clause: PolicyClause }) {
  const weight = clause.duties.reduce((sum, each) => sum + (each.weight ?? 0), 0);
  const measure = clause.duties.find(({ binding }) => binding.kind === "measure")?.binding;
  return (
    <Panel title={t("usedIn")} flush>
      <ul className="policy-used">
        <li>
          <Go href={`${BOARD}?pack=${encodeURIComponent(clause.pack.id)}`}>{t("board")}</Go>
          <span className="t2 small">{clause.part ?? clause.subsystem ?? ""}</span>
        </li>
        {clause.subsystem && (
          <li>
            <Go href={`${BOARD}?view=subsystem&pack=${encodeURIComponent(clause.pack.id)}`}>{t("bySubsystem")}</Go>
            <span className="t2 small">{clause.subsystem}</span>
          </li>
        )}
        {weight > 0 && (
          <li>
            <span>{t("assessment")}</span>
            <span className="t2 small">{t("points", { n: number(weight) })}</span>
          </li>
        )}
        {measure?.path && (
          <li>
            <Go href={`/${measure.path}`}>{measure.label}</Go>
            <span className="t2 small">{t("ledger")}</span>
          </li>
        )}
      </ul>
    </Panel>
  );
}

function Versions({ clause: { versions, frozenYears } }: { readonly clause: PolicyClause }) {
  const now = serverNow();
  return (
    <Panel
      title={t("versions")}
      flush
      foot={frozenYears.length > 0 ? t("frozenYears", { years: frozenYears.map(String).join("、") }) : undefined}
    >
      <ul className="policy-versions">
        {versions.map((each) => (
          <li key={each.version}>
            <p className="row">
              {t("version", { n: each.version })}
              {each.inForce && <span className="policy-tag policy-tag-now">{t("inForce")}</span>}
              <span className="t2 small num policy-right">{t("from", { on: day(each.from, now) })}</span>
            </p>
            <p className="small t2">
              {each.note}
              {each.approvedBy && (
                <span className="t3">
                  {"　"}
                  {t("approvedBy", { by: each.approvedBy, on: each.approvedOn ? day(each.approvedOn, now) : "—" })}
                </span>
              )}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
