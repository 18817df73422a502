/** 抄送: tells other organs of this case, for information; the case does not wait for them. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { messages } from "../../lib/i18n.ts";
import type { Row } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";

const t = messages(
  {
    tell: "抄送",
    to: "抄送给",
    note: "说明",
    cancel: "取消",
    pick: "选一个机构",
    another: "再加一个",
    done: "已抄送，对方在工作台“抄送”里看到",
  },
  {
    tell: "Tell others",
    to: "Tell",
    note: "Note",
    cancel: "Cancel",
    pick: "Choose an organ",
    another: "One more",
    done: "Told; they see it under My work",
  },
);
const MOST = 20;

export function Tell({ path, row }: { readonly path: string; readonly row: Row }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("tell")}</Button>
      {asking && <TellDialog path={path} row={row} onClose={() => setAsking(false)} />}
    </>
  );
}

function TellDialog({ path, row, onClose }: { readonly path: string; readonly row: Row; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [organs, setOrgans] = useState<readonly (string | null)[]>([null]);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const chosen = [...new Set(organs.filter((organ) => organ !== null))];
  const send = async () => {
    setBusy(true);
    try {
      await api.post(`${path}/${row.id}/notices`, { organs: chosen, note: note.trim() });
      await client.invalidateQueries({ queryKey: ["ledger", path] });
      await client.invalidateQueries({ queryKey: ["work"] });
      toast.done(t("done"));
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("tell")}
      width={520}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={chosen.length > 0 ? undefined : t("pick")} onClick={() => void send()}>
            {t("tell")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        {organs.map((organ, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <Field key={index} label={t("to")}>
            {(ids) => (
              <Control
                ids={ids}
                field={{ key: `organ-${index}`, label: t("to"), kind: "organ", ref: "organizations.organ" }}
                value={organ}
                onChange={(value) =>
                  setOrgans(organs.map((each, at) => (at === index ? (typeof value === "string" ? value : null) : each)))
                }
              />
            )}
          </Field>
        ))}
        {organs.every((organ) => organ !== null) && organs.length < MOST && (
          <button type="button" className="link small" onClick={() => setOrgans([...organs, null])}>
            {t("another")}
          </button>
        )}
        <Field label={t("note")} optional>
          {(ids) => <TextArea {...ids} maxLength={400} value={note} onChange={(event) => setNote(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
