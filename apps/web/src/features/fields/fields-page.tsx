/** 字典与字段: a field is edited beside its look and the number of rows it touches; national fields are locked. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { type FieldSchema, type LedgerSchema, schemaNames, schemaOf } from "../../lib/schema.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { groupsOf } from "../ledger/row-detail.tsx";
import { FieldEditor } from "./field-editor.tsx";
import { FieldLook } from "./field-look.tsx";
import { type Draft, draftOf, emptyDraft, type OwnField, type OwnFields, orderAfter, ownKinds } from "./own-field.ts";
import { useEffectOf } from "./use-effect-of.ts";
import { t } from "./words.ts";
import "./fields.css";

export default function FieldsPage() {
  const go = useGo();
  const chosen = new URLSearchParams(useSearchText()).get("ledger");
  const names = useQuery(schemaNames);
  const ledgers = names.data?.ledgers.filter((ledger) => !ledger.isCase) ?? [];
  const ledger = ledgers.find((each) => each.name === chosen) ?? ledgers.find((each) => each.name === "places.unit") ?? ledgers[0];
  if (names.error) return <Trouble error={names.error} what={t("up")} />;
  if (!names.data) return <Loading what={t("up")} />;
  if (!ledger) return <StateBlock kind="empty" title={t("none")} />;
  return (
    <Fields
      key={ledger.name}
      path={ledger.path}
      picker={
        <Select
          aria-label={t("fields")}
          options={ledgers.map((each) => ({ value: each.name, label: each.label }))}
          value={ledger.name}
          onChange={(event) => go(`/system/fields?ledger=${event.target.value}`)}
        />
      }
    />
  );
}

type Shown = "all" | "mine" | "stopped";

function Fields({ path, picker }: { readonly path: string; readonly picker: ReactNode }) {
  const client = useQueryClient();
  const schema = useQuery(schemaOf(path)).data;
  const own = useQuery({
    queryKey: ["fields", path],
    queryFn: () => api.get<OwnFields>("fields", { ledger: path.replace("/", ".") }),
    refetchInterval: ({ state }) => (state.data?.fields.some((field) => field.filling?.state === "running") ? 2_000 : false),
  });
  const [editing, setEditing] = useState<OwnField | "new" | null>(null);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const [shown, setShown] = useState<Shown>("all");
  const effect = useEffectOf(path, editing ? draft : null);
  if (own.error) return <Trouble error={own.error} what={t("fields")} onRetry={() => void own.refetch()} />;
  if (!schema || !own.data) return <Loading what={t("fields")} />;
  const { fields: ownFields, can, clauses, limit } = own.data;
  const now = editing && editing !== "new" ? (ownFields.find((field) => field.key === editing.key) ?? editing) : editing;
  const inUse = ownFields.filter((field) => field.state === "active" || field.state === "proposed").length;
  const edit = (field: OwnField | "new") => {
    setEditing(field);
    setDraft(field === "new" ? emptyDraft : draftOf(field));
  };
  const order = async (field: OwnField, by: number) => {
    const keys = orderAfter(ownFields, field, by);
    if (!keys) return;
    try {
      await api.post("/fields/order", { ledger: path.replace("/", "."), keys });
      await client.invalidateQueries({ queryKey: ["fields", path] });
      await client.invalidateQueries({ queryKey: ["schema"] });
      toast.done(t("ordered"));
    } catch (error) {
      toast.trouble(error);
    }
  };
  const move = (field: OwnField, by: number) => (orderAfter(ownFields, field, by) ? () => void order(field, by) : undefined);
  const done = async () => {
    setEditing(null);
    await client.invalidateQueries({ queryKey: ["fields", path] });
    await client.invalidateQueries({ queryKey: ["schema"] });
  };
  return (
    <>
      <PageHead title={t("title", { label: schema.label })} aside={t("ofLimit", { n: inUse, limit })}>
        <span style={{ width: 180 }}>{picker}</span>
        {can.includes("manage") && (
          <Button
            kind="primary"
            icon="plus"
            reason={inUse >= limit ? t("ofLimit", { n: inUse, limit }) : undefined}
            onClick={() => edit("new")}
          >
            {t("add")}
          </Button>
        )}
      </PageHead>
      <div className="fields">
        <Panel
          title={t("fields")}
          aside={String(schema.fields.length)}
          flush
          scroll
          end={
            <Segments
              solid
              label={t("fields")}
              items={[
                { key: "all", label: t("all") },
                { key: "mine", label: t("mine"), count: ownFields.filter((field) => field.state !== "retired").length },
                { key: "stopped", label: t("stopped"), count: ownFields.filter((field) => field.state === "retired").length },
              ]}
              value={shown}
              onChange={setShown}
            />
          }
          foot={
            <>
              <Icon name="lock" size={14} />
              {t("locked")}
            </>
          }
        >
          <FieldRows schema={schema} own={ownFields} shown={shown} editing={editing} onEdit={edit} />
        </Panel>
        {editing ? (
          <FieldEditor
            key={editing === "new" ? "new" : editing.key}
            can={can}
            path={path}
            schema={schema}
            clauses={clauses}
            effect={effect}
            onMove={editing === "new" ? {} : { up: move(editing, -1), down: move(editing, 1) }}
            field={editing === "new" ? null : editing}
            draft={draft}
            onDraft={setDraft}
            onDone={() => void done()}
          />
        ) : (
          <Panel>
            <StateBlock kind="empty" title={t("pick")} />
          </Panel>
        )}
        <FieldLook
          path={path}
          schema={schema}
          draft={editing ? draft : null}
          effect={effect}
          filling={now && now !== "new" ? now.filling : null}
        />
      </div>
    </>
  );
}

type RowsProps = {
  readonly schema: LedgerSchema;
  readonly own: readonly OwnField[];
  readonly shown: Shown;
  readonly editing: OwnField | "new" | null;
  readonly onEdit: (field: OwnField) => void;
};

function FieldRows({ schema, own, shown, editing, onEdit }: RowsProps) {
  const ownOf = (field: FieldSchema) => own.find((each) => `custom.${each.key}` === field.key);
  if (shown === "stopped")
    return own
      .filter((field) => field.state === "retired")
      .map((field) => <OwnRow key={field.key} field={field} on={editing !== "new" && editing?.key === field.key} onEdit={onEdit} />);
  const inForce = groupsOf(schema).map((group) => ({ ...group, fields: group.fields.filter((field) => shown === "all" || ownOf(field)) }));
  const waiting = own.filter((field) => field.state === "proposed" || field.state === "refused");
  const rows = inForce
    .filter((group) => group.fields.length > 0)
    .map((group) => (
      <section key={group.label}>
        <h3 className="fields-group">{group.label}</h3>
        {group.fields.map((field) => {
          const mine = ownOf(field);
          return mine ? (
            <OwnRow key={field.key} field={mine} on={editing !== "new" && editing?.key === mine.key} onEdit={onEdit} />
          ) : (
            <div key={field.key} className="fields-row">
              <span className="grow truncate">{field.label}</span>
              <span className="caption t3">{kindWord(field.kind, field.unit)}</span>
              <Icon name="lock" size={14} />
            </div>
          );
        })}
      </section>
    ));
  return (
    <>
      {waiting.length > 0 && <h3 className="fields-group">{t("proposed")}</h3>}
      {waiting.map((field) => (
        <OwnRow key={field.key} field={field} on={editing !== "new" && editing?.key === field.key} onEdit={onEdit} />
      ))}
      {rows}
    </>
  );
}

const OwnRow = ({ field, on, onEdit }: { readonly field: OwnField; readonly on: boolean; readonly onEdit: (field: OwnField) => void }) => (
  <button type="button" className={cx("fields-row", on && "fields-on")} onClick={() => onEdit(field)}>
    <span className="grow truncate">{field.definition.label}</span>
    <span className="caption t3">{kindWord(field.definition.kind, field.definition.unit)}</span>
    <Tag>{field.proposal ? t("proposed") : field.state === "refused" ? t("refused") : t("ownMark")}</Tag>
  </button>
);

function kindWord(kind: string, unit: string | null | undefined): string {
  const known = ownKinds.find((each) => each === kind);
  return [known ? t(known) : "", unit].filter(Boolean).join(" ");
}
