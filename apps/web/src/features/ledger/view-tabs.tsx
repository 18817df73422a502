/** Saved filters as tabs with live counts: supplied, shared by the office, mine. At most six in sight. */
import type { SavedView } from "@suiren/api-client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { isEmpty, merge } from "../../lib/condition.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { confirm, Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { MenuButton, Popover } from "../../ui/popover.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { toast } from "../../ui/toast.tsx";
import type { ListPanelProps } from "./list-panel.tsx";
import { useViewCounts } from "./use-list.ts";
import { t } from "./words.ts";

const IN_SIGHT = 6;
const IN_SIGHT_COMPACT = 4;

export function ViewTabs(props: ListPanelProps & { readonly compact: boolean }) {
  const { path, schema, address, set, saved, compact } = props;
  const narrow = useNarrow();
  const countOf = useViewCounts(path, schema, saved);
  const views = [
    { key: "", label: t("all") },
    ...schema.views.map((view) => ({ key: view.key, label: view.label })),
    ...saved.map((view) => ({ key: view.id, label: view.label })),
  ].map((view) => ({ ...view, count: countOf(view.key) }));
  const sight = narrow ? views.length : compact ? IN_SIGHT_COMPACT : IN_SIGHT;
  const first = views.slice(0, sight);
  const rest = views.slice(sight);
  const current = views.find((view) => view.key === (address.view ?? ""));
  const shown = current && rest.includes(current) ? [...first.slice(0, -1), current] : first;
  const hidden = views.filter((view) => !shown.includes(view));
  const choose = (key: string) => set({ view: key || undefined, where: {}, sort: undefined });
  return (
    <div className="view-tabs">
      <Tabs
        label={schema.label}
        items={shown}
        value={address.view ?? ""}
        onChange={choose}
        end={
          <>
            {hidden.length > 0 && (
              <Popover align="end" buttonClass="small t2" button={t("more", { n: hidden.length })}>
                {(close) =>
                  hidden.map((view) => (
                    <MenuButton
                      key={view.key}
                      onClick={() => {
                        choose(view.key);
                        close();
                      }}
                    >
                      {view.label} <span className="num t3">{view.count}</span>
                    </MenuButton>
                  ))
                }
              </Popover>
            )}
            {!compact && !narrow && <SaveView {...props} />}
            {!compact && schema.place && <ListOrMap map={address.map} onChange={(map) => set({ map })} />}
          </>
        }
      />
    </div>
  );
}

const ListOrMap = ({ map, onChange }: { readonly map: boolean; readonly onChange: (map: boolean) => void }) => (
  <div className="segments list-or-map" role="radiogroup" aria-label={t("asMap")}>
    {[false, true].map((each) => (
      // biome-ignore lint/a11y/useSemanticElements: a segment is a button that behaves as a radio
      <button
        key={String(each)}
        type="button"
        role="radio"
        aria-checked={map === each}
        aria-label={t(each ? "asMap" : "asList")}
        title={t(each ? "asMap" : "asList")}
        onClick={() => onChange(each)}
      >
        <Icon name={each ? "pin" : "list"} size={15} />
      </button>
    ))}
  </div>
);

function SaveView({ schema, address, saved, canShare, set }: ListPanelProps) {
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const own = address.view ? saved.find((view) => view.id === address.view) : undefined;
  const [label, setLabel] = useState("");
  const [shared, setShared] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ["views", schema.name] });
  const save = async () => {
    const declared = schema.views.find((view) => view.key === address.view);
    const where = merge(own?.where ?? declared?.where, address.where);
    try {
      const made = await api.post<SavedView>("views", {
        ledger: schema.name,
        label: label.trim(),
        where,
        sort: address.sort ?? null,
        shared,
      });
      await refresh();
      setAsking(false);
      set({ view: made.id, where: {}, sort: undefined });
      toast.done(t("viewSaved", { name: label.trim() }));
    } catch (error) {
      toast.trouble(error);
    }
  };
  const remove = async () => {
    if (!own || !(await confirm({ title: t("removeView"), text: t("removeViewText", { name: own.label }), verb: t("removeView") }))) return;
    try {
      await api.remove("/views/{id}", { id: own.id });
      await refresh();
      set({ view: undefined });
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <>
      {own?.mine && isEmpty(address.where) ? (
        <IconButton icon="x" size={14} label={t("removeView")} onClick={() => void remove()} />
      ) : (
        <button type="button" className="link small" onClick={() => setAsking(true)}>
          {t("saveView")}
        </button>
      )}
      {asking && (
        <Dialog
          title={t("saveView")}
          width={380}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button onClick={() => setAsking(false)}>{t("cancel")}</Button>
              <Button kind="primary" reason={label.trim() ? undefined : t("viewName")} onClick={() => void save()}>
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
      )}
    </>
  );
}
