/** The control of each kind of field. A personal value is never filled in by us: it is asked only when it changes. */
import { useQuery } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { api } from "../../lib/api.ts";
import { type FieldSchema, pathOf, schemaNames, schemaOf, titleOf } from "../../lib/schema.ts";
import { Choices, Input, Select, TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { FilesInput } from "./files-input.tsx";
import { TableInput } from "./table-input.tsx";
import type { Page } from "./use-list.ts";
import { t } from "./words.ts";

const DayField = lazy(() => import("../../ui/antd/day-field.tsx"));
/** Up to so many answers stand in sight as tiles; more fold into a list. */
const TILES = 6;

export type ControlProps = {
  readonly ids: { readonly id: string; readonly "aria-describedby": string; readonly "aria-invalid": boolean };
  readonly field: FieldSchema;
  readonly value: unknown;
  /** Title of the referenced row the form began with. */
  readonly refTitle?: string | undefined;
  readonly onChange: (value: unknown) => void;
};

const asText = (value: unknown): string => (value === null || value === undefined ? "" : String(value));
const asList = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);
const orNull = (text: string): string | null => (text === "" ? null : text);

export function Control(props: ControlProps): ReactNode {
  const { ids, field, value, onChange } = props;
  switch (field.kind) {
    case "long":
      return (
        <TextArea
          {...ids}
          rows={4}
          maxLength={field.max}
          value={asText(value)}
          onChange={(event) => onChange(orNull(event.target.value))}
        />
      );
    case "integer":
    case "decimal":
      return <NumberInput {...props} />;
    case "yes":
      return (
        <Choices
          label={field.label}
          options={[
            { value: "true", label: t("yes") },
            { value: "false", label: t("no") },
          ]}
          value={[asText(value)]}
          onChange={(chosen) => onChange(asText(value) === chosen ? null : chosen === "true")}
        />
      );
    case "choice":
      return <ChoiceInput {...props} />;
    case "many":
      return (
        <Choices
          label={field.label}
          options={optionsOf(field)}
          value={asList(value)}
          onChange={(chosen) =>
            onChange(asList(value).includes(chosen) ? asList(value).filter((each) => each !== chosen) : [...asList(value), chosen])
          }
        />
      );
    case "day":
    case "instant":
      return (
        <Suspense fallback={<div style={{ height: 32 }} />}>
          <DayField id={ids.id} value={typeof value === "string" ? value : null} withTime={field.kind === "instant"} onChange={onChange} />
        </Suspense>
      );
    case "ref":
    case "organ":
    case "person":
      return <RefInput key={asText(value) ? "set" : "empty"} {...props} />;
    case "files":
      return <FilesInput ids={ids} value={asList(value)} max={field.max ?? 30} onChange={onChange} />;
    case "table":
      return <TableInput field={field} value={Array.isArray(value) ? value : []} onChange={onChange} />;
    default:
      return (
        <Input
          {...ids}
          type={field.format === "phone" ? "tel" : "text"}
          maxLength={field.max ?? 200}
          value={asText(value)}
          unit={field.unit}
          onChange={(event) => onChange(orNull(event.target.value))}
        />
      );
  }
}

const optionsOf = (field: FieldSchema) => Object.entries(field.choices ?? {}).map(([value, label]) => ({ value, label }));

function ChoiceInput({ ids, field, value, onChange }: ControlProps) {
  const options = optionsOf(field);
  if (options.length > TILES)
    return (
      <Select
        {...ids}
        empty={t("unfilled")}
        options={options}
        value={asText(value)}
        onChange={(event) => onChange(orNull(event.target.value))}
      />
    );
  return (
    <Choices
      label={field.label}
      options={options}
      value={[asText(value)]}
      onChange={(chosen) => onChange(chosen === value ? null : chosen)}
    />
  );
}

/** Keeps what was typed, digits or not: the server says what is wrong with it in words. */
function NumberInput({ ids, field, value, onChange }: ControlProps) {
  return (
    <Input
      {...ids}
      inputMode={field.kind === "integer" ? "numeric" : "decimal"}
      value={asText(value)}
      unit={field.unit}
      onChange={(event) => {
        const text = event.target.value.trim();
        onChange(text === "" ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
      }}
    />
  );
}

type Named = { readonly id: string; readonly title: string; readonly areaName: string | null };
const organsLike = async (path: string, q: string | undefined, signal: AbortSignal): Promise<readonly Named[]> =>
  (await api.get<{ names: readonly Named[] }>(`${path}/names`, { q: q || undefined }, signal)).names;

/** Finds a row of the other ledger by typing; keeps its id, shows its title. */
function RefInput({ ids, field, value, refTitle, onChange }: ControlProps) {
  const names = useQuery(schemaNames).data?.ledgers;
  const path = pathOf(names, field.ref ?? "");
  const schema = useQuery(schemaOf(path)).data;
  const [title, setTitle] = useState(refTitle ?? "");
  const [typed, setTyped] = useState<string>();
  // Organs are named from every area: a street asks a department of its county.
  const isOrgan = field.kind === "organ" || field.ref === "organizations.organ";
  const rowsLike = async (at: string, q: string | undefined, signal: AbortSignal): Promise<readonly Named[]> => {
    const { rows } = await api.get<Page>(at, { q: q || undefined, limit: 8 }, signal);
    return rows.map((row) => ({ id: row.id, title: schema ? titleOf(schema, row) : row.id, areaName: row.areaName ?? null }));
  };
  const found = useQuery({
    queryKey: ["ledger", path, "find", typed],
    queryFn: ({ signal }) => (isOrgan ? organsLike(path, typed, signal) : rowsLike(path, typed, signal)),
    enabled: typed !== undefined,
  });
  if (value && title)
    return (
      <span className="input">
        <span className="grow truncate">{title}</span>
        <button
          type="button"
          className="input-eye"
          aria-label={t("unchoose")}
          onClick={() => {
            setTitle("");
            onChange(null);
          }}
        >
          <Icon name="x" size={14} />
        </button>
      </span>
    );
  return (
    <span className="ref-input">
      <Input
        {...ids}
        icon="search"
        autoComplete="off"
        value={typed ?? ""}
        onFocus={() => setTyped(typed ?? "")}
        onChange={(event) => setTyped(event.target.value)}
      />
      {typed !== undefined && schema && (
        <span className="ref-found">
          {found.data?.map((row) => (
            <button
              key={row.id}
              type="button"
              className="menu-button"
              onClick={() => {
                setTitle(row.title);
                setTyped(undefined);
                onChange(row.id);
              }}
            >
              {row.title} <span className="t3 small">{row.areaName}</span>
            </button>
          ))}
          {found.data?.length === 0 && <span className="small t3">{t("filtered", { label: schema.label })}</span>}
        </span>
      )}
    </span>
  );
}
