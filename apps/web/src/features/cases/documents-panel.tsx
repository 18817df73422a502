/** 文书 as a tab of a case whose documents lie under its own path. */
import type { PanelProps } from "../../app/panels.ts";
import { CaseDocuments } from "./documents.tsx";

export default function DocumentsPanel({ schema, row }: PanelProps) {
  return <CaseDocuments path={schema.name.replace(".", "/")} id={row.id} state={row.state} />;
}
