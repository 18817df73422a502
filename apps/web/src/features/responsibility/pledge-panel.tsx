/** The pledge as a paper: its targets and both signatures, to be printed. SH-8.3 */
import type { PanelProps } from "../../app/panels.ts";
import { download } from "../../lib/download.ts";
import { day } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { Facts } from "../../ui/panel.tsx";
import { t } from "./words.ts";
import "./responsibility.css";

type Target = { readonly words: string; readonly aim: string | null; readonly clause: string | null };

export default function PledgePaper({ row }: PanelProps) {
  const targets = Array.isArray(row.targets) ? (row.targets as readonly Target[]) : [];
  const signature = (name: unknown, on: unknown) =>
    typeof name === "string" && typeof on === "string" ? (
      <StateDot meaning="met">{`${name} ${day(on)}`}</StateDot>
    ) : (
      <StateDot meaning="soon">{t("notSigned")}</StateDot>
    );
  return (
    <div className="col" style={{ gap: 12 }}>
      <Facts
        items={[
          [t("pledgerSide"), signature(row.pledgerName, row.pledgedOn)],
          [t("superiorSide"), signature(row.superiorName, row.signedOn)],
        ]}
      />
      <table className="duty-table">
        <thead>
          <tr>
            <th>{t("target")}</th>
            <th>{t("aim")}</th>
            <th>{t("clause")}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ words, aim, clause }) => (
            <tr key={words}>
              <td className="duty-words">{words}</td>
              <td>{aim ?? "—"}</td>
              <td className="t2">{clause ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div>
        <Button icon="download" onClick={() => download(`/api/v1/responsibility/pledges/${row.id}/pledge.docx`)}>
          {t("getPaper")}
        </Button>
      </div>
    </div>
  );
}
