/** What may stand at the cursor: the keys of the head, a clause or a duty with a word on each, or the names a value may take; and a form for a whole clause. */
import type { Gives } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ClauseForm } from "./clause-form.tsx";
import type { Context, Level } from "./model.ts";
import { t } from "./words.ts";

type Name = Gives<"GET", "/policy-tasks/pack-names">["names"][number];
type Node = {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Node[];
  readonly required?: readonly string[];
};

const kindsAt: Readonly<Record<string, readonly Name["kind"][]>> = {
  measure: ["measure"],
  of: ["ledger"],
  case: ["case"],
  lead: ["organ"],
  support: ["organ"],
  who: ["organ"],
  organ: ["organ"],
};
const SHOWN = 60;

export const useNames = () =>
  useQuery({ queryKey: ["policy-packs", "names"], queryFn: () => api.get("/policy-tasks/pack-names", {}), staleTime: 600_000 });
const useSchema = () =>
  useQuery({
    queryKey: ["policy-packs", "schema"],
    queryFn: () => api.get("/policy-tasks/pack-schema", {}),
    staleTime: Number.POSITIVE_INFINITY,
  });

type Props = {
  readonly context: Context;
  readonly source: string;
  readonly onInsert: (text: string, replacing: number) => void;
  readonly onClause: (text: string) => void;
};

export function Helper({ context, source, onInsert, onClause }: Props) {
  const [q, setQ] = useState("");
  const [filling, setFilling] = useState(false);
  const { data: names } = useNames();
  const { data } = useSchema();
  const node = nodeAt(data?.schema as Node | undefined, context.level);
  const kinds = context.key ? kindsAt[context.key] : undefined;
  const word = (q || context.word).toLowerCase();
  const found = (names?.names ?? []).filter(
    ({ kind, name, label }) =>
      (q !== "" || kinds?.includes(kind)) && (name.toLowerCase().includes(word) || label.includes(q || context.word)),
  );
  const isNames = q !== "" || kinds !== undefined;
  const choices = context.key ? choicesOf(node?.properties?.[context.key]) : [];
  return (
    <Panel
      flush
      scroll
      className="pack-helper"
      title={t("here")}
      end={
        <Button size="small" icon="plus" onClick={() => setFilling(true)}>
          {t("form")}
        </Button>
      }
    >
      <div className="packs-note">
        <Input
          icon="search"
          aria-label={t("findName")}
          placeholder={t("findName")}
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      </div>
      {isNames &&
        found.slice(0, SHOWN).map((name) => (
          <button
            key={`${name.kind} ${name.name}`}
            type="button"
            className="pack-offer"
            onClick={() => onInsert(name.kind === "organ" ? `${name.name}@` : name.name, q === "" ? context.word.length : 0)}
          >
            <span className="num truncate">{name.name}</span>
            <span className="small t2 truncate">
              {name.label}
              {name.unit !== undefined && ` · ${t("unitOf", { unit: name.unit })}`}
            </span>
          </button>
        ))}
      {isNames && found.length === 0 && names && <p className="packs-note small t2">{t("noName")}</p>}
      {!isNames &&
        choices.map((choice) => (
          <button key={choice} type="button" className="pack-offer" onClick={() => onInsert(choice, context.word.length)}>
            <span className="num">{choice}</span>
          </button>
        ))}
      {!isNames && choices.length === 0 && context.key && node?.properties?.[context.key]?.description && (
        <p className="packs-note small">{node.properties[context.key]?.description}</p>
      )}
      {!isNames &&
        choices.length === 0 &&
        Object.entries(node?.properties ?? {})
          .filter(([key]) => key.startsWith(context.key === null ? context.word : ""))
          .map(([key, { description }]) => (
            <button
              key={key}
              type="button"
              className="pack-offer"
              onClick={() => onInsert(`${key}: `, context.key === null ? context.word.length : 0)}
            >
              <span className="num">
                {key}
                {node?.required?.includes(key) && <b className="ink-primary"> *</b>}
              </span>
              <span className="small t2">{description}</span>
            </button>
          ))}
      {filling && <ClauseForm source={source} names={names?.names ?? []} onClose={() => setFilling(false)} onInsert={onClause} />}
    </Panel>
  );
}

function nodeAt(schema: Node | undefined, level: Level): Node | undefined {
  const clause = schema?.properties?.clauses?.items;
  return level === "head" ? schema : level === "clause" ? clause : clause?.properties?.duties?.items;
}

const choicesOf = (node: Node | undefined): readonly string[] => (node?.enum ?? []).map(String);
