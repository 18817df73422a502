/** What a supervision round still has to send, by government: one numbered letter each, with a day to reply by. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import type { Row } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

const TERM_MS = 15 * 86_400_000;

export default function FeedbackPanel({ row }: PanelProps) {
  const client = useQueryClient();
  const may = useMay();
  const where = JSON.stringify({ round: row.id, state: "found" });
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", "assessment/finding", "of-round", row.id],
    queryFn: () => api.get<{ rows: readonly Row[] }>("assessment/finding", { where, limit: 200 }),
  });
  const [replyBy, setReplyBy] = useState<string>(dayKey(new Date(serverNow()).getTime() + TERM_MS));
  const [busy, setBusy] = useState("");
  if (error) return <Trouble error={error} what={t("feedback")} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const targets = [...new Set(data.rows.map(({ target }) => String(target)))];
  const send = async (target: string) => {
    setBusy(target);
    try {
      const { number, findings } = await api.post("/assessment/rounds/{id}/feedback", { id: row.id, target, replyBy });
      toast.done(t("feedbackDone", { number, n: findings }));
      await client.invalidateQueries({ queryKey: ["ledger", "assessment/finding"] });
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy("");
    }
  };
  if (targets.length === 0) return <p className="small t2">{t("feedbackNone")}</p>;
  return (
    <div className="col" style={{ gap: 12 }}>
      <Field label={t("feedbackDay")}>
        {(ids) => <Input {...ids} type="date" value={replyBy} onChange={(event) => setReplyBy(event.target.value)} />}
      </Field>
      <ul className="assess-receipts small">
        {targets.map((target) => {
          const of = data.rows.filter((each) => each.target === target);
          return (
            <li key={target}>
              <span className="grow">{t("feedbackFor", { name: of[0]?._ref?.target ?? "", n: of.length })}</span>
              {may("assessment.supervise") && (
                <Button size="small" busy={busy === target} onClick={() => void send(target)}>
                  {t("feedbackSend")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
