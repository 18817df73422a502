/** One hazard on its page: what and where, by when, whose turn; then evidence, timeline, next step. screens.md §9 */
import { useState } from "react";
import { address } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayTime } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { fieldOf, type LedgerSchema, type Row, useLedger } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { CaseBar } from "../../ui/case-bar.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Due } from "../../ui/due.tsx";
import { Evidence, type EvidenceItem } from "../../ui/evidence.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, NotFound, Trouble } from "../../ui/state-block.tsx";
import { CaseMoves, CaseTimeline } from "../cases/case-panel.tsx";
import { DocumentLine, useDocuments } from "../cases/documents.tsx";
import { CaseRequests } from "../cases/requests.tsx";
import { stepsOf, useLines } from "../cases/use-case.ts";
import { useLedgerAddress } from "../ledger/route.ts";
import { useRow } from "../ledger/use-row.ts";
import { DOCUMENTS, Further } from "./further.tsx";
import { turnOf } from "./turn.ts";
import { t } from "./words.ts";
import "./case-page.css";

const PATH = "hazard-loop/hazard";

export default function HazardPage() {
  const { id } = useLedgerAddress();
  const { schema, error } = useLedger(PATH);
  if (error) return <Trouble error={error} what={t("hazards")} />;
  if (!id) return <NotFound />;
  return schema ? <Hazard schema={schema} id={id} /> : <Loading />;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const ids = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const dayOf = (value: unknown): string => (text(value) ? day(text(value), serverNow()) : "");

function Hazard({ schema, id }: { readonly schema: LedgerSchema; readonly id: string }) {
  const { data, error, refetch } = useRow(PATH, id);
  if (error) return <Trouble error={error} what={schema.label} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { row } = data;
  const up = (
    <>
      <Go href={`/${PATH}`}>{t("hazards")}</Go>
      <Icon name="right" size={14} />
    </>
  );
  return (
    <div className="hazard-page">
      <PageHead up={up} title={<span className="num">{text(row.number)}</span>}>
        <Button onClick={() => window.print()}>{t("print")}</Button>
      </PageHead>
      <Head schema={schema} row={row} />
      <div className="hazard-columns">
        <Proof row={row} />
        <Panel title={t("timeline")} end={<span className="small t3">{t("fixed")}</span>} scroll>
          <CaseTimeline path={PATH} row={row} />
        </Panel>
        <Panel title={t("next")} scroll>
          <CaseMoves path={PATH} schema={schema} row={row} />
          <Further row={row} />
          <Told row={row} />
        </Panel>
      </div>
    </div>
  );
}

/** What, where, how grave, how often; at the right by when and whose turn. These two are never hidden. */
function Head({ schema, row }: { readonly schema: LedgerSchema; readonly row: Row }) {
  const lines = useLines(PATH, row.id);
  const state = String(row.state);
  const isLate = !row.closedAt && text(row.dueAt) !== "" && Date.parse(text(row.dueAt)) < serverNow();
  const steps = stepsOf(schema, state, lines.data ?? [], (line) => `${dayTime(line.at, serverNow())} ${line.actorName}`);
  const word = (key: string) => fieldOf(schema, key)?.choices?.[text(row[key])];
  const before = Number(row.timesBefore ?? 0);
  const repeats = Number(row.repeats ?? 1);
  return (
    <Panel className="hazard-head">
      <div className="hazard-top">
        <div className="grow">
          <h2 className="hazard-what">{text(row.what)}</h2>
          <p className="row row-wide small t2 hazard-where">
            {text(row.unit) && <Go href={`/places/unit/${text(row.unit)}`}>{row._ref?.unit}</Go>}
            <span>
              {row.areaName} {text(row.placeWords)}
            </span>
            {word("grade") && <Tag>{word("grade")}隐患</Tag>}
            {before > 0 && (
              <Go className="hazard-again" href={`/${PATH}/${text(row.againOf)}`}>
                {t("again", { n: before + 1 })}
              </Go>
            )}
            {repeats > 1 && <span>{t("repeats", { n: repeats })}</span>}
            <span>{t("origin", { origin: word("origin") ?? "" })}</span>
          </p>
        </div>
        {!row.closedAt && (
          <div className="hazard-due">
            {text(row.dueAt) && <span className="small t2">{t("dueBy", { day: day(text(row.dueAt), serverNow()) })}</span>}
            <span className="hazard-left">
              <Due at={text(row.dueAt)} from={text(row.openedAt)} />
            </span>
          </div>
        )}
        <div className="hazard-turn">
          <span className="small t2">{row.closedAt ? t("review", { day: dayOf(row.reviewedOn) }) : t("whose")}</span>
          <b>{turnOf(row, t)}</b>
        </div>
      </div>
      <CaseBar steps={steps} meaning={isLate ? "overdue" : "primary"} />
    </Panel>
  );
}

function Proof({ row }: { readonly row: Row }) {
  const [compares, setCompares] = useState(false);
  const piece =
    (stage: string) =>
    (id: string, index: number): EvidenceItem => {
      const href = address(`${PATH}/${row.id}/files/${id}`);
      return { kind: "file", id, label: `${stage} ${index + 1}`, href, thumb: href };
    };
  const [before, after, review] = [ids(row.foundPhotos), ids(row.rectifyPhotos), ids(row.reviewPhotos)];
  const missing = (label: string): EvidenceItem => ({ kind: "missing", label });
  const groups = [
    {
      stage: t("before", { who: text(row.foundBy), day: dayOf(row.foundOn) }),
      items: before.length > 0 ? before.map(piece(t("noBefore"))) : [missing(t("noBefore"))],
    },
    ...(row.state === "assigned" || row.rectifiedOn
      ? [
          {
            stage: t("after", { day: dayOf(row.rectifiedOn) || t("neededForReview") }),
            items: after.length > 0 ? after.map(piece(t("noAfter"))) : [missing(t("noAfter"))],
          },
        ]
      : []),
    ...(review.length > 0
      ? [{ stage: t("review", { day: dayOf(row.reviewedOn) }), items: review.map(piece(t("review", { day: "" }))) }]
      : []),
  ];
  const count = before.length + after.length + review.length;
  const [first] = before;
  const [last] = [...after, ...review];
  return (
    <Panel
      title={t("evidence")}
      aside={count > 0 && t("pieces", { n: count })}
      end={
        first &&
        last && (
          <button type="button" className="link" onClick={() => setCompares(true)}>
            {t("compare")}
          </button>
        )
      }
      scroll
    >
      <Evidence groups={groups} />
      <Papers row={row} />
      {compares && first && last && (
        <Dialog title={t("compare")} width={760} onClose={() => setCompares(false)}>
          <Compare before={address(`${PATH}/${row.id}/files/${first}`)} after={address(`${PATH}/${row.id}/files/${last}`)} />
        </Dialog>
      )}
    </Panel>
  );
}

/** 文书 issued, or being drafted, for this hazard. */
function Papers({ row }: { readonly row: Row }) {
  const { data } = useDocuments(DOCUMENTS, row.id, row.state);
  if (!data || data.documents.length === 0) return null;
  return (
    <section className="hazard-papers">
      <h3 className="small t2">{t("papers")}</h3>
      {data.documents.map((each) => (
        <DocumentLine key={each.id} document={each} />
      ))}
    </section>
  );
}

/** Before and after in one frame, parted where the hand is. */
function Compare({ before, after }: { readonly before: string; readonly after: string }) {
  const [at, setAt] = useState(50);
  return (
    <div className="hazard-compare">
      <img src={after} alt="" />
      <img src={before} alt="" style={{ clipPath: `inset(0 ${100 - at}% 0 0)` }} />
      <input type="range" min={0} max={100} value={at} aria-label={t("slide")} onChange={(event) => setAt(Number(event.target.value))} />
    </div>
  );
}

/** What it rests on and what was laid down: ground, penalty, measures, plan; and what others were asked. */
function Told({ row }: { readonly row: Row }) {
  const facts = [
    [t("ground"), row.ground],
    [t("penalty"), row.penalty],
    [t("measures"), row.measures],
    [t("plan"), row.plan],
    [t("temporary"), row.temporaryMeasures],
  ].flatMap(([label, value]) => (text(value) ? [[String(label), text(value)] as const] : []));
  return (
    <>
      <CaseRequests path={PATH} id={row.id} declares />
      <dl className="hazard-told">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt className="small t2">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
