import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { useGo, useSearchText } from "../../lib/go.tsx";

/** `/ledgers/facilities.facility?view=…` is the same list as `/facilities/facility?view=…`. */
export default function LedgerByName() {
  const go = useGo();
  const search = useSearchText();
  const { name }: { name?: string } = useParams({ strict: false });
  useEffect(() => go(`/${(name ?? "").replace(".", "/")}${search}`, { replace: true }), [go, name, search]);
  return null;
}
