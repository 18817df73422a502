import { useParams } from "@tanstack/react-router";

/** `/places/unit/…` → the ledger's path, and the row where the address names one. */
export function useLedgerAddress(): { readonly path: string; readonly id: string | undefined } {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return { path: `${params.module ?? ""}/${params.ledger ?? ""}`, id: params.id };
}
