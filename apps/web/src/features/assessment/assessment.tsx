/** 考核: the year's steps, places within groups, one government's indicators, and beside them the appeal and the frozen evidence. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { cx } from "../../lib/class.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { useLedger } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, Select } from "../../ui/field.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { CaseMoves } from "../cases/case-panel.tsx";
import { useNext } from "../cases/use-case.ts";
import { AppealsPanel } from "./appeals.tsx";
import { Circular, OpenYear, SignPledge, Suggestions } from "./dialogs.tsx";
import { EntrantPanel, worstOf } from "./entrant.tsx";
import { EvidencePanel } from "./evidence.tsx";
import { type Board, boardQuery, entrantQuery, type ScoreKind, yearsQuery } from "./model.ts";
import { OutcomeStrip } from "./outcome-strip.tsx";
import { Ranking } from "./ranking.tsx";
import { Steps } from "./steps.tsx";
import { t } from "./words.ts";
import "./assessment.css";

const kinds: readonly ScoreKind[] = ["live", "frozen", "final"];

export default function AssessmentPage() {
  const go = useGo();
  const may = useMay();
  const given = new URLSearchParams(useSearchText());
  const years = useQuery(yearsQuery);
  const [opening, setOpening] = useState(false);
  const all = years.data?.years ?? [];
  const yearId = all.find(({ id }) => id === given.get("year"))?.id ?? preferred(all)?.id ?? "";
  const score = kinds.find((kind) => kind === given.get("score"));
  const board = useQuery(boardQuery(yearId, score));
  useEffect(() => {
    document.title = t("title");
  }, []);
  const set = (next: Readonly<Record<string, string | undefined>>, replace = true) => {
    const params = new URLSearchParams();
    for (const [key, value] of Object.entries({ ...Object.fromEntries(given), ...next })) if (value) params.set(key, value);
    go(`/assessment?${params.toString()}`, { replace });
  };
  if (years.error) return <Trouble error={years.error} what={t("title")} onRetry={() => void years.refetch()} />;
  if (!years.data) return <Loading what={t("title")} />;
  const start = may("assessment.run") && <Button onClick={() => setOpening(true)}>{t("open")}</Button>;
  const dialog = opening && <OpenYear onClose={() => setOpening(false)} />;
  if (all.length === 0)
    return (
      <>
        <PageHead title={t("title")}>{start}</PageHead>
        <StateBlock kind="empty" title={t("none")}>
          {t("noneHint")}
        </StateBlock>
        {dialog}
      </>
    );
  const chosen = all.find(({ id }) => id === yearId);
  return (
    <div className="assess">
      <PageHead title={t(chosen?.level ?? "title")}>
        <Select
          aria-label={t("year")}
          value={yearId}
          options={all.map(({ id, year, areaName, level }) => ({
            value: id,
            label: all.some((other) => other.id !== id && other.year === year)
              ? `${areaName} ${t("yearOf", { n: year })} ${t(level).slice(0, 6)}`
              : t("yearOf", { n: year }),
          }))}
          onChange={(event) => set({ year: event.target.value, score: undefined, entrant: undefined, indicator: undefined })}
        />
        {board.data && board.data.scores.length > 1 && (
          <Select
            aria-label={t("kind")}
            value={board.data.score}
            options={board.data.scores.map((kind) => ({ value: kind, label: t(kind) }))}
            onChange={(event) => set({ score: event.target.value })}
          />
        )}
        <Checkbox
          label={t("ungrouped")}
          checked={given.get("all") === "1"}
          onChange={(event) => set({ all: event.target.checked ? "1" : undefined })}
        />
        {start}
        {board.data && <Actions board={board.data} />}
      </PageHead>
      {board.error ? (
        <Trouble error={board.error} what={t("title")} onRetry={() => void board.refetch()} />
      ) : board.data ? (
        <Whole board={board.data} given={given} onSet={set} />
      ) : (
        <Loading what={t("title")} />
      )}
      {dialog}
    </div>
  );
}

/** What is still going on, the newest first; else the newest. */
const preferred = (years: readonly { readonly id: string; readonly state: string; readonly runs: boolean }[]) =>
  years.find(({ state }) => state !== "closed") ?? years[0];

function Actions({ board }: { readonly board: Board }) {
  const may = useMay();
  const [shown, setShown] = useState<"circular" | "uses">();
  const { year } = board;
  if (!year.runs || !may("assessment.run")) return null;
  return (
    <>
      {year.approvedOn && <Button onClick={() => setShown("uses")}>{t("uses")}</Button>}
      {year.approvedOn && <Button onClick={() => setShown("circular")}>{t("preview")}</Button>}
      {year.circular && (
        <Go className="btn btn-plain btn-normal" href={`/enforcement/document?q=${encodeURIComponent(year.circular)}`}>
          {t("exportCircular")}
        </Go>
      )}
      {shown === "circular" && <Circular yearId={year.id} onClose={() => setShown(undefined)} />}
      {shown === "uses" && <Suggestions yearId={year.id} entrants={board.rows} onClose={() => setShown(undefined)} />}
    </>
  );
}

type WholeProps = {
  readonly board: Board;
  readonly given: URLSearchParams;
  readonly onSet: (next: Readonly<Record<string, string | undefined>>) => void;
};

function Whole({ board, given, onSet }: WholeProps) {
  const [signing, setSigning] = useState(false);
  const best = board.rows.toSorted((a, b) => a.score - b.score)[0];
  const entrantId =
    board.rows.find(({ id }) => id === given.get("entrant"))?.id ??
    board.rows.find(({ openAppeals }) => openAppeals > 0)?.id ??
    best?.id ??
    "";
  const { data: entrant, error, refetch } = useQuery(entrantQuery(entrantId, board.score));
  const part = given.get("part") ?? board.dimensions.at(-1)?.name ?? "";
  const indicator =
    entrant?.indicators.find(({ id }) => id === given.get("indicator"))?.id ??
    worstOf(entrant?.indicators.filter(({ dimension, status }) => dimension === part && status === "scored") ?? [])?.id ??
    entrant?.indicators[0]?.id ??
    "";
  return (
    <>
      <section className="panel assess-head">
        <Steps board={board} />
        <YearMoves board={board} />
      </section>
      <div className="assess-grid">
        <div className="assess-left">
          <Ranking
            board={board}
            selected={entrantId}
            grouped={given.get("all") !== "1"}
            onSelect={(id) => onSet({ entrant: id, indicator: undefined })}
          />
          <OutcomeStrip year={board.year.year} />
        </div>
        {entrant ? (
          <>
            <EntrantPanel
              entrant={entrant}
              edition={board.scheme.edition}
              part={part}
              indicator={indicator}
              onPart={(name) => onSet({ part: name, indicator: undefined })}
              onIndicator={(id) => onSet({ indicator: id })}
            />
            <div className={cx("assess-right")}>
              {entrant.may.pledge && !entrant.pledge && (
                <Button kind="primary" onClick={() => setSigning(true)}>
                  {t("pledgeFor", { name: entrant.name })}
                </Button>
              )}
              <AppealsPanel yearId={board.year.id} runs={board.year.runs} entrant={entrant} indicator={indicator} />
              <EvidencePanel key={`${entrant.id} ${indicator}`} entrant={entrant} indicator={indicator} />
            </div>
          </>
        ) : error ? (
          <Trouble error={error} what={t("title")} onRetry={() => void refetch()} />
        ) : (
          board.rows.length > 0 && <Loading />
        )}
      </div>
      {signing && entrant && <SignPledge entrant={entrant} runs={board.year.runs} onClose={() => setSigning(false)} />}
    </>
  );
}

/** The next move of the year's own case, where it is the asker's to make. */
function YearMoves({ board }: { readonly board: Board }) {
  const may = useMay();
  if (!board.year.runs || !(may("assessment.run") || may("assessment.approve")) || !may("assessment.year.read")) return null;
  return <Moves id={board.year.id} />;
}

function Moves({ id }: { readonly id: string }) {
  const client = useQueryClient();
  const { schema } = useLedger("assessment/year");
  const { data } = useNext("assessment/year", id);
  const version = data?.row.version;
  // A move changes the year; what hangs on it is read anew.
  useEffect(() => {
    if (version !== undefined) void client.invalidateQueries({ queryKey: ["assessment"] });
  }, [client, version]);
  if (!schema || !data) return null;
  return (
    <div className="assess-moves">
      <CaseMoves path="assessment/year" schema={schema} row={data.row} />
    </div>
  );
}
