import type { AuditEntry as Entry, Gives } from "@suiren/api-client";
/** 审计日志: newest first, for the audit administrator alone; the chain is verified on the spot. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { exact, number } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { LedgerTable, type TableColumn } from "../../ui/ledger-table.tsx";
import { Signal } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import "../../ui/filter-bar.css";
import "./identity.css";
import { t } from "./words.ts";

type Verified = Gives<"GET", "/identity/audit/verify">;

const columns = (): readonly TableColumn<Entry>[] => [
  { key: "at", label: t("at"), cell: (entry) => <span className="num">{exact(entry.at)}</span> },
  { key: "who", label: t("who"), cell: (entry) => entry.actorName },
  { key: "act", label: t("act"), truncate: true, cell: (entry) => entry.action },
  { key: "about", label: t("about"), truncate: true, cell: (entry) => entry.subject ?? "—" },
  { key: "detail", label: t("detail"), truncate: true, cell: (entry) => detailText(entry.detail) },
  { key: "sealed", label: t("sealed"), cell: (entry) => (entry.sealed ? "✓" : "—") },
];
const detailWord: Readonly<Record<string, () => string>> = {
  name: () => t("name"),
  account: () => t("account"),
  address: () => t("fromAddress"),
  given: () => t("givenData"),
  sound: () => t("sound"),
  mutedWhy: () => t("mutedWhy"),
};
const detailText = (detail: Entry["detail"]): string =>
  Object.entries(detail)
    .map(([key, value]) => `${detailWord[key]?.() ?? key} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`)
    .join("　");

export default function AuditLog() {
  const [who, setWho] = useState("");
  const [act, setAct] = useState("");
  const [verified, setVerified] = useState<Verified>();
  const { data, error, isPending, hasNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: ["audit", who, act],
    queryFn: ({ pageParam }) =>
      api.get("/identity/audit", {
        actorName: who,
        action: act,
        before: pageParam || undefined,
        limit: 200,
      }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  const verify = async () => {
    try {
      setVerified(await api.get("/identity/audit/verify"));
    } catch (trouble) {
      toast.trouble(trouble);
    }
  };
  return (
    <>
      <PageHead title={t("audit")}>
        {verified && (
          <Signal meaning={verified.ok ? "ok" : "overdue"}>
            {verified.ok ? t("verified", { n: number(verified.entries) }) : t("broken", { id: verified.brokenAt ?? 0 })}
          </Signal>
        )}
        <Button kind="primary" onClick={() => void verify()}>
          {t("verify")}
        </Button>
      </PageHead>
      <Panel className="grow audit" flush>
        <div className="filter-bar">
          <Input
            className="filter-search"
            icon="user"
            aria-label={t("filterWho")}
            placeholder={t("filterWho")}
            value={who}
            onChange={(event) => setWho(event.target.value.trim())}
          />
          <Input
            className="filter-search"
            icon="search"
            aria-label={t("filterAct")}
            placeholder={t("filterAct")}
            value={act}
            onChange={(event) => setAct(event.target.value.trim())}
          />
        </div>
        {error ? (
          <Trouble error={error} what={t("audit")} onRetry={() => void refetch()} />
        ) : isPending ? (
          <Loading what={t("audit")} rows={12} />
        ) : entries.length === 0 ? (
          <StateBlock kind="filtered" title={t("noEntries")} />
        ) : (
          <LedgerTable
            columns={columns()}
            rows={entries}
            rowId={(entry) => String(entry.id)}
            rowTitle={(entry) => entry.action}
            onOpen={(entry) => void navigator.clipboard.writeText(JSON.stringify(entry, null, 1)).then(() => toast.done(t("copied")))}
          />
        )}
        {hasNextPage && (
          <div className="audit-more">
            <Button onClick={() => void fetchNextPage()}>{t("more")}</Button>
          </div>
        )}
      </Panel>
    </>
  );
}
