/** 抽取案卷: a share of the decided cases of a period, at least one an area, by a seed the program takes and anybody can draw again by. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

export function DrawReviews() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("drawReviews")}</Button>
      {open && <DrawDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function DrawDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const today = dayKey(serverNow());
  const [given, setGiven] = useState({
    batch: "",
    from: `${today.slice(0, 4)}-01-01`,
    to: today,
    share: "10",
  });
  const [townOnly, setTownOnly] = useState(false);
  const [busy, setBusy] = useState(false);
  const set = (key: keyof typeof given) => (event: { readonly target: { readonly value: string } }) =>
    setGiven({ ...given, [key]: event.target.value });
  const share = Number(given.share);
  const lacking =
    given.batch.trim().length < 2
      ? t("drawBatch")
      : !(share >= 1 && share <= 100)
        ? t("drawShare")
        : given.from > given.to || given.from === "" || given.to === ""
          ? t("drawFrom")
          : undefined;
  const draw = async () => {
    setBusy(true);
    try {
      const { batch, from, to } = given;
      const { drawn, of, seed } = await api.post("/enforcement/case-reviews/draw", { batch, from, to, sharePercent: share, townOnly });
      await client.invalidateQueries({ queryKey: ["ledger"] });
      toast.done(t("drawnReviews", { drawn, of, seed }));
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("drawReviews")}
      width={480}
      onClose={onClose}
      foot={
        <Button kind="primary" busy={busy} reason={lacking} onClick={() => void draw()}>
          {t("drawReviews")}
        </Button>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("drawBatch")} help={t("drawBatchHint")}>
          {(ids) => <Input {...ids} autoFocus maxLength={60} value={given.batch} onChange={set("batch")} />}
        </Field>
        <Field label={t("drawFrom")}>{(ids) => <Input {...ids} type="date" value={given.from} onChange={set("from")} />}</Field>
        <Field label={t("drawTo")}>{(ids) => <Input {...ids} type="date" value={given.to} onChange={set("to")} />}</Field>
        <Field label={t("drawShare")}>
          {(ids) => <Input {...ids} inputMode="decimal" unit="%" value={given.share} onChange={set("share")} />}
        </Field>
        <Checkbox label={t("drawTownOnly")} checked={townOnly} onChange={(event) => setTownOnly(event.target.checked)} />
      </div>
    </Dialog>
  );
}
