/** 条款落实: the board a mayor reads. Each clause in each area, by colour and glyph; a cell opens to its figure, its words, its rows and who owes it. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { address as apiAddress } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { download } from "../../lib/download.ts";
import { dayTime, number } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { useLive } from "../../lib/live.ts";
import { useMay, useMe } from "../../lib/session.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Checkbox, Select } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { type Address, type Open, readAddress, type View, views, writeAddress } from "./address.ts";
import { BoardMatrix, Legend } from "./board-matrix.tsx";
import { Calendar } from "./calendar.tsx";
import { UrgeAllDialog } from "./dialogs.tsx";
import { FiguresStrip } from "./figures.tsx";
import { boardQuery, type PolicyBoard, shownOf } from "./model.ts";
import { BoardPanel } from "./panel.tsx";
import { periodWords } from "./period.ts";
import { PhoneList } from "./phone-list.tsx";
import { Subsystems } from "./subsystems.tsx";
import { t } from "./words.ts";
import "./policy-board.css";

const LIVE = "policy-tasks*";

export default function PolicyBoardPage() {
  const go = useGo();
  const address = readAddress(useSearchText());
  const board = useQuery(boardQuery(address));
  const { refetch } = board;
  useLive(
    LIVE,
    useCallback(() => void refetch(), [refetch]),
  );
  useEffect(() => {
    document.title = t("title");
  }, []);
  const open = (next: Partial<Address>, replace = true) => go(writeAddress({ ...address, ...next }), { replace });
  if (board.error && !board.data)
    return (
      <>
        <PageHead title={t("title")} />
        <Trouble error={board.error} what={t("title")} onRetry={() => void refetch()} />
      </>
    );
  if (!board.data)
    return (
      <>
        <PageHead title={t("title")} />
        <Loading rows={14} what={t("title")} />
      </>
    );
  return <Board board={board.data} address={address} dimmed={board.isPlaceholderData} open={open} />;
}

type Opens = (next: Partial<Address>, replace?: boolean) => void;
type BoardProps = { readonly board: PolicyBoard; readonly address: Address; readonly dimmed: boolean; readonly open: Opens };

function Board({ board, address, dimmed, open }: BoardProps) {
  const narrow = useNarrow();
  const show = (next: Open) => open({ open: next }, address.open !== null);
  const panel = address.open && (
    <BoardPanel board={board} address={address} open={address.open} onOpen={show} onClose={() => open({ open: null })} />
  );
  // On a phone the panel is a page of its own over the list.
  if (narrow && panel) return <div className="policy-page">{panel}</div>;
  return (
    <div className="policy-page">
      <Head board={board} address={address} open={open} />
      {board.packs.length === 0 ? (
        <NoPack />
      ) : (
        <div className={cx("policy-body", panel && "policy-with-panel")}>
          <section className={cx("panel policy-main", dimmed && "policy-dimmed")} aria-busy={dimmed || undefined}>
            <FiguresStrip board={board} onOpen={show} />
            <Content board={board} address={address} open={open} show={show} />
          </section>
          {panel}
        </div>
      )}
    </div>
  );
}

function Content({
  board,
  address,
  open,
  show,
}: {
  readonly board: PolicyBoard;
  readonly address: Address;
  readonly open: Opens;
  readonly show: (open: Open) => void;
}) {
  const narrow = useNarrow();
  const go = useGo();
  const shown = shownOf(board, address.all || address.onlyRed || address.subsystem !== null);
  if (address.view === "calendar")
    return (
      <div className="policy-scroll">
        <Calendar address={address} onMonth={(month) => open({ month, open: null })} onOpen={show} />
      </div>
    );
  if (shown.rows === 0) return <NothingShown address={address} open={open} />;
  if (address.view === "subsystem")
    return (
      <>
        <div className="policy-scroll">
          <Subsystems board={board} address={address} onOpen={(href) => go(href)} />
        </div>
        <Foot />
      </>
    );
  if (narrow) return <PhoneList board={board} onOpen={show} />;
  return (
    <>
      <div className="policy-scroll">
        <BoardMatrix board={board} shown={shown} address={address} onOpen={show} />
      </div>
      <Foot>
        <ClausesShown board={board} clauses={shown.clauses} address={address} open={open} />
      </Foot>
    </>
  );
}

const Foot = ({ children }: { readonly children?: React.ReactNode }) => (
  <footer className="panel-foot policy-foot">
    <Legend />
    {children}
  </footer>
);

function ClausesShown({
  board,
  clauses,
  address,
  open,
}: {
  readonly board: PolicyBoard;
  readonly clauses: number;
  readonly address: Address;
  readonly open: Opens;
}) {
  const isFiltered = address.onlyRed || address.subsystem !== null || address.lead !== null;
  const key = isFiltered ? "clausesFiltered" : address.all ? "clausesAll" : "clausesShown";
  return (
    <span className="policy-shown">
      {t(key, { all: number(board.clauses), n: number(clauses) })}
      {!isFiltered && (
        <button type="button" className="link" onClick={() => open({ all: !address.all })}>
          {t(address.all ? "showFew" : "showAll")}
        </button>
      )}
    </span>
  );
}

function NothingShown({ address, open }: { readonly address: Address; readonly open: Opens }) {
  if (address.onlyRed)
    return (
      <StateBlock
        kind="filtered"
        title={t("nothingRed")}
        actions={<Button onClick={() => open({ onlyRed: false })}>{t("showEverything")}</Button>}
      >
        {t("nothingRedHint")}
      </StateBlock>
    );
  return (
    <StateBlock
      kind="filtered"
      title={t("nothingFits")}
      actions={
        <>
          {address.lead && <Button onClick={() => open({ lead: null })}>{t("dropLead")}</Button>}
          {address.subsystem && <Button onClick={() => open({ subsystem: null })}>{t("dropSubsystem")}</Button>}
        </>
      }
    />
  );
}

function NoPack() {
  const go = useGo();
  const may = useMay();
  return (
    <section className="panel policy-main">
      <StateBlock
        kind="empty"
        title={t("emptyTitle")}
        actions={may("policy-tasks.see-packs") ? <Button onClick={() => go("/policy/packs")}>{t("toPacks")}</Button> : undefined}
      >
        {t("emptyHint")}
      </StateBlock>
    </section>
  );
}

const viewWords = { area: "byArea", organ: "byOrgan", subsystem: "bySubsystem", calendar: "byCalendar" } as const;
const shortWords = { area: "area", organ: "organ", subsystem: "subsystem", calendar: "calendar" } as const;
const viewItems = (narrow: boolean) => views.map((key: View) => ({ key, label: t(narrow ? shortWords[key] : viewWords[key]) }));

function Head({ board, address, open }: { readonly board: PolicyBoard; readonly address: Address; readonly open: Opens }) {
  const narrow = useNarrow();
  const [urges, setUrges] = useState(false);
  const [filters, setFilters] = useState(false);
  const me = useMe();
  const may = useMay();
  const { overdue } = board.totals;
  const year = board.period.key.slice(0, 4);
  return (
    <div className="policy-head">
      <PageHead
        up={
          address.area !== null && address.area !== me.user.area ? (
            <Go href={writeAddress({ ...address, area: null, open: null })}>
              {t("upTo", { area: me.user.areaName })} <Icon name="right" size={14} />
            </Go>
          ) : undefined
        }
        title={address.area !== null && address.area !== me.user.area ? `${board.area.name} ${t("title")}` : t("title")}
      >
        {board.computedAt && !narrow && (
          <span className="small t2 policy-computed">
            {t("computedAt", { at: dayTime(board.computedAt, serverNow()) })}
            {"，"}
            {board.changedToday > 0 ? t("changedToday", { n: number(board.changedToday) }) : t("unchanged")}
          </span>
        )}
        {may("policy-tasks.report") && board.pack !== null && (
          <Button
            icon="download"
            onClick={() => download(apiAddress("policy-tasks/reports/yearly", { pack: board.pack, year, area: address.area }))}
          >
            {t("report")}
          </Button>
        )}
        {board.may.urge && (
          <Button kind="primary" reason={overdue === 0 ? t("noneOverdue") : undefined} onClick={() => setUrges(true)}>
            {t("urgeAll", { n: number(overdue) })}
          </Button>
        )}
      </PageHead>
      <div className="policy-tools">
        <Segments solid label={t("view")} value={address.view} items={viewItems(narrow)} onChange={(view) => open({ view, open: null })} />
        {narrow && (
          <Button icon="filter" aria-expanded={filters} onClick={() => setFilters(!filters)}>
            {t("filters")}
          </Button>
        )}
        {(!narrow || filters) && <Filters board={board} address={address} open={open} />}
      </div>
      {urges && <UrgeAllDialog address={address} count={overdue} onClose={() => setUrges(false)} />}
    </div>
  );
}

function Filters({ board, address, open }: { readonly board: PolicyBoard; readonly address: Address; readonly open: Opens }) {
  return (
    <div className="policy-filters">
      <Select
        aria-label={t("pack")}
        value={address.pack ?? board.pack ?? "all"}
        options={[
          ...board.packs.map(({ id, title }) => ({ value: id, label: title })),
          ...(board.packs.length > 1 ? [{ value: "all", label: t("allPacks") }] : []),
        ]}
        onChange={(event) => open({ pack: event.target.value, lead: null, open: null })}
      />
      {address.view !== "calendar" && (
        <Select
          aria-label={t("period")}
          value={board.period.key}
          options={board.periods.map((period) => ({
            value: period.key,
            label: `${periodWords(period.key)}${period.frozen ? `　${t("frozen")}` : ""}`,
          }))}
          onChange={(event) => open({ period: event.target.value, open: null })}
        />
      )}
      <Select
        aria-label={t("lead")}
        value={address.lead ?? ""}
        empty={t("anyLead")}
        options={board.leads.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => open({ lead: event.target.value || null, open: null })}
      />
      {address.view !== "calendar" && (
        <Checkbox label={t("onlyRed")} checked={address.onlyRed} onChange={() => open({ onlyRed: !address.onlyRed, open: null })} />
      )}
      {address.subsystem && (
        <button type="button" className="policy-chip" onClick={() => open({ subsystem: null })}>
          {address.subsystem}
          <Icon name="x" size={13} label={t("dropSubsystem")} />
        </button>
      )}
    </div>
  );
}
