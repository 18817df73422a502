/** One change: who prepared and confirmed it, how far it has come, what it touches; confirming and withdrawing. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "../../lib/api.ts";
import { dayTime, number } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { confirm, Dialog } from "../../ui/dialog.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { StateDot, TargetBar } from "../../ui/meaning.tsx";
import { Facts } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Adjustment, type Adjustments, adjustmentQuery, KEY } from "./model.ts";
import { Moved, Outlook } from "./outlook.tsx";
import { stateMeaning, titleOf } from "./said.ts";
import { t } from "./words.ts";

type Props = { readonly id: string; readonly may: Pick<Adjustments, "mayPrepare" | "mayApprove">; readonly onClose: () => void };

export function AdjustmentDrawer({ id, may, onClose }: Props) {
  const { data, error, refetch } = useQuery(adjustmentQuery(id));
  const client = useQueryClient();
  const [isWithdrawing, setWithdrawing] = useState(false);
  if (error) return <Trouble error={error} what={t("changes")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("changes")} />;
  const { adjustment, outlook, moved } = data;
  const isOpen = ["prepared", "approved", "failed"].includes(adjustment.state);
  const act = async (work: () => Promise<unknown>, said: string) => {
    try {
      await work();
      toast.done(said);
    } catch (trouble) {
      toast.trouble(trouble);
    } finally {
      await client.invalidateQueries({ queryKey: [KEY] });
    }
  };
  const approve = async () => {
    if (!(await confirm({ title: titleOf(adjustment), text: t("approveText"), verb: t("approve") }))) return;
    await act(() => api.post("/areas/adjustments/{id}/approve", { id }), t("approved2"));
  };
  return (
    <Drawer
      title={titleOf(adjustment)}
      marks={<StateDot meaning={stateMeaning[adjustment.state]}>{t(adjustment.state)}</StateDot>}
      sub={t(adjustment.kind)}
      onClose={onClose}
      foot={
        isOpen ? (
          <Acts adjustment={adjustment} may={may} onApprove={() => void approve()} onWithdraw={() => setWithdrawing(true)} />
        ) : undefined
      }
    >
      {adjustment.state === "running" && <Progress adjustment={adjustment} />}
      <Facts items={factsOf(adjustment)} />
      {adjustment.problems.length > 0 && !outlook && (
        <p className="ink-overdue">{adjustment.problems.map(({ message }) => message).join("；")}</p>
      )}
      {outlook && <Outlook outlook={outlook} />}
      {moved.length > 0 && <Moved moved={moved} />}
      {isWithdrawing && (
        <Withdraw
          onClose={() => setWithdrawing(false)}
          onWithdraw={async (reason) => {
            setWithdrawing(false);
            await act(() => api.post("/areas/adjustments/{id}/withdraw", { id, reason }), t("withdrawn2"));
          }}
        />
      )}
    </Drawer>
  );
}

type ActsProps = {
  readonly adjustment: Adjustment;
  readonly may: Props["may"];
  readonly onApprove: () => void;
  readonly onWithdraw: () => void;
};
function Acts({ adjustment: { state, isMine }, may, onApprove, onWithdraw }: ActsProps) {
  return (
    <div className="row">
      {state === "prepared" && may.mayApprove && (
        <Button kind="primary" reason={isMine ? t("ownWaits") : undefined} onClick={onApprove}>
          {t("approve")}
        </Button>
      )}
      <Button onClick={onWithdraw}>{t(isMine || !may.mayApprove ? "withdraw" : "sendBack")}</Button>
      {state === "prepared" && !may.mayApprove && <span className="small t2">{t("ownWaits")}</span>}
    </div>
  );
}

function Progress({ adjustment: { steps, stepsDone, rows, trouble } }: { readonly adjustment: Adjustment }) {
  const all = steps ?? 1;
  return (
    <div className="areas-progress" aria-live="polite">
      <TargetBar value={Math.round((stepsDone / all) * 100)} />
      <p className="small t2">
        {t("progress", { done: stepsDone, all })} · {t("rows", { n: number(rows) })}
      </p>
      {trouble && <p className="small ink-overdue">{t("trouble", { why: trouble })}</p>}
    </div>
  );
}

function factsOf(adjustment: Adjustment): readonly (readonly [string, ReactNode])[] {
  const { effectiveOn, document, reason, preparedByName, preparedAt, approvedByName, approvedAt } = adjustment;
  const { withdrawnByName, withdrawnAt, withdrawnWhy, doneAt, rows } = adjustment;
  return [
    [
      t("effectiveOn"),
      <span key="on" className="num">
        {effectiveOn}
      </span>,
    ],
    [t("document"), document],
    [t("reason"), reason],
    [t("preparedBy"), `${preparedByName} ${dayTime(preparedAt)}`],
    ...(approvedAt ? [[t("approvedBy"), `${approvedByName ?? ""} ${dayTime(approvedAt)}`] as const] : []),
    ...(withdrawnAt ? [[t("withdrawnBy"), `${withdrawnByName ?? ""} ${dayTime(withdrawnAt)} ${withdrawnWhy ?? ""}`] as const] : []),
    ...(doneAt ? [[t("carriedOut"), `${dayTime(doneAt)} · ${t("rows", { n: number(rows) })}`] as const] : []),
  ];
}

function Withdraw({ onClose, onWithdraw }: { readonly onClose: () => void; readonly onWithdraw: (reason: string) => Promise<void> }) {
  const [reason, setReason] = useState("");
  return (
    <Dialog
      title={t("withdrawTitle")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" reason={reason.trim().length < 2 ? t("reason") : undefined} onClick={() => void onWithdraw(reason)}>
            {t("withdraw")}
          </Button>
        </>
      }
    >
      <Field label={t("reason")}>
        {(ids) => <TextArea {...ids} maxLength={400} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
