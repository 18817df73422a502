/** Where it is: the map of the neighbourhood, the plan of the floor, the forces near. */
import { memo, useMemo, useState } from "react";
import { number } from "../../lib/format.ts";
import { useGrounds } from "../../lib/grounds.ts";
import { Segments } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { type MapArea, type MapMark, MapPane } from "../../ui/map.tsx";
import { Panel } from "../../ui/panel.tsx";
import type { Detail, Near, QueueRow } from "./model.ts";
import { Plan } from "./plan.tsx";
import { t } from "./words.ts";

type CityAlarm = {
  readonly id: string;
  readonly lon: number;
  readonly lat: number;
  readonly name: string;
  /** The eye is led to one place, the newest. */
  readonly isNewest: boolean;
};

export type AroundProps = {
  readonly detail: Detail | undefined;
  readonly areas: readonly MapArea[];
  readonly alarms: readonly CityAlarm[];
  readonly folded: boolean;
  readonly onChoose: (id: string) => void;
};

export const Around = memo(function Around({ detail, areas, alarms, folded, onChoose }: AroundProps) {
  const [tab, setTab] = useState<"map" | "plan">("map");
  const map = <SeatMap key="map" detail={detail} areas={areas} alarms={alarms} onChoose={onChoose} />;
  const plan = <Plan key="plan" plan={detail?.plan ?? null} name={detail?.head.unitName ?? ""} />;
  return (
    <aside className="seat-around">
      {folded ? (
        <div className="seat-fold">
          <Segments
            label={t("map")}
            value={tab}
            onChange={setTab}
            items={[
              { key: "map", label: t("map") },
              { key: "plan", label: t("planTab") },
            ]}
          />
          {tab === "map" ? map : plan}
        </div>
      ) : (
        [map, plan]
      )}
      <Forces forces={(detail?.near ?? []).filter((each) => each.as !== "hydrant")} />
    </aside>
  );
});

/** Where the chosen alarm's unit stands, if somebody has placed it. */
const placeOf = (detail: Detail | undefined): readonly [number, number] | null =>
  detail?.unit && detail.unit.lon !== null && detail.unit.lat !== null ? [detail.unit.lon, detail.unit.lat] : null;

function marksOf(detail: Detail | undefined, alarms: readonly CityAlarm[]): readonly MapMark[] {
  const near = (detail?.near ?? []).map((each): MapMark => {
    const at = [each.lon, each.lat] as const;
    if (each.as === "hydrant") return { id: each.id, at, name: each.title, icon: "hydrant", meaning: "linkage", shape: "disc" };
    return { id: each.id, at, label: each.title, icon: each.as === "station" ? "truck" : "station", meaning: "primary", shape: "square" };
  });
  const fires = alarms.map(
    (each): MapMark => ({
      id: each.id,
      at: [each.lon, each.lat],
      label: each.name,
      icon: "flame",
      meaning: "fire",
      shape: "disc",
      pulse: each.isNewest,
    }),
  );
  const at = placeOf(detail);
  if (!detail || !at || alarms.some((each) => each.id === detail.head.id)) return [...near, ...fires];
  const isFire = detail.head.kind === "fire";
  return [
    ...near,
    {
      id: detail.head.id,
      at,
      label: detail.head.unitName,
      icon: isFire ? "flame" : "pin",
      meaning: isFire ? "fire" : "primary",
      shape: "disc",
    },
    ...fires,
  ];
}

/** Free at the top for the two buttons that stand there. */
const EDGE = { top: 58, right: 24, bottom: 24, left: 24 };

function SeatMap({ detail, areas, alarms, onChoose }: Omit<AroundProps, "folded">) {
  const [scope, setScope] = useState<"near" | "whole">("near");
  const grounds = useGrounds();
  const at = placeOf(detail);
  const marks = useMemo(() => marksOf(detail, alarms), [detail, alarms]);
  const shown = at ? scope : "whole";
  return (
    <div className="seat-map">
      <div className="seat-map-tools" data-over-map>
        <Segments
          label={t("map")}
          solid
          value={shown}
          onChange={setScope}
          items={[
            { key: "near", label: t("near") },
            { key: "whole", label: t("whole") },
          ]}
        />
      </div>
      <MapPane
        grounds={grounds}
        label={t("map")}
        areas={areas}
        marks={marks}
        view={at && shown === "near" ? { center: at, metres: 1_000 } : undefined}
        onChoose={onChoose}
        edge={EDGE}
        controls
      />
    </div>
  );
}

function Forces({ forces }: { readonly forces: readonly Near[] }) {
  return (
    <Panel flush title={t("forces")} end={<span className="small t3">{t("straight")}</span>}>
      {forces.length === 0 && <p className="seat-none t3">{t("noForces")}</p>}
      {nearest(forces).map((force) => (
        <div key={force.id} className="seat-force">
          <Icon name={force.as === "station" ? "truck" : "station"} />
          <span className="truncate" title={force.title}>
            {force.title}
          </span>
          <span className="small t2">{strengthOf(force)}</span>
          <b className="num">{distance(force.straightM)}</b>
          <Ready force={force} />
        </div>
      ))}
    </Panel>
  );
}

/** Three lines: the two nearest micro stations and the nearest engines; what one kind lacks the other fills. */
function nearest(forces: readonly Near[]): readonly Near[] {
  const [micro, stations] = [forces.filter((each) => each.as === "micro"), forces.filter((each) => each.as === "station")];
  const engines = stations.slice(0, Math.max(1, 3 - micro.length));
  return [...micro.slice(0, 3 - engines.length), ...engines];
}

/** 在岗 4 人; 2 车 12 人. Empty where the register does not say. */
const strengthOf = ({ onDuty, vehicles, crew }: Near): string =>
  onDuty !== null
    ? t("people", { n: onDuty })
    : [vehicles === null ? "" : t("vehicles", { n: vehicles }), crew === null ? "" : t("crew", { n: crew })].filter(Boolean).join(" ");

const distance = (metres: number): string =>
  metres < 1_000 ? t("awayM", { m: number(Math.round(metres / 10) * 10) }) : t("away", { km: number(metres / 1_000, 1) });

/** Whether it can go: micro stations by who is on duty there, engines only through 119. */
function Ready({ force }: { readonly force: Near }) {
  if (force.as === "station") return <span className="small t2">{t("by119")}</span>;
  if (force.onDuty === null) return <span className="small t3">{t("readyUnknown")}</span>;
  return <span className={`small ${force.onDuty > 0 ? "ink-ok" : "ink-soon"}`}>{t(force.onDuty > 0 ? "ready" : "nobody")}</span>;
}

/** Fires of the board that have a place, for the map of the whole city. */
export function firesOf(rows: readonly QueueRow[]): readonly CityAlarm[] {
  const fires = rows.filter((row) => row.kind === "fire");
  const newest = fires.reduce((latest, { openedAt }) => (openedAt > latest ? openedAt : latest), "");
  return fires.flatMap(({ id, lon, lat, unitName, openedAt }) =>
    typeof lon === "number" && typeof lat === "number" ? [{ id, lon, lat, name: unitName, isNewest: openedAt === newest }] : [],
  );
}
