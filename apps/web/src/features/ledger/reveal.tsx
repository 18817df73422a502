import { useState } from "react";
import { api } from "../../lib/api.ts";
import type { FieldSchema, Row } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { textOf } from "./value.tsx";
import { t } from "./words.ts";

/** A masked value with the way to see it: the purpose is asked and the showing recorded. */
export function Reveal({
  path,
  row,
  field,
  name,
}: {
  readonly path: string;
  readonly row: Row;
  readonly field: FieldSchema;
  readonly name: string;
}) {
  const [clear, setClear] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const show = async () => {
    try {
      const shown = await api.post<Readonly<Record<string, string | null>>>(`${path}/${row.id}/reveal`, {
        fields: [field.key],
        reason: reason.trim(),
      });
      setClear(shown[field.key] ?? "—");
      setAsking(false);
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <span className="row">
      <span className="num">{clear ?? textOf(field, row[field.key])}</span>
      {clear === undefined && (
        <button type="button" className="link small" onClick={() => setAsking(true)}>
          {t("reveal")}
        </button>
      )}
      {asking && (
        <ReasonDialog
          title={t("revealWhy", { name })}
          hint={t("revealHint")}
          verb={t("show")}
          reason={reason}
          onReason={setReason}
          onClose={() => setAsking(false)}
          onDone={() => void show()}
        />
      )}
    </span>
  );
}

export function ReasonDialog({
  title,
  hint,
  verb,
  reason,
  onReason,
  onClose,
  onDone,
}: {
  readonly title: string;
  readonly hint: string;
  readonly verb: string;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  return (
    <Dialog
      title={title}
      width={420}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" reason={reason.trim().length < 2 ? hint : undefined} onClick={onDone}>
            {verb}
          </Button>
        </>
      }
    >
      <Field label={t("reason")} help={hint}>
        {(ids) => <Input {...ids} autoFocus maxLength={200} value={reason} onChange={(event) => onReason(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
