/** The visits of a draw on the map with each lead's way from one to the next, and their days arranged by it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useCityAreas } from "../../lib/city.ts";
import { day } from "../../lib/format.ts";
import { useGrounds } from "../../lib/grounds.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { type MapLine, MapPane, type MapPoints } from "../../ui/map.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Draw } from "./model.ts";
import { t } from "./words.ts";

const routeQuery = (id: string) => ({
  queryKey: ["draws", "route", id],
  queryFn: () => api.get("/inspection/draws/{id}/route", { id }),
});

export function DrawMap({ draw }: { readonly draw: Draw }) {
  const [lead, setLead] = useState("");
  const [chosen, setChosen] = useState<string>();
  const areas = useCityAreas();
  const grounds = useGrounds();
  const { data, error, refetch } = useQuery(routeQuery(draw.id));
  if (error) return <Trouble error={error} what={t("map")} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  const leads = [...new Map(data.stops.map((stop) => [stop.lead, stop.leadName ?? "—"]))];
  const shown = data.stops.filter((stop) => lead === "" || stop.lead === lead);
  const placed = shown.flatMap((stop) => (stop.lon === null || stop.lat === null ? [] : [{ ...stop, at: [stop.lon, stop.lat] as const }]));
  const points: MapPoints = placed.map(({ at, id, turn, unitName, planOn }) => [at[0], at[1], id, `${turn} ${unitName} ${day(planOn)}`]);
  const lines: readonly MapLine[] = leads
    .filter(([id]) => lead === "" || id === lead)
    .map(([id]) => ({
      id,
      kind: lead === "" ? "rival" : "approach",
      path: placed.filter((stop) => stop.lead === id).map(({ at }) => at),
    }));
  const west = Math.min(...placed.map(({ at }) => at[0]));
  const east = Math.max(...placed.map(({ at }) => at[0]));
  const south = Math.min(...placed.map(({ at }) => at[1]));
  const north = Math.max(...placed.map(({ at }) => at[1]));
  return (
    <>
      <p className="draw-organs row row-wide">
        <Select
          aria-label={t("lead")}
          empty={t("allLeads")}
          options={leads.map(([value, label]) => ({ value, label }))}
          value={lead}
          onChange={(event) => setLead(event.target.value)}
        />
        <span className="small t2">{t("mapHint", { n: placed.length, without: shown.length - placed.length })}</span>
      </p>
      <div className="draw-map">
        <MapPane
          key={lead}
          label={t("map")}
          grounds={grounds}
          areas={areas}
          points={points}
          lines={lines.filter(({ path }) => path.length > 1)}
          view={placed.length > 1 ? { bounds: [west, south, east, north] } : undefined}
          edge={48}
          chosen={chosen}
          onChoose={setChosen}
        />
      </div>
      {lead !== "" && (
        <ol className="draw-way small">
          {shown.map((stop) => (
            <li key={stop.id}>
              <span className="num t2">{stop.turn}</span> <span className="num nowrap">{day(stop.planOn)}</span> {stop.unitName}{" "}
              <span className="t2">{stop.townName}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** 按路线排日程: how, in plain words, what it would change, and then the change. */
export function ArrangeDays({ draw }: { readonly draw: Draw }) {
  const [asks, setAsks] = useState(false);
  const { data } = useQuery(routeQuery(draw.id));
  if (!data?.canArrange) return null;
  return (
    <>
      <button type="button" className="link" onClick={() => setAsks(true)}>
        {t("arrange")}
      </button>
      {asks && <ArrangeDialog id={draw.id} onClose={() => setAsks(false)} />}
    </>
  );
}

function ArrangeDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [perDay, setPerDay] = useState(2);
  const [busy, setBusy] = useState(false);
  const trial = useQuery({
    queryKey: ["draws", "route", id, "trial", perDay],
    queryFn: () => api.post("/inspection/draws/{id}/route", { id, perDay, dryRun: true }),
  });
  const arrange = async () => {
    setBusy(true);
    try {
      const { moved } = await api.post("/inspection/draws/{id}/route", { id, perDay });
      toast.done(t("arranged", { n: moved }));
      await client.invalidateQueries({ queryKey: ["draws"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("arrange")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            reason={trial.data?.moved === 0 ? t("nothingMoves") : undefined}
            onClick={() => void arrange()}
          >
            {t("arrangeVerb")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <p className="small t2">{t("arrangeHow")}</p>
        <Field label={t("perDay")}>
          {(ids) => (
            <Select
              {...ids}
              options={[1, 2, 3, 4, 5, 6].map((n) => ({ value: String(n), label: t("perDayN", { n }) }))}
              value={String(perDay)}
              onChange={(event) => setPerDay(Number(event.target.value))}
            />
          )}
        </Field>
        {trial.error && <Trouble error={trial.error} what={t("arrange")} onRetry={() => void trial.refetch()} />}
        {trial.data && (
          <p>
            {t("trial", { days: trial.data.days, n: trial.data.moved })}
            {trial.data.clashes > 0 && <span className="ink-soon"> {t("clashes", { n: trial.data.clashes })}</span>}
            {trial.data.unplaced > 0 && <span className="t2"> {t("unplaced", { n: trial.data.unplaced })}</span>}
          </p>
        )}
      </div>
    </Dialog>
  );
}
