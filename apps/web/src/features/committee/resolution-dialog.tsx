/** What a marked sentence says: its matter, who carries it out, who answers, by when, who supports. */
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Choices, Field, Input, TextArea } from "../../ui/field.tsx";
import { Control } from "../ledger/form-control.tsx";
import type { Resolution, SentMark } from "./model.ts";
import { OrgansInput } from "./organs-input.tsx";
import { t } from "./words.ts";

const spreads = [
  ["one", "one"],
  ["counties", "counties"],
  ["towns", "towns"],
  ["members", "membersAll"],
] as const;

export function ResolutionDialog({
  resolution,
  busy,
  onClose,
  onSave,
  onUnmark,
}: {
  readonly resolution: Resolution;
  readonly busy: boolean;
  readonly onClose: () => void;
  /** The dialog stays until the server has it. */
  readonly onSave: (told: Partial<SentMark>) => Promise<void>;
  readonly onUnmark: () => Promise<void>;
}) {
  const [title, setTitle] = useState(resolution.title);
  const [spread, setSpread] = useState(resolution.spread);
  const [organ, setOrgan] = useState<string | null>(resolution.organ);
  const [owner, setOwner] = useState(resolution.owner ?? "");
  const [dueOn, setDueOn] = useState<string | null>(resolution.dueOn);
  const [clause, setClause] = useState(resolution.clause ?? "");
  const [supports, setSupports] = useState<readonly string[]>(resolution.supports.map((each) => each.organ));
  return (
    <Dialog
      title={t("editTask")}
      width={560}
      onClose={onClose}
      foot={
        <>
          <Button busy={busy} onClick={() => void onUnmark()}>
            {t("unmark")}
          </Button>
          <span className="grow" />
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            onClick={() =>
              void onSave({
                title: title.trim(),
                spread,
                organ: spread === "one" ? organ : null,
                owner: owner.trim() || null,
                dueOn,
                clause: clause.trim() || null,
                supports: [...supports],
              })
            }
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <p className="t2 small">{resolution.words}</p>
        <Field label={t("taskTitle")}>
          {(ids) => <TextArea {...ids} rows={2} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Field label={t("spread")}>
          {() => (
            <Choices
              label={t("spread")}
              value={[spread]}
              options={spreads.map(([value, word]) => ({ value, label: t(word) }))}
              onChange={(value) => setSpread(spreads.find(([each]) => each === value)?.[0] ?? spread)}
            />
          )}
        </Field>
        {spread === "one" && (
          <Field label={t("leadOrgan")}>
            {(ids) => (
              <Control
                ids={ids}
                field={{ key: "organ", label: t("leadOrgan"), kind: "organ", ref: "organizations.organ" }}
                value={organ}
                refTitle={organ === resolution.organ ? resolution.organName : undefined}
                onChange={(value) => setOrgan(typeof value === "string" ? value : null)}
              />
            )}
          </Field>
        )}
        {resolution.kind === "task" && (
          <>
            <Field label={t("owner")}>
              {(ids) => <Input {...ids} maxLength={60} value={owner} onChange={(event) => setOwner(event.target.value)} />}
            </Field>
            <Field label={t("dueOn")}>
              {(ids) => (
                <Control
                  ids={ids}
                  field={{ key: "dueOn", label: t("dueOn"), kind: "day" }}
                  value={dueOn}
                  onChange={(value) => setDueOn(typeof value === "string" ? value : null)}
                />
              )}
            </Field>
            <Field label={t("supports")} optional>
              {() => <OrgansInput value={supports} names={resolution.supports} onChange={setSupports} />}
            </Field>
          </>
        )}
        <Field label={t("clause")} optional>
          {(ids) => <Input {...ids} maxLength={40} value={clause} onChange={(event) => setClause(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
