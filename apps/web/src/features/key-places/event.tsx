/** 重大活动: how long until it opens, which venues nobody has seen or have open hazards, the day's reports, and the confirmation of zero. JX-1.3.7 */
import type { Gives } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Go } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { type LedgerSchema, type Row, useLedger } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Figure, StateDot } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, NotFound, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { CaseHead, CaseMoves, CaseTimeline } from "../cases/case-panel.tsx";
import { useLedgerAddress } from "../ledger/route.ts";
import { t } from "./words.ts";
import "./campaign.css";

const PATH = "key-places/event-security";
type BoardData = Gives<"GET", "/key-places/events/{id}/board">;

export default function EventPage() {
  const { id } = useLedgerAddress();
  const { schema, error } = useLedger(PATH);
  const board = useQuery({
    queryKey: ["ledger", PATH, "board", id],
    queryFn: () => api.get("/key-places/events/{id}/board", { id: id ?? "" }),
    enabled: id !== undefined,
    refetchInterval: 60_000,
  });
  const trouble = error ?? board.error;
  if (!id) return <NotFound />;
  if (trouble) return <Trouble error={trouble} what={t("venues")} onRetry={() => void board.refetch()} />;
  return schema && board.data ? <Board schema={schema} board={board.data} /> : <Loading rows={12} />;
}

function Board({ schema, board }: { readonly schema: LedgerSchema; readonly board: BoardData }) {
  const [confirms, setConfirms] = useState(false);
  const row = board.row as Row;
  const { daysLeft, unchecked, openHazards } = board;
  const isReady = board.venues.length > 0 && unchecked === 0 && openHazards === 0;
  const notYet = t("zeroNotYet", { unchecked, hazards: openHazards });
  return (
    <div className="campaign-page">
      <PageHead
        up={
          <>
            <Go href={`/${PATH}`}>{schema.label}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={String(row.name)}
        aside={`${row.opensOn} – ${row.closesOn}`}
      />
      <Panel>
        <div className="campaign-top">
          <div>
            <CaseHead path={PATH} schema={schema} row={row} />
          </div>
          <div className="campaign-figures">
            {daysLeft >= 0 ? (
              <Figure label={t("daysLeft")} value={daysLeft} unit={t("days")} size="m" meaning={daysLeft <= 3 ? "soon" : undefined} />
            ) : (
              <Figure label={t("daysLeft")} value={t("opened", { n: -daysLeft })} />
            )}
            <Figure label={t("unchecked")} value={unchecked} meaning={unchecked > 0 ? "soon" : undefined} />
            <Figure label={t("openHazards")} value={openHazards} meaning={openHazards > 0 ? "overdue" : undefined} />
          </div>
        </div>
      </Panel>
      <div className="event-columns">
        <Venues board={board} id={row.id} />
        <Reports board={board} id={row.id} />
        <Panel title={t("next")} scroll>
          {row.confirmedOn ? (
            <p>
              <StateDot meaning="met">{t("confirmed", { by: String(row.confirmedBy ?? ""), on: String(row.confirmedOn) })}</StateDot>
            </p>
          ) : (
            <p className="small t2">{isReady ? t("zeroReady") : notYet}</p>
          )}
          {board.mayConfirm && (
            <Button kind="primary" size="large" reason={isReady ? undefined : notYet} onClick={() => setConfirms(true)}>
              {t("zeroConfirm")}
            </Button>
          )}
          <CaseMoves path={PATH} schema={schema} row={row} />
          <h3>{t("timeline")}</h3>
          <CaseTimeline path={PATH} row={row} />
        </Panel>
      </div>
      {confirms && <Confirm id={row.id} onClose={() => setConfirms(false)} />}
    </div>
  );
}

function Venues({ board, id }: { readonly board: BoardData; readonly id: string }) {
  const may = useMay();
  return (
    <Panel
      title={t("venues")}
      aside={board.venues.length}
      end={may("key-places.event-venue.write") && <Go href="/key-places/event-venue/new">{t("addVenue")}</Go>}
      flush
      scroll
    >
      {board.venues.length === 0 ? (
        <StateBlock kind="empty" title={t("venuesNone")} />
      ) : (
        <table className="campaign-table">
          <tbody>
            {board.venues.map((venue) => (
              <tr key={venue.id}>
                <td className="campaign-name">
                  <Go href={`${listHref("key-places/event-venue", { event: id })}&open=${venue.id}`}>{venue.name}</Go>
                </td>
                <td>
                  {venue.checkedOn ? (
                    <StateDot meaning="ok">{venue.checkedOn.slice(5)}</StateDot>
                  ) : (
                    <StateDot meaning="offline">{t("notChecked")}</StateDot>
                  )}
                </td>
                <td className="campaign-number">
                  {venue.openHazards > 0 && venue.unit ? (
                    <Go href={listHref("hazard-loop/hazard", { unit: venue.unit, open: true })}>
                      {t("hazards")} {venue.openHazards}
                    </Go>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Reports({ board }: { readonly board: BoardData; readonly id: string }) {
  const may = useMay();
  return (
    <Panel
      title={t("reports")}
      aside={board.reportedToday ? t("reportToday") : t("reportMissing")}
      end={may("key-places.event-report.write") && <Go href="/key-places/event-report/new">{t("addReport")}</Go>}
      flush
      scroll
    >
      {board.reports.length === 0 ? (
        <StateBlock kind="empty" title={t("reportsNone")} />
      ) : (
        <table className="campaign-table">
          <thead>
            <tr>
              <th>{t("day")}</th>
              <th className="campaign-number">{t("problems")}</th>
              <th className="campaign-number">{t("fixed")}</th>
              <th className="campaign-number">{t("incidents")}</th>
              <th>{t("situation")}</th>
            </tr>
          </thead>
          <tbody>
            {board.reports.map((report) => (
              <tr key={report.reportOn}>
                <td className="num nowrap">{report.reportOn.slice(5)}</td>
                <td className="campaign-number num">{report.found}</td>
                <td className="campaign-number num">{report.fixed}</td>
                <td className="campaign-number num">{report.incidents}</td>
                <td className="truncate" style={{ maxWidth: 180 }} title={report.what}>
                  {report.what}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Confirm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      await api.post(`key-places/events/${id}/confirm`, { confirmNote: note });
      await client.invalidateQueries({ queryKey: ["ledger", PATH] });
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("zeroConfirm")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={note.trim().length < 2 ? t("required") : undefined} onClick={() => void save()}>
            {t("zeroConfirm")}
          </Button>
        </>
      }
    >
      <Field label={t("confirmNote")}>
        {(ids) => <TextArea {...ids} value={note} onChange={(event) => setNote(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
