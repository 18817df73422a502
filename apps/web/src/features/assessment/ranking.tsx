/** 比晾晒: groups first, then places; bars from zero with their parts, the range of error below, 并列 where ranges overlap. */
import { cx } from "../../lib/class.ts";
import { day, number } from "../../lib/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Popover } from "../../ui/popover.tsx";
import { type Board, half, type RankingRow } from "./model.ts";
import { t } from "./words.ts";

const TEN_THOUSAND = 10_000;
const sizeOf = ({ from, below }: Board["groups"][number]): string =>
  from !== null && from > 0
    ? t("peopleFrom", { n: from / TEN_THOUSAND })
    : below !== null
      ? t("peopleBelow", { n: below / TEN_THOUSAND })
      : "";

type Props = { readonly board: Board; readonly selected: string; readonly grouped: boolean; readonly onSelect: (id: string) => void };

export function Ranking({ board, selected, grouped, onSelect }: Props) {
  const byScore = board.rows.toSorted((a, b) => b.score - a.score);
  const groups = grouped
    ? board.groups.map((group) => ({
        name: group.name,
        size: sizeOf(group),
        rows: byScore.filter(({ grouping }) => grouping === group.name),
      }))
    : [{ name: "", size: "", rows: byScore }];
  const rest = grouped ? byScore.filter(({ grouping }) => !board.groups.some(({ name }) => name === grouping)) : [];
  return (
    <Panel
      className="assess-ranking"
      title={t("compare")}
      aside={t(grouped ? "compareNote" : "allNote")}
      end={
        <span className="assess-legend caption">
          {board.dimensions.map(({ name, weight }, i) => (
            <span key={name}>
              <i className={`assess-swatch assess-part${i % 4}`} />
              {name} {weight}
            </span>
          ))}
        </span>
      }
      flush
      scroll
      foot={<Method board={board} />}
    >
      {board.rows.length === 0 && <p className="assess-empty t2">{t("noRows")}</p>}
      {[...groups, ...(rest.length > 0 ? [{ name: "—", size: "", rows: rest }] : [])]
        .filter(({ rows }) => rows.length > 0)
        .map(({ name, size, rows }) => (
          <section key={name} aria-label={name || undefined}>
            {name && (
              <h3 className="assess-group">
                {name} <span className="t2">{size}</span>
              </h3>
            )}
            <ul>
              {rows.map((row, i) => (
                <Row
                  key={row.id}
                  row={row}
                  full={board.scheme.full}
                  place={grouped ? row.place.rank : i + 1}
                  tied={grouped && row.place.tied}
                  isOn={row.id === selected}
                  onSelect={onSelect}
                />
              ))}
            </ul>
          </section>
        ))}
    </Panel>
  );
}

function Method({ board }: { readonly board: Board }) {
  const { scheme } = board;
  return (
    <span className="row caption t2 assess-method">
      <span className="grow">{t("range")}</span>
      <Popover button={t("basis")} buttonClass="link" align="end" width={420}>
        {() => (
          <p className="assess-basis small">
            {t("basisText", { scheme: scheme.code, edition: scheme.edition, grades: scheme.gradesBasis })}
          </p>
        )}
      </Popover>
    </span>
  );
}

type RowProps = {
  readonly row: RankingRow;
  readonly full: number;
  readonly place: number;
  readonly tied: boolean;
  readonly isOn: boolean;
  readonly onSelect: (id: string) => void;
};

function Row({ row, full, place, tied, isOn, onSelect }: RowProps) {
  const at = (score: number) => `${Math.max(0, Math.min(100, (score / full) * 100))}%`;
  const error = half(row);
  const stops = row.effects.filter(({ kind, decides }) => kind === "veto" && decides);
  return (
    <li>
      <button type="button" className={cx("assess-row", isOn && "is-on")} aria-pressed={isOn} onClick={() => onSelect(row.id)}>
        <span className="assess-place num">{place}</span>
        <span className="assess-name">
          {row.name}
          {row.openAppeals > 0 && <span className="caption ink-soon">{t("appealsOpen", { n: row.openAppeals })}</span>}
          {row.owed > 0 && <span className="caption ink-overdue">{t("owed", { n: number(row.owed, 1) })}</span>}
          {row.endedOn && <span className="caption t2">{t("ended", { day: day(row.endedOn) })}</span>}
        </span>
        <span className="assess-bar" aria-hidden="true">
          <span className="assess-stack">
            {row.parts.map(({ name, points: got }, i) => (
              <i key={name} className={`assess-part${i % 4}`} style={{ width: at(got) }} />
            ))}
          </span>
          <i className="assess-range" style={{ left: at(row.low), width: `calc(${at(row.high)} - ${at(row.low)})` }} />
        </span>
        <span className="assess-score">
          <b className="num">{row.score.toFixed(1)}</b>
          <span className="caption t2 num">± {error.toFixed(1)}</span>
        </span>
        <span className={cx("assess-grade small", stops.length > 0 && "ink-overdue")}>{row.grade}</span>
        <span className="assess-change small t2">{tied ? t("tied") : <Change change={row.change} />}</span>
        <Icon name="right" size={14} />
      </button>
    </li>
  );
}

const Change = ({ change }: { readonly change: number | null }) =>
  change === null || change === 0 ? <span>{t("same")}</span> : <span className="num">{change > 0 ? `▲${change}` : `▼${-change}`}</span>;
