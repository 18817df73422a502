/** The document itself, as it will be or was issued: read, printed (or saved as PDF by the browser), fetched as Word. */
import { useRef } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { address } from "../../lib/api.ts";
import { download } from "../../lib/download.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { t } from "./words.ts";
import "./enforcement.css";

export default function PaperPanel({ row }: PanelProps) {
  const go = useGo();
  const may = useMay();
  const frame = useRef<HTMLIFrameElement>(null);
  const path = `enforcement/document/${row.id}`;
  return (
    <div className="paper">
      <div className="row row-wide">
        <Button kind="primary" onClick={() => frame.current?.contentWindow?.print()}>
          {t("print")}
        </Button>
        <Button icon="download" onClick={() => download(address(`${path}/file`))}>
          {t("word")}
        </Button>
        {typeof row.sourceName === "string" && <Go href={`/${row.sourceName.replace(".", "/")}/${String(row.sourceId)}`}>{t("toCase")}</Go>}
        {row.state === "draft" && may("enforcement.draft") && <Button onClick={() => go(`/${path}/edit`)}>{t("edit")}</Button>}
      </div>
      <p className="caption t3">{t("paperHint")}</p>
      <iframe ref={frame} className="paper-page" title={String(row.title)} src={address(`${path}/page`, { version: row.version })} />
    </div>
  );
}
