/** 拟会议: of which committee, what kind, when and where; its members are listed by themselves. */
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import type { Committee } from "./model.ts";
import { t } from "./words.ts";

export const kinds = [
  ["plenary", "kPlenary"],
  ["executive", "kExecutive"],
  ["office", "kOffice"],
  ["consultation", "kConsultation"],
  ["joint", "kJoint"],
  ["special", "kSpecial"],
  ["working", "kWorking"],
] as const;
export const themes = [
  ["general", "hGeneral"],
  ["rural", "hRural"],
  ["hazard", "hHazard"],
  ["season", "hSeason"],
  ["industry", "hIndustry"],
  ["service", "hService"],
  ["programme", "hProgramme"],
] as const;
type Kind = (typeof kinds)[number][0];
type Theme = (typeof themes)[number][0];

export function NewMeeting({ committees, onClose }: { readonly committees: readonly Committee[]; readonly onClose: () => void }) {
  const go = useGo();
  const [committee, setCommittee] = useState(committees[0]?.id ?? "");
  const [kind, setKind] = useState<Kind>("plenary");
  const [theme, setTheme] = useState<Theme>("general");
  const [title, setTitle] = useState("");
  const [beginsAt, setBeginsAt] = useState<string | null>(null);
  const [place, setPlace] = useState("");
  const [presider, setPresider] = useState("");
  const [industry, setIndustry] = useState("");
  const [busy, setBusy] = useState(false);
  const missing = title.trim().length < 4 ? t("title") : beginsAt ? undefined : t("beginsAt");
  const send = async () => {
    if (!beginsAt) return;
    setBusy(true);
    try {
      const made = await api.post("/committee/meetings", {
        committee,
        kind,
        theme,
        title: title.trim(),
        beginsAt,
        place: place.trim() || null,
        presider: presider.trim() || null,
        industry: industry.trim() || null,
      });
      toast.done(t("started", { number: made.number }));
      go(`/committee/meeting/${made.id}`);
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("newMeeting")}
      width={520}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={missing ? t("undone", { fields: missing }) : undefined} onClick={() => void send()}>
            {t("start")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        {committees.length > 1 && (
          <Field label={t("committee")}>
            {(ids) => (
              <Select
                {...ids}
                options={committees.map(({ id, name }) => ({ value: id, label: name }))}
                value={committee}
                onChange={(event) => setCommittee(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={t("kind")}>
          {(ids) => (
            <Select
              {...ids}
              options={kinds.map(([value, word]) => ({ value, label: t(word) }))}
              value={kind}
              onChange={(event) => setKind(kinds.find(([each]) => each === event.target.value)?.[0] ?? kind)}
            />
          )}
        </Field>
        <Field label={t("title")}>
          {(ids) => <Input {...ids} maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Field label={t("theme")}>
          {(ids) => (
            <Select
              {...ids}
              options={themes.map(([value, word]) => ({ value, label: t(word) }))}
              value={theme}
              onChange={(event) => setTheme(themes.find(([each]) => each === event.target.value)?.[0] ?? theme)}
            />
          )}
        </Field>
        {theme === "industry" && (
          <Field label={t("industry")}>
            {(ids) => <Input {...ids} maxLength={60} value={industry} onChange={(event) => setIndustry(event.target.value)} />}
          </Field>
        )}
        <Field label={t("beginsAt")}>
          {(ids) => (
            <Control
              ids={ids}
              field={{ key: "beginsAt", label: t("beginsAt"), kind: "instant" }}
              value={beginsAt}
              onChange={(value) => setBeginsAt(typeof value === "string" ? value : null)}
            />
          )}
        </Field>
        <Field label={t("place")} optional>
          {(ids) => <Input {...ids} maxLength={80} value={place} onChange={(event) => setPlace(event.target.value)} />}
        </Field>
        <Field label={t("presider")} optional>
          {(ids) => <Input {...ids} maxLength={60} value={presider} onChange={(event) => setPresider(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
