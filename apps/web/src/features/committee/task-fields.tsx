/** What giving a task asks: what, whom, by when; optionally who answers, what comes of it, who supports. */
import { Choices, Field, Input, TextArea } from "../../ui/field.tsx";
import { Control } from "../ledger/form-control.tsx";
import { OrgansInput } from "./organs-input.tsx";
import { t } from "./words.ts";

export type TaskForm = {
  readonly title: string;
  readonly content: string;
  readonly organs: readonly string[];
  readonly supports: readonly string[];
  readonly owner: string;
  readonly dueOn: string | null;
  readonly output: string;
  readonly tag: "bottom" | "base" | "long" | null;
  readonly side: "government" | "department" | "society" | null;
};
export const blankTask: TaskForm = {
  title: "",
  content: "",
  organs: [],
  supports: [],
  owner: "",
  dueOn: null,
  output: "",
  tag: null,
  side: null,
};
const tags = ["bottom", "base", "long"] as const;
const sides = ["government", "department", "society"] as const;

/** Labels of what must still be said. */
export const lackingIn = ({ title, organs, dueOn, tag, side }: TaskForm, asMeasure: boolean): readonly string[] => [
  ...(title.trim().length < 2 ? [t("taskTitle")] : []),
  ...(organs.length === 0 ? [t("organs")] : []),
  ...(dueOn ? [] : [t("dueOn")]),
  ...(asMeasure && !tag ? [t("tag")] : []),
  ...(asMeasure && !side ? [t("side")] : []),
];

export const sentTask = (form: TaskForm) => ({
  title: form.title.trim(),
  content: form.content.trim() || null,
  organs: [...form.organs],
  supports: [...form.supports],
  owner: form.owner.trim() || null,
  dueOn: form.dueOn ?? "",
  output: form.output.trim() || null,
});

export function TaskFields({
  form,
  onChange,
  asMeasure,
}: {
  readonly form: TaskForm;
  readonly onChange: (form: TaskForm) => void;
  readonly asMeasure: boolean;
}) {
  const set = (change: Partial<TaskForm>) => onChange({ ...form, ...change });
  return (
    <>
      <Field label={t("taskTitle")}>
        {(ids) => <Input {...ids} maxLength={200} value={form.title} onChange={(event) => set({ title: event.target.value })} />}
      </Field>
      <Field label={t("organs")}>{() => <OrgansInput value={form.organs} onChange={(organs) => set({ organs })} />}</Field>
      <Field label={t("dueOn")}>
        {(ids) => (
          <Control
            ids={ids}
            field={{ key: "dueOn", label: t("dueOn"), kind: "day" }}
            value={form.dueOn}
            onChange={(value) => set({ dueOn: typeof value === "string" ? value : null })}
          />
        )}
      </Field>
      <Field label={t("tag")} optional={!asMeasure}>
        {() => (
          <Choices
            label={t("tag")}
            value={form.tag ? [form.tag] : []}
            options={tags.map((value) => ({ value, label: t(value) }))}
            onChange={(value) => set({ tag: tags.find((each) => each === value) ?? null })}
          />
        )}
      </Field>
      <Field label={t("side")} optional={!asMeasure}>
        {() => (
          <Choices
            label={t("side")}
            value={form.side ? [form.side] : []}
            options={sides.map((value) => ({ value, label: t(value) }))}
            onChange={(value) => set({ side: sides.find((each) => each === value) ?? null })}
          />
        )}
      </Field>
      <Field label={t("content")} optional>
        {(ids) => (
          <TextArea {...ids} rows={3} maxLength={2_000} value={form.content} onChange={(event) => set({ content: event.target.value })} />
        )}
      </Field>
      <Field label={t("owner")} optional>
        {(ids) => <Input {...ids} maxLength={60} value={form.owner} onChange={(event) => set({ owner: event.target.value })} />}
      </Field>
      <Field label={t("output")} optional>
        {(ids) => <Input {...ids} maxLength={200} value={form.output} onChange={(event) => set({ output: event.target.value })} />}
      </Field>
      <Field label={t("supports")} optional>
        {() => <OrgansInput value={form.supports} onChange={(supports) => set({ supports })} />}
      </Field>
    </>
  );
}
