/** One item of a draft: a new one, or changing or taking out one that is there. Once in force, nobody changes it. */
import type { CheckItem } from "@suiren/api-client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select, TextArea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

const grades = ["minor", "general", "serious"] as const;
const photos = ["always", "onFail", "never"] as const;
type Props = {
  readonly rowId: string;
  /** Undefined for a new one. */
  readonly item: CheckItem | undefined;
  readonly sections: readonly string[];
  readonly onClose: () => void;
};

export function EditItem({ rowId, item, sections, onClose }: Props) {
  const [given, setGiven] = useState({
    section: item?.section ?? sections.at(-1) ?? "",
    text: item?.text ?? "",
    ground: item?.ground ?? "",
    penalty: item?.penalty ?? "",
    remedy: item?.remedy ?? "",
    grade: (item?.grade ?? "general") as string,
    photo: (item?.photo ?? "onFail") as string,
  });
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const set = (key: keyof typeof given) => (event: { readonly target: { readonly value: string } }) =>
    setGiven({ ...given, [key]: event.target.value });
  const act = async (work: () => Promise<unknown>, said: string) => {
    setBusy(true);
    try {
      await work();
      toast.done(said);
      await client.invalidateQueries({ queryKey: ["checklists"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  const body = {
    section: given.section.trim(),
    text: given.text.trim(),
    ground: orNull(given.ground),
    penalty: orNull(given.penalty),
    remedy: orNull(given.remedy),
    grade: given.grade as CheckItem["grade"],
    photo: given.photo as CheckItem["photo"],
  };
  // What stays as it was is not sent: a ground nobody touched keeps the mark of how it was confirmed.
  const { ground, ...rest } = body;
  const changed = ground === (item?.ground ?? null) ? rest : body;
  const save = () =>
    act(
      () =>
        item
          ? api.patch("/inspection/checklists/drafts/{rowId}/items/{item}", { rowId, item: item.id, ...changed })
          : api.post("/inspection/checklists/drafts/{rowId}/items", { rowId, ...body }),
      t(item ? "itemSaved" : "itemAdded"),
    );
  const remove = async () => {
    if (item)
      await act(
        () => api.patch("/inspection/checklists/drafts/{rowId}/items/{item}", { rowId, item: item.id, removed: true }),
        t("itemGone"),
      );
  };
  const [isSure, setSure] = useState(false);
  const missing = [body.section === "" && t("sectionOne"), body.text.length < 2 && t("text")].filter(Boolean);
  return (
    <Dialog
      title={t(item ? "editItem" : "addItem")}
      width={560}
      onClose={onClose}
      foot={
        <>
          {item && (
            <Button kind="text" busy={busy} onClick={() => (isSure ? void remove() : setSure(true))}>
              {t(isSure ? "removeSure" : "removeItem")}
            </Button>
          )}
          <span className="grow" />
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={missing.length > 0 ? missing.join("、") : undefined} onClick={() => void save()}>
            {t("saveItem")}
          </Button>
        </>
      }
    >
      <Field label={t("text")}>{(ids) => <TextArea {...ids} maxLength={2_000} value={given.text} onChange={set("text")} />}</Field>
      <div className="import-head">
        <Field label={t("sectionOne")}>
          {(ids) => (
            <>
              <Input {...ids} list={`${ids.id}-s`} maxLength={300} value={given.section} onChange={set("section")} />
              <datalist id={`${ids.id}-s`}>
                {sections.map((section) => (
                  <option key={section} value={section} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <Field label={t("grade")}>
          {(ids) => (
            <Select {...ids} options={grades.map((value) => ({ value, label: t(value) }))} value={given.grade} onChange={set("grade")} />
          )}
        </Field>
        <Field label={t("ground")} optional>
          {(ids) => <Input {...ids} maxLength={300} value={given.ground} onChange={set("ground")} />}
        </Field>
        <Field label={t("photo")}>
          {(ids) => (
            <Select {...ids} options={photos.map((value) => ({ value, label: t(value) }))} value={given.photo} onChange={set("photo")} />
          )}
        </Field>
        <Field label={t("penalty")} optional>
          {(ids) => <Input {...ids} maxLength={300} value={given.penalty} onChange={set("penalty")} />}
        </Field>
        <Field label={t("remedy")} optional>
          {(ids) => <Input {...ids} maxLength={500} value={given.remedy} onChange={set("remedy")} />}
        </Field>
      </div>
    </Dialog>
  );
}
