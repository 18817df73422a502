/** Drafting the pledges of a year from its targets. SH-8.3 */
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Choices, Field, Input } from "../../ui/field.tsx";
import { usePost } from "./use-post.ts";
import { t } from "./words.ts";

type Whom = "governments" | "departments";

export function DraftPledges({ onClose }: { readonly onClose: () => void }) {
  const today = dayKey(serverNow());
  const { busy, act } = usePost();
  const [year, setYear] = useState(today.slice(0, 4));
  const [signBy, setSignBy] = useState(today);
  const [whom, setWhom] = useState<readonly Whom[]>(["governments", "departments"]);
  const send = () =>
    act(async () => {
      const made = await api.post("/responsibility/pledges/generate", { year: Number(year), signBy, whom: [...whom] });
      onClose();
      return t("drafted", made);
    });
  return (
    <Dialog
      title={t("draftPledges")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={whom.length === 0 ? t("toGovernments") : undefined} onClick={() => void send()}>
            {t("draftPledges")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <p className="small t2">{t("draftHint")}</p>
        <Field label={t("draftYear")}>
          {(ids) => <Input {...ids} inputMode="numeric" value={year} onChange={(event) => setYear(event.target.value)} />}
        </Field>
        <Field label={t("signBy")}>
          {(ids) => <Input {...ids} type="date" value={signBy} onChange={(event) => setSignBy(event.target.value)} />}
        </Field>
        <Choices
          label={t("draftPledges")}
          options={[
            { value: "governments", label: t("toGovernments") },
            { value: "departments", label: t("toDepartments") },
          ]}
          value={whom}
          onChange={(value) => setWhom(whom.includes(value as Whom) ? whom.filter((each) => each !== value) : [...whom, value as Whom])}
        />
      </div>
    </Dialog>
  );
}
