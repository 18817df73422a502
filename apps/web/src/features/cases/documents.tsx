/** The documents of a case: those drafted so far, each with its state and number, and those to be drafted now, filled with what the case knows. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { messages } from "../../lib/i18n.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import "./case.css";

const t = messages(
  {
    documents: "文书",
    draftOne: "起草{title}",
    draft: "起草",
    kind: "文书种类",
    none: "还没有文书",
    several: "已起草 {n} 份，一家一份",
  },
  {
    documents: "Documents",
    draftOne: "Draft: {title}",
    draft: "Draft",
    kind: "Kind",
    none: "No document yet",
    several: "{n} drafted, one each",
  },
);

const DOCUMENT = "enforcement/document";
/** More kinds than this are chosen from a list. */
const AS_BUTTONS = 3;

export type CaseDocument = {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly state: string;
};
export type Offer = { readonly kind: string; readonly title: string };
type Found = { readonly documents: readonly CaseDocument[]; readonly offered: readonly Offer[] };

/** @param path where the case's documents are found, `enforcement/seal` */
export const useDocuments = (path: string, id: string, state: unknown) =>
  useQuery({
    queryKey: ["ledger", DOCUMENT, "of", path, id, state],
    queryFn: ({ signal }) => api.get<Found>(`${path}/${id}/documents`, {}, signal),
  });

/** Drafts a kind and opens the draft; the officer completes it there. */
export function useDraft(path: string, id: string) {
  const go = useGo();
  const client = useQueryClient();
  const [busy, setBusy] = useState<string | null>(null);
  const draft = async (kind: string) => {
    setBusy(kind);
    try {
      const { documentId, documents } = await api.post<{ documentId: string; documents: number }>(`${path}/${id}/documents`, { kind });
      await client.invalidateQueries({ queryKey: ["ledger", DOCUMENT] });
      if (documents > 1) {
        toast.done(t("several", { n: documents }));
        return setBusy(null);
      }
      go(`/${DOCUMENT}/${documentId}/edit`);
    } catch (error) {
      toast.trouble(error);
      setBusy(null);
    }
  };
  return { busy, draft };
}

type Place = { readonly path: string; readonly id: string; readonly state: unknown };

export function CaseDocuments({ path, id, state }: Place) {
  const { data, error, refetch } = useDocuments(path, id, state);
  if (error) return <Trouble error={error} what={t("documents")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("documents")} />;
  return (
    <section className="col" style={{ gap: 10 }}>
      <Drafting path={path} id={id} offered={data.offered} />
      {data.documents.length === 0 && <p className="small t3">{t("none")}</p>}
      <div>
        {data.documents.map((each) => (
          <DocumentLine key={each.id} document={each} />
        ))}
      </div>
    </section>
  );
}

function Drafting({ path, id, offered }: { readonly path: string; readonly id: string; readonly offered: readonly Offer[] }) {
  const { busy, draft } = useDraft(path, id);
  const [chosen, setChosen] = useState<string>();
  const kind = chosen ?? offered[0]?.kind ?? "";
  if (offered.length === 0) return null;
  if (offered.length <= AS_BUTTONS)
    return (
      <div className="row">
        {offered.map((each, index) => (
          <Button key={each.kind} kind={index === 0 ? "primary" : "plain"} busy={busy === each.kind} onClick={() => void draft(each.kind)}>
            {t("draftOne", { title: each.title })}
          </Button>
        ))}
      </div>
    );
  return (
    <div className="row row-wide">
      <Select
        aria-label={t("kind")}
        options={offered.map((each) => ({ value: each.kind, label: each.title }))}
        value={kind}
        onChange={(event) => setChosen(event.target.value)}
      />
      <Button kind="primary" busy={busy !== null} onClick={() => void draft(kind)}>
        {t("draft")}
      </Button>
    </div>
  );
}

export function DocumentLine({ document }: { readonly document: CaseDocument }) {
  return (
    <Go className="document-line" href={`/${DOCUMENT}?open=${document.id}`}>
      <Icon name="doc" size={16} />
      <span className="grow truncate">{document.title}</span>
      <span className="num small t2 nowrap">{document.number ?? ""}</span>
      <DocumentState state={document.state} />
    </Go>
  );
}

function DocumentState({ state }: { readonly state: string }) {
  const { data } = useQuery({
    queryKey: ["schema", DOCUMENT],
    queryFn: () => api.get("/schema/{module}/{ledger}", { module: "enforcement", ledger: "document" }),
    staleTime: 600_000,
  });
  return <Tag>{data?.case?.states[state]?.label ?? state}</Tag>;
}
