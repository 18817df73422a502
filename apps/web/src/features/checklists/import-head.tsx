/** What the list is called, for whom it is, and whether it is the next version of one. */
import type { ChecklistHead } from "@suiren/api-client";
import type { LedgerSchema } from "../../lib/schema.ts";
import { Choices, Field, Input, Select } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { listPurposes, t } from "./words.ts";

export type Head = {
  readonly title: string;
  readonly source: string;
  readonly kinds: readonly string[];
  readonly subject: string;
  readonly purpose: (typeof listPurposes)[number];
  readonly key: string;
};
export const isComplete = ({ title, source, kinds, subject }: Head): boolean =>
  title.trim().length > 1 && source.trim().length > 1 && (kinds.length > 0 || subject.trim() !== "");

type Props = {
  readonly head: Head;
  readonly onChange: (head: Head) => void;
  readonly schema: LedgerSchema | undefined;
  readonly own: readonly ChecklistHead[];
};

export function ImportHead({ head, onChange, schema, own }: Props) {
  const kinds = schema?.fields.find(({ key }) => key === "kinds")?.choices ?? {};
  const latest = own.filter((list, i) => own.findIndex(({ id }) => id === list.id) === i);
  const toggle = (kind: string) =>
    onChange({ ...head, kinds: head.kinds.includes(kind) ? head.kinds.filter((each) => each !== kind) : [...head.kinds, kind] });
  return (
    <Panel title={t("step4")}>
      <div className="import-head">
        <Field label={t("next")}>
          {(ids) => (
            <Select
              {...ids}
              value={head.key}
              empty={t("newList")}
              options={latest.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(event) => {
                const list = latest.find(({ id }) => id === event.target.value);
                onChange(
                  list
                    ? {
                        ...head,
                        key: list.id,
                        title: list.title,
                        kinds: list.kinds,
                        subject: list.subject ?? "",
                        purpose: list.purpose,
                        source: list.source,
                      }
                    : { ...head, key: "" },
                );
              }}
            />
          )}
        </Field>
        <Field label={t("name")}>
          {(ids) => (
            <Input {...ids} maxLength={100} value={head.title} onChange={(event) => onChange({ ...head, title: event.target.value })} />
          )}
        </Field>
        <Field label={t("source")}>
          {(ids) => (
            <Input {...ids} maxLength={200} value={head.source} onChange={(event) => onChange({ ...head, source: event.target.value })} />
          )}
        </Field>
        <Field label={t("purpose")}>
          {(ids) => (
            <Select
              {...ids}
              value={head.purpose}
              options={listPurposes.map((value) => ({ value, label: t(value) }))}
              onChange={(event) =>
                onChange({ ...head, purpose: listPurposes.find((each) => each === event.target.value) ?? "supervision" })
              }
            />
          )}
        </Field>
        <div className="import-wide">
          <Field label={t("kinds")}>
            {() => (
              <Choices
                label={t("kinds")}
                value={head.kinds}
                onChange={toggle}
                options={Object.entries(kinds).map(([value, label]) => ({ value, label: String(label) }))}
              />
            )}
          </Field>
        </div>
        <div className="import-wide">
          <Field label={t("subject")} optional>
            {(ids) => (
              <Input
                {...ids}
                maxLength={60}
                value={head.subject}
                onChange={(event) => onChange({ ...head, subject: event.target.value })}
              />
            )}
          </Field>
        </div>
      </div>
    </Panel>
  );
}
