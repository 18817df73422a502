/** A filter gets a name: saved as a view of one's own or of the whole office, renamed, shared, taken back, deleted. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { isEmpty, merge } from "../../lib/condition.ts";
import { Button } from "../../ui/button.tsx";
import { confirm, Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import type { ListPanelProps } from "./list-panel.tsx";
import { t } from "./words.ts";

type Asked = "new" | "change" | null;

/** Beside the tabs: 改视图 on a view of one's own as it stands, 保存为视图 otherwise. */
export function SaveView({ schema, address, saved, canShare, set }: ListPanelProps) {
  const client = useQueryClient();
  const [asking, setAsking] = useState<Asked>(null);
  const chosen = address.view ? saved.find((view) => view.id === address.view) : undefined;
  const own = chosen?.mine && isEmpty(address.where) && !address.sort ? chosen : undefined;
  const refresh = () => client.invalidateQueries({ queryKey: ["views", schema.name] });
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      setAsking(null);
    } catch (error) {
      toast.trouble(error);
    }
  };
  const save = (label: string, shared: boolean) =>
    attempt(async () => {
      const declared = schema.views.find((view) => view.key === address.view);
      const where = merge(chosen?.where ?? declared?.where, address.where);
      const sort = address.sort ?? chosen?.sort ?? declared?.sort ?? null;
      const made = await api.post<{ id: string }>("views", { ledger: schema.name, label, where, sort, shared });
      await refresh();
      set({ view: made.id, where: {}, sort: undefined });
      toast.done(t("viewSaved", { name: label }));
    });
  const change = (label: string, shared: boolean) =>
    attempt(async () => {
      if (!own) return;
      await api.patch("/views/{id}", { id: own.id, label, ...(canShare ? { shared } : {}) });
      await refresh();
      toast.done(t("viewSaved", { name: label }));
    });
  const remove = () =>
    attempt(async () => {
      if (!own) return;
      setAsking(null); // never a dialog over a dialog
      if (!(await confirm({ title: t("removeView"), text: t("removeViewText", { name: own.label }), verb: t("removeView") }))) return;
      set({ view: undefined }); // first: a list must not ask for what is gone
      await api.remove("/views/{id}", { id: own.id });
      await refresh();
    });
  return (
    <>
      <button type="button" className="link small" onClick={() => setAsking(own ? "change" : "new")}>
        {t(own ? "changeView" : "saveView")}
      </button>
      {asking && (
        <ViewDialog
          title={t(asking === "change" ? "changeView" : "saveView")}
          label={asking === "change" ? (own?.label ?? "") : ""}
          shared={asking === "change" && own?.shared === true}
          canShare={canShare}
          onClose={() => setAsking(null)}
          onSave={(label, shared) => void (asking === "change" ? change(label, shared) : save(label, shared))}
          onRemove={asking === "change" ? () => void remove() : undefined}
        />
      )}
    </>
  );
}

type ViewDialogProps = {
  readonly title: string;
  readonly label: string;
  readonly shared: boolean;
  readonly canShare: boolean;
  readonly onClose: () => void;
  readonly onSave: (label: string, shared: boolean) => void;
  readonly onRemove: (() => void) | undefined;
};

function ViewDialog({ title, canShare, onClose, onSave, onRemove, ...given }: ViewDialogProps) {
  const [label, setLabel] = useState(given.label);
  const [shared, setShared] = useState(given.shared);
  return (
    <Dialog
      title={title}
      width={380}
      onClose={onClose}
      foot={
        <>
          {onRemove && (
            <button type="button" className="link ink-overdue" onClick={onRemove}>
              {t("removeView")}
            </button>
          )}
          <span className="grow" />
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" reason={label.trim() ? undefined : t("viewName")} onClick={() => onSave(label.trim(), shared)}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("viewName")}>
          {(ids) => <Input {...ids} maxLength={20} autoFocus value={label} onChange={(event) => setLabel(event.target.value)} />}
        </Field>
        {canShare && <Checkbox label={t("shareView")} checked={shared} onChange={(event) => setShared(event.target.checked)} />}
      </div>
    </Dialog>
  );
}
