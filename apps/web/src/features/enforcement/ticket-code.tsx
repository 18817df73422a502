/** The code of a hot-work ticket: it opens the check of this very ticket, wherever it is scanned. */
import { encodeQR } from "qr";
import type { PanelProps } from "../../app/panels.ts";
import { t } from "./words.ts";
import "./enforcement.css";

export default function TicketCode({ row }: PanelProps) {
  const code = String(row.code);
  const svg = encodeQR(`${window.location.origin}/enforcement/hot-work-tickets?code=${code}`, "svg", { ecc: "medium" });
  return (
    <div className="ticket-code">
      <img alt={code} src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} />
      <p className="num ticket-number">{code}</p>
      <p className="small t2">{t("scan")}</p>
    </div>
  );
}
