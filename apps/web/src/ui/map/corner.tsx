/** What a map lies on, in its lower right corner: reference system, approval number, whose it is; or that there is no base map. */
import { Go } from "../../lib/go.tsx";
import { messages } from "../../lib/i18n.ts";
import type { Datum, Ground, Grounds } from "./types.ts";

const t = messages(
  {
    local: "本地底图 {datum}",
    moved: "{datum}（点位已换算）",
    noApproval: "无审图号",
    expired: "底图已过有效期",
    none: "未导入底图",
    import: "导入",
  },
  {
    local: "Own base map {datum}",
    moved: "{datum} (points converted)",
    noApproval: "no map approval number",
    expired: "base map out of date",
    none: "No base map imported",
    import: "Import",
  },
);

const datums: Readonly<Record<Datum, string>> = { cgcs2000: "CGCS2000", wgs84: "WGS-84", gcj02: "GCJ-02", bd09: "BD-09" };
const datumWord = (datum: Datum): string => {
  const word = datums[datum];
  return datum === "gcj02" || datum === "bd09" ? t("moved", { datum: word }) : word;
};

type CornerProps = { readonly ground: Ground | null; readonly importHref: Grounds["importHref"]; readonly note: string | undefined };
export function Corner({ ground, importHref, note }: CornerProps) {
  if (!ground)
    return (
      <span className="map-note">
        {[note, "CGCS2000", t("none")].filter(Boolean).join(" · ")}
        {importHref && (
          <>
            {" "}
            <Go href={importHref} className="link">
              {t("import")}
            </Go>
          </>
        )}
      </span>
    );
  const words = [
    note,
    t("local", { datum: datumWord(ground.datum) }),
    ground.approvalNumber ?? t("noApproval"),
    ground.expired ? t("expired") : undefined,
    ground.attribution,
  ];
  return (
    <span className="map-note" title={ground.name}>
      {words.filter(Boolean).join(" · ")}
    </span>
  );
}
