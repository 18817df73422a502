/** 远程监控统计: each measure as a tile; the chosen one by month and county, with the very rows it counts. JX-4.4.6, JX-4.4.8. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { areasQuery } from "../../lib/areas.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { Segments } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Breakdown, Causes, Course, Units } from "./charts.tsx";
import { CoveragePanel, MissingPanel } from "./coverage.tsx";
import { tiles } from "./model.ts";
import { type Address, periodOf, readAddress, spans, writeAddress } from "./period.ts";
import { RowsPanel } from "./rows.tsx";
import { Tile } from "./tile.tsx";
import { t } from "./words.ts";
import "./statistics.css";

export default function Statistics() {
  const go = useGo();
  const given = readAddress(useSearchText());
  const own = useQuery(areasQuery(null)).data?.[0];
  const children = useQuery({ ...areasQuery(own?.key ?? null), enabled: own !== undefined }).data ?? [];
  const period = periodOf(given.span, dayKey(serverNow()));
  const open = (next: Partial<Address>) => go(writeAddress({ ...given, ...next }), { replace: true });
  const chosen = tiles.find((tile) => tile.key === given.measure) ?? tiles[2];
  useEffect(() => {
    document.title = t("title");
  }, []);
  return (
    <div className="stats">
      <PageHead title={t("title")} aside={<span className="num">{t("period", period)}</span>}>
        <Select
          aria-label={t("area")}
          value={given.area === null ? "" : String(given.area)}
          empty={own?.name ?? t("wholeArea")}
          options={children.map((area) => ({ value: String(area.key), label: area.name }))}
          onChange={(event) => open({ area: event.target.value === "" ? null : Number(event.target.value) })}
        />
        <Segments
          solid
          label={t("span")}
          value={given.span}
          onChange={(span) => open({ span })}
          items={spans.map((key) => ({ key, label: t(key) }))}
        />
      </PageHead>
      <div className="stats-tiles" role="radiogroup" aria-label={t("measure")}>
        {tiles.map((tile) => (
          <Tile
            key={tile.key}
            measure={tile.key}
            kind={tile.kind}
            period={period}
            area={given.area}
            chosen={tile.key === chosen.key}
            onChoose={() => open({ measure: tile.key, part: "all" })}
          />
        ))}
      </div>
      <div className="stats-charts">
        {chosen.kind === "flow" && <Course measure={chosen} area={given.area} />}
        <Breakdown measure={chosen} period={period} area={given.area} onArea={(area) => open({ area })} />
        <Causes period={period} area={given.area} />
        <Units period={period} area={given.area} />
      </div>
      <RowsPanel measure={chosen.key} part={given.part} period={period} area={given.area} onPart={(part) => open({ part })} />
      <div className="stats-lower">
        <CoveragePanel />
        <MissingPanel />
      </div>
    </div>
  );
}
