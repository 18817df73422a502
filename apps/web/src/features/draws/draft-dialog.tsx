/** A new draw: how many, of which units, and when they are checked. */
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import { t } from "./words.ts";

const DAY_MS = 86_400_000;
const MOST = 12;
type Props = { readonly able: number; readonly onClose: () => void };

export function DraftDialog({ able, onClose }: Props) {
  const go = useGo();
  const now = useNow();
  const [given, setGiven] = useState({
    ask: "60",
    perObject: "2",
    skipDays: "90",
    startOn: dayKey(now + DAY_MS),
    dueOn: dayKey(now + 60 * DAY_MS),
    purpose: "supervision",
    grade: "",
  });
  const [organs, setOrgans] = useState<readonly (string | null)[]>([null]);
  const set = (key: keyof typeof given) => (event: { readonly target: { readonly value: string } }) =>
    setGiven({ ...given, [key]: event.target.value });
  const save = async () => {
    try {
      const made = await api.post("/inspection/draws", {
        ask: Number(given.ask),
        perObject: Number(given.perObject),
        skipDays: Number(given.skipDays),
        startOn: given.startOn,
        dueOn: given.dueOn,
        purpose: given.purpose as "supervision",
        organs: [...new Set(organs.filter((organ) => organ !== null))],
        grades: given.grade === "" ? [] : [given.grade as "key"],
      });
      onClose();
      go(`/inspection/draws/${made.id}`);
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <Dialog
      title={t("draftNew")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" onClick={() => void save()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="draft-fields">
        <Field label={t("ask")}>
          {(ids) => <Input {...ids} type="number" min={1} value={given.ask} onChange={set("ask")} unit={t("units")} />}
        </Field>
        <Field label={t("perObject")} help={`${t("people")} ${able} ${t("persons")}`}>
          {(ids) => (
            <Input {...ids} type="number" min={2} max={5} value={given.perObject} onChange={set("perObject")} unit={t("persons")} />
          )}
        </Field>
        <Field label={t("startOn")}>{(ids) => <Input {...ids} type="date" value={given.startOn} onChange={set("startOn")} />}</Field>
        <Field label={t("dueOn")}>{(ids) => <Input {...ids} type="date" value={given.dueOn} onChange={set("dueOn")} />}</Field>
        <Field label={t("grades")}>
          {(ids) => (
            <Select
              {...ids}
              value={given.grade}
              onChange={set("grade")}
              empty={t("all")}
              options={[
                { value: "key", label: t("key") },
                { value: "general", label: t("general") },
              ]}
            />
          )}
        </Field>
        <Field label={t("purpose")}>
          {(ids) => (
            <Select
              {...ids}
              value={given.purpose}
              onChange={set("purpose")}
              options={[
                { value: "supervision", label: t("supervision") },
                { value: "joint", label: t("jointCheck") },
                { value: "industry", label: t("industry") },
              ]}
            />
          )}
        </Field>
        <Field label={t("skipDays")}>
          {(ids) => <Input {...ids} type="number" min={0} value={given.skipDays} onChange={set("skipDays")} />}
        </Field>
        <div className="draft-organs">
          {organs.map((organ, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            <Field key={index} label={t("organs")} optional help={index === 0 ? t("organsHelp") : undefined}>
              {(ids) => (
                <Control
                  ids={ids}
                  field={{ key: `organ-${index}`, label: t("organs"), kind: "organ", ref: "organizations.organ" }}
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
        </div>
      </div>
    </Dialog>
  );
}
