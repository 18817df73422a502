/** Nothing devices send can be stored: said at the head of the seat, and why, also while the database that would say it is away itself. */
import { useQuery } from "@tanstack/react-query";
import { useLanguage } from "../../lib/i18n.ts";
import { Icon } from "../../ui/icon.tsx";
import { type Board, readinessQuery } from "./model.ts";
import { t } from "./words.ts";

export function StoringTrouble({ board, isUnreadable }: { readonly board: Board | undefined; readonly isUnreadable: boolean }) {
  const language = useLanguage();
  const readiness = useQuery({ ...readinessQuery, enabled: isUnreadable });
  const told = isUnreadable ? readiness.data?.why?.[language] : undefined;
  const known = board?.gateway.storing === false ? t(board.gateway.trouble === "disk-full" ? "diskFull" : "notStoring") : undefined;
  const sentence = told ?? known;
  if (!sentence) return null;
  return (
    <p className="seat-alert" role="alert">
      <Icon name="fault" />
      {sentence}
    </p>
  );
}
