/** Roles and what they may do; the three administrators' own are fixed. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Role, rolesQuery } from "./roles-query.ts";
import { t } from "./words.ts";
import "./identity.css";

const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

export default function Roles() {
  const { data, error, refetch } = useQuery(rolesQuery);
  const [key, setKey] = useState<string>();
  const [adding, setAdding] = useState(false);
  if (error) return <Trouble error={error} what={t("roles")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("roles")} />;
  const role = data.find((each) => each.key === key) ?? data[0];
  return (
    <>
      <PageHead title={t("roles")}>
        <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
          {t("newRole")}
        </Button>
      </PageHead>
      <div className="two-panes">
        <Panel flush scroll>
          {data.map((each) => (
            <button
              key={each.key}
              type="button"
              className={cx("pane-row", each === role && "pane-row-on")}
              onClick={() => setKey(each.key)}
            >
              <span className="grow">{each.label}</span>
              {each.patterns && <Tag>{t("ownPatterns")}</Tag>}
              {isAdministrator(each) && <Icon name="lock" size={14} />}
            </button>
          ))}
        </Panel>
        {role && <RoleEditor key={role.key} role={role} />}
      </div>
      {adding && <NewRole onClose={() => setAdding(false)} />}
    </>
  );
}

const isAdministrator = (role: Role): boolean => role.kind.endsWith("-admin");

function useSave() {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>, name: string): Promise<boolean> => {
    try {
      await work();
      await client.invalidateQueries({ queryKey: rolesQuery.queryKey });
      toast.done(t("saved", { name }));
      return true;
    } catch (error) {
      toast.trouble(error);
      return false;
    }
  };
}

function RoleEditor({ role }: { readonly role: Role }) {
  const save = useSave();
  const [text, setText] = useState((role.patterns ?? role.permissions).join("\n"));
  const put = (patterns: readonly string[] | null) =>
    save(() => api.put("/identity/roles/{key}", { key: role.key, label: role.label, patterns }), role.label);
  const fixed = isAdministrator(role) ? t("fixed") : undefined;
  return (
    <Panel
      title={role.label}
      aside={role.builtIn ? t("builtIn") : role.key}
      end={t("effective", { n: role.permissions.length })}
      scroll
      foot={
        <>
          <span className="grow small t3">{fixed}</span>
          {role.builtIn && role.patterns && <Button onClick={() => void put(null)}>{t("restore")}</Button>}
          <Button kind="primary" size="large" reason={fixed} onClick={() => void put(linesOf(text))}>
            {t("save")}
          </Button>
        </>
      }
    >
      <Field label={t("patterns")} help={t("patternsHint")}>
        {(ids) => (
          <TextArea
            {...ids}
            className="num"
            rows={18}
            readOnly={fixed !== undefined}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Panel>
  );
}

function NewRole({ onClose }: { readonly onClose: () => void }) {
  const save = useSave();
  const [key, setKey] = useState("");
  const [label, setLabel] = useState("");
  const [patterns, setPatterns] = useState("");
  const create = async () => {
    if (await save(() => api.post("/identity/roles", { key, label, kind: "official", patterns: linesOf(patterns) }), label)) onClose();
  };
  return (
    <Dialog
      title={t("newRole")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" reason={key && label ? undefined : t("required")} onClick={() => void create()}>
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("roleName")}>
          {(ids) => <Input {...ids} autoFocus value={label} onChange={(event) => setLabel(event.target.value)} />}
        </Field>
        <Field label={t("roleKey")}>{(ids) => <Input {...ids} value={key} onChange={(event) => setKey(event.target.value)} />}</Field>
        <Field label={t("patterns")} help={t("patternsHint")}>
          {(ids) => <TextArea {...ids} rows={6} value={patterns} onChange={(event) => setPatterns(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
