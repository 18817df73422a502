/** The floor's plan: walls, stairs with their names, compartments tinted, every component a dot and the reporting ones numbered. */
import { Panel } from "../../ui/panel.tsx";
import type { FloorPlan, PlanPoint } from "./model.ts";
import { t } from "./words.ts";

type XY = readonly [x: number, y: number];
type Box = { readonly x: number; readonly y: number; readonly widthM: number; readonly depthM: number };
/** As stored with the building; metres from the top left corner. */
type Drawing = {
  readonly widthM: number;
  readonly depthM: number;
  readonly outline: readonly XY[];
  readonly walls: readonly (readonly XY[])[];
  readonly rooms: readonly (Box & { readonly name: string })[];
  readonly stairs: readonly (Box & { readonly name: string })[];
  readonly voids: readonly (Box & { readonly name: string })[];
  readonly zones: readonly { readonly name: string; readonly label: string; readonly outline: readonly XY[] }[];
};

/** A plan that cannot be read is no plan; the office sees the sentence and can load it again. */
export function readDrawing(text: string | null): Drawing | null {
  if (!text) return null;
  try {
    const drawing = JSON.parse(text) as Partial<Drawing>;
    return typeof drawing.widthM === "number" && typeof drawing.depthM === "number" && Array.isArray(drawing.outline)
      ? {
          widthM: drawing.widthM,
          depthM: drawing.depthM,
          outline: drawing.outline,
          walls: drawing.walls ?? [],
          rooms: drawing.rooms ?? [],
          stairs: drawing.stairs ?? [],
          voids: drawing.voids ?? [],
          zones: drawing.zones ?? [],
        }
      : null;
  } catch {
    return null;
  }
}

export function Plan({ plan, name }: { readonly plan: FloorPlan | null; readonly name: string }) {
  const drawing = readDrawing(plan?.plan ?? null);
  const placed = (plan?.components ?? []).filter((each) => each.x !== null && each.y !== null);
  const alarmed = placed.filter(isAlarmed).length;
  return (
    <Panel
      className="seat-plan"
      flush
      title={plan && drawing ? t("plan", { name, floor: plan.floor }) : t("planTab")}
      end={
        drawing && (
          <span className="small row">
            <span className="ink-fire">● {t("alarmed", { n: alarmed })}</span>
            <span className="ink-ok">● {t("normal", { n: placed.length - alarmed })}</span>
          </span>
        )
      }
    >
      {drawing ? <Lines drawing={drawing} points={placed} /> : <p className="seat-none t3">{t("noPlan")}</p>}
    </Panel>
  );
}

const isAlarmed = (point: PlanPoint): boolean => point.active.includes("fire");
const path = (points: readonly XY[]): string => `M${points.map(([x, y]) => `${x} ${y}`).join("L")}`;
const middle = (box: Box): XY => [box.x + box.widthM / 2, box.y + box.depthM / 2];

function Lines({ drawing, points }: { readonly drawing: Drawing; readonly points: readonly PlanPoint[] }) {
  const u = Math.max(drawing.widthM, drawing.depthM * 2) / 100;
  const burning = new Set(points.filter(isAlarmed).map((point) => point.zone));
  return (
    <svg
      viewBox={`${-2 * u} ${-2 * u} ${drawing.widthM + 4 * u} ${drawing.depthM + 4 * u}`}
      role="img"
      aria-label={t("planTab")}
      className="plan"
    >
      {drawing.zones.map((zone) => (
        <path key={zone.name} d={`${path(zone.outline)}Z`} className={burning.has(zone.name) ? "plan-zone-alarmed" : "plan-zone"} />
      ))}
      {drawing.walls.map((wall) => (
        <path key={path(wall)} d={path(wall)} className="plan-wall" strokeWidth={u * 0.3} />
      ))}
      <path d={`${path(drawing.outline)}Z`} className="plan-outline" strokeWidth={u * 0.5} />
      {[...drawing.stairs, ...drawing.voids].map((box) => (
        <rect
          key={`${box.name}${box.x}`}
          x={box.x}
          y={box.y}
          width={box.widthM}
          height={box.depthM}
          className="plan-stair"
          strokeWidth={u * 0.25}
        />
      ))}
      {drawing.stairs.map((box) => (
        <path
          key={box.name}
          d={[1, 2, 3, 4, 5].map((i) => `M${box.x} ${box.y + (box.depthM * i) / 6}h${box.widthM}`).join("")}
          className="plan-wall"
          strokeWidth={u * 0.2}
        />
      ))}
      {drawing.stairs.map((box) => (
        <text
          key={`${box.name}t`}
          x={middle(box)[0]}
          y={box.y < drawing.depthM / 2 ? box.y + box.depthM + 2.6 * u : box.y - 1 * u}
          fontSize={2 * u}
          textAnchor="middle"
          className="plan-text"
        >
          {box.name}
        </text>
      ))}
      {drawing.voids.map((box) => (
        <text key={`${box.name}${box.x}t`} x={middle(box)[0]} y={middle(box)[1]} fontSize={2 * u} textAnchor="middle" className="plan-text">
          {box.name}
        </text>
      ))}
      {drawing.zones.map((zone) => {
        const left = Math.min(...zone.outline.map(([x]) => x));
        const bottom = Math.max(...zone.outline.map(([, y]) => y));
        return (
          <text
            key={`${zone.name}t`}
            x={left + 1.2 * u}
            y={bottom - 1.2 * u}
            fontSize={2.2 * u}
            className={burning.has(zone.name) ? "plan-text-alarmed" : "plan-text"}
          >
            {zone.label}
          </text>
        );
      })}
      {points.map((point) => (
        <Dot key={point.id} point={point} u={u} />
      ))}
    </svg>
  );
}

function Dot({ point, u }: { readonly point: PlanPoint; readonly u: number }) {
  const [x, y] = [point.x ?? 0, point.y ?? 0];
  if (!isAlarmed(point)) return <circle cx={x} cy={y} r={0.5 * u} className={point.active.length > 0 ? "plan-troubled" : "plan-normal"} />;
  return (
    <g className="plan-alarmed">
      <circle cx={x} cy={y} r={2.2 * u} className="plan-halo" />
      <circle cx={x} cy={y} r={1.1 * u} />
      <text x={x + 1.8 * u} y={y - 0.8 * u} fontSize={2.3 * u}>
        {point.number === null ? "" : String(point.number).padStart(3, "0")}
      </text>
    </g>
  );
}
