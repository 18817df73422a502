/** 检查表: the list of lists on the left; one with its items, grounds and versions on the right. */
import type { CheckItem, ChecklistHead } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { day, number } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { toast } from "../../ui/toast.tsx";
import { EditItem } from "./edit-item.tsx";
import { FinalizeDialog } from "./finalize-dialog.tsx";
import { ListItems } from "./list-items.tsx";
import { listPurposes, t } from "./words.ts";
import "./checklists.css";

type Purpose = (typeof listPurposes)[number];
const keyOf = ({ id, version }: Pick<ChecklistHead, "id" | "version">) => `${id}@${version}`;

export default function ChecklistsPage() {
  const { data, error, refetch } = useQuery({ queryKey: ["checklists"], queryFn: () => api.get("/inspection/checklists", {}) });
  const go = useGo();
  const address = new URLSearchParams(useSearchText());
  const purpose = listPurposes.find((each) => each === address.get("purpose")) ?? "supervision";
  if (error) return <Trouble error={error} what={t("loading")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("loading")} />;
  const open = (to: Purpose, key = "") =>
    go(`/inspection/checklists?purpose=${to}${key ? `&open=${encodeURIComponent(key)}` : ""}`, { replace: true });
  const shown = data.lists.filter((list) => list.purpose === purpose);
  const chosen = shown.find((list) => keyOf(list) === address.get("open")) ?? shown[0];
  const own = data.lists.filter((list) => list.scope === "office").length;
  const count = (each: Purpose) => data.lists.filter((list) => list.purpose === each).length;
  return (
    <>
      <PageHead title={t("title")} aside={t("about", { n: data.lists.length - own, own })}>
        {data.canKeep && (
          <Button icon="plus" kind="primary" onClick={() => go("/inspection/checklists/import")}>
            {t("import")}
          </Button>
        )}
      </PageHead>
      <Tabs
        label={t("title")}
        value={purpose}
        onChange={(key) => open(key)}
        items={listPurposes.map((key) => ({ key, label: t(key), count: count(key) }))}
      />
      <div className="lists-page">
        <Panel flush scroll>
          {shown.map((list) => (
            <Go
              key={keyOf(list)}
              className={cx("lists-row", list === chosen && "is-open")}
              href={`/inspection/checklists?purpose=${purpose}&open=${encodeURIComponent(keyOf(list))}`}
            >
              <span className="row">
                <b className="grow truncate">{list.title}</b>
                {list.scope === "office" && <Tag>{t(list.state)}</Tag>}
              </span>
              <span className="small t2 row row-wide">
                <span>{list.scope === "national" ? t("national") : list.areaName}</span>
                <span className="num">{t("items", { n: number(list.items) })}</span>
                <span>{t("version", { n: list.version })}</span>
                {list.frequency && <span>{t(list.frequency)}</span>}
              </span>
            </Go>
          ))}
        </Panel>
        {chosen ? <OneList key={keyOf(chosen)} head={chosen} canKeep={data.canKeep} /> : <StateBlock kind="empty" title={t("none")} />}
      </div>
    </>
  );
}

function OneList({ head, canKeep }: { readonly head: ChecklistHead; readonly canKeep: boolean }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["checklists", head.id, head.version],
    queryFn: () => api.get("/inspection/checklists/{id}/{version}", { id: head.id, version: head.version }),
  });
  const [comparing, setComparing] = useState(false);
  const [finalizing, setFinalizing] = useState(false);
  const [editing, setEditing] = useState<CheckItem | "new" | null>(null);
  const client = useQueryClient();
  const go = useGo();
  if (error) return <Trouble error={error} what={head.title} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={head.title} />;
  const isMine = canKeep && head.state === "draft";
  const before = data.versions.find(({ version }) => version < head.version);
  const copy = async () => {
    try {
      const made = await api.post("/inspection/checklists/copies", { id: head.id, version: head.version });
      toast.done(t("copied", { title: head.title, n: made.version }));
      await client.invalidateQueries({ queryKey: ["checklists"] });
      go(`/inspection/checklists?purpose=${head.purpose}&open=${encodeURIComponent(`${made.id}@${made.version}`)}`);
    } catch (trouble) {
      toast.trouble(trouble);
    }
  };
  const facts = [t("version", { n: head.version }), ...(head.validFrom ? [t("validFrom", { day: day(head.validFrom) })] : []), head.source];
  return (
    <Panel
      flush
      scroll
      title={head.title}
      aside={t("items", { n: number(data.list.items.length) })}
      end={
        <span className="row">
          {head.unconfirmed > 0 && <span className="small ink-soon">{t("unconfirmed", { n: head.unconfirmed })}</span>}
          {before && (
            <Button size="small" onClick={() => setComparing(!comparing)}>
              {t("compare")}
            </Button>
          )}
          {canKeep && (
            <Button size="small" onClick={() => void copy()}>
              {t("copy")}
            </Button>
          )}
          {isMine && (
            <Button size="small" icon="plus" onClick={() => setEditing("new")}>
              {t("addItem")}
            </Button>
          )}
          {isMine && (
            <Button size="small" kind="primary" onClick={() => setFinalizing(true)}>
              {t("finalize")}
            </Button>
          )}
        </span>
      }
    >
      <p className="lists-facts small t2">{facts.join(" · ")}</p>
      {comparing && before && <Compared id={head.id} from={before.version} to={head.version} />}
      <ListItems items={data.list.items} onEdit={isMine ? setEditing : undefined} />
      {isMine && head.rowId && editing && (
        <EditItem
          key={editing === "new" ? "new" : editing.id}
          rowId={head.rowId}
          item={editing === "new" ? undefined : editing}
          sections={[...new Set(data.list.items.map(({ section }) => section))]}
          onClose={() => setEditing(null)}
        />
      )}
      {finalizing && head.rowId && <FinalizeDialog rowId={head.rowId} onClose={() => setFinalizing(false)} />}
    </Panel>
  );
}

function Compared({ id, from, to }: { readonly id: string; readonly from: number; readonly to: number }) {
  const { data } = useQuery({
    queryKey: ["checklists", id, "compare", from, to],
    queryFn: () => api.get("/inspection/checklists/{id}/compare", { id, from, to }),
  });
  if (!data) return <Loading what={t("compare")} rows={2} />;
  const lines = [
    ...data.added.map((item) => ({ key: `+${item.id}`, how: t("added"), text: item.text })),
    ...data.removed.map((item) => ({ key: `-${item.id}`, how: t("removed"), text: item.text })),
    ...data.changed.map((item) => ({ key: `~${item.id}`, how: t("changed"), text: item.text })),
  ];
  return (
    <section className="lists-compared">
      <p>{t("compared", { added: data.added.length, removed: data.removed.length, changed: data.changed.length, same: data.same })}</p>
      {lines.slice(0, 60).map(({ key, how, text }) => (
        <p key={key} className="small">
          <Tag>{how}</Tag> {text}
        </p>
      ))}
    </section>
  );
}
