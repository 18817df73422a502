/** 感知值守: shares with what they are shares of; a target is a white tick where the office has set one. */

import { useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { alarmsHref, devicesHref } from "../../lib/list-href.ts";
import { lastDays, type Watch } from "./model.ts";
import { WallPanel } from "./panel.tsx";
import { t } from "./words.ts";

type Declared = { readonly name: string; readonly target?: number };
const targetsQuery = {
  queryKey: ["wall", "targets"],
  queryFn: async () => (await api.get("/measures")).measures,
  staleTime: 60 * 60_000,
};

export function WatchPanel({ watch, days }: { readonly watch: Watch; readonly days: number }) {
  const declared = useQuery(targetsQuery).data ?? [];
  const target = (name: string) => declared.find((each) => each.name === `remote-monitoring.${name}`)?.target;
  const rows = [
    {
      label: t("online"),
      part: watch.online,
      whole: watch.transmitters,
      target: target("online_rate"),
      href: devicesHref({ kind: "transmitter" }),
    },
    {
      label: t("intact"),
      part: watch.intact,
      whole: watch.points,
      target: target("point_intact_rate"),
      href: "/remote-monitoring/point?view=faulty",
    },
    {
      label: t("answered"),
      part: watch.answered,
      whole: watch.asked,
      target: target("duty_answer_rate"),
      href: "/remote-monitoring/duty-answer",
    },
    {
      label: t("falseShare"),
      part: watch.false,
      whole: watch.concluded,
      target: target("false_rate"),
      href: alarmsHref({ kind: "fire", conclusion: "false", ...lastDays }),
      warm: true,
    },
  ];
  return (
    <WallPanel title={t("watch")} aside={t("networked", { n: number(watch.units) })} className="wall-watch">
      {rows.map((row) => (
        <ShareRow key={row.label} {...row} />
      ))}
      <p className="wall-note">
        {t("lastDays", { n: days })}
        {rows.some((row) => row.target !== undefined) && `　${t("target")}`}
      </p>
    </WallPanel>
  );
}

type ShareRowProps = {
  readonly label: string;
  readonly part: number;
  readonly whole: number;
  readonly target?: number | undefined;
  readonly href: string;
  readonly warm?: boolean;
};
function ShareRow({ label, part, whole, target, href, warm = false }: ShareRowProps) {
  const share = whole === 0 ? null : (part / whole) * 100;
  return (
    <Go href={href} className="wall-share">
      <span>{label}</span>
      <span className={cx("wall-bar", warm && "wall-bar-warm")}>
        <i style={{ width: `${share ?? 0}%` }} />
        {target !== undefined && <b style={{ left: `${target}%` }} />}
      </span>
      <span className="wall-share-value num">
        {share === null ? "—" : `${share.toFixed(1)}%`}
        {whole > 0 && (
          <small>
            {number(part)} / {number(whole)}
          </small>
        )}
      </span>
    </Go>
  );
}
