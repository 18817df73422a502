/** 督导检查单: three sections; the platform proposes what to look at, drawn by the round; each row is marked and, where wrong, becomes a finding. PT-2.2.4.2 */
import type { Gives } from "@suiren/api-client";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { Go, useGo, usePath, useSearchText } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input, Select } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { w } from "./sheet-words.ts";
import "./assessment.css";

type Sheet = Gives<"GET", "/assessment/rounds/{id}/items">;
type Item = Sheet["items"][number];
type Proposal = Gives<"GET", "/assessment/rounds/{id}/proposals">["proposals"][number];
const sections = ["mechanism", "register", "quality"] as const;
const results = ["right", "wrong", "missing"] as const;
const meanings = { right: "met", wrong: "overdue", missing: "overdue" } as const;
const sheetQuery = (id: string) =>
  queryOptions({ queryKey: ["assessment", "sheet", id], queryFn: () => api.get("/assessment/rounds/{id}/items", { id }) });

export default function RoundSheet() {
  const id = usePath().split("/")[3] ?? "";
  const go = useGo();
  const area = Number(new URLSearchParams(useSearchText()).get("area")) || null;
  const { data, error, refetch } = useQuery(sheetQuery(id));
  const [proposing, setProposing] = useState(false);
  const [marking, setMarking] = useState<Item>();
  useEffect(() => {
    if (data) document.title = data.name;
  }, [data]);
  if (error) return <Trouble error={error} what={w("sheet")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={w("sheet")} rows={12} />;
  const place = data.places.find((each) => each.area === area) ?? data.places[0];
  const checked = data.items.filter(({ result }) => result !== null).length;
  return (
    <div className="assess">
      <PageHead
        up={
          <>
            <Go href="/assessment/round">{w("rounds")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={data.name}
        aside={w("checkedN", { n: checked, of: data.items.length })}
      >
        <Select
          aria-label={w("choosePlace")}
          value={String(place?.area ?? "")}
          options={data.places.map((each) => ({ value: String(each.area), label: each.name }))}
          onChange={(event) => go(`/assessment/rounds/${id}?area=${event.target.value}`, { replace: true })}
        />
        {data.may.supervise && place && (
          <Button kind="primary" onClick={() => setProposing(true)}>
            {w("propose")}
          </Button>
        )}
      </PageHead>
      <p className="small t2">{w("days", { from: data.from, until: data.until, team: data.team })}</p>
      {data.items.length === 0 && (
        <StateBlock kind="empty" title={w("empty")}>
          {w("emptyHint")}
        </StateBlock>
      )}
      {sections.map((section) => {
        const items = data.items.filter((item) => item.section === section);
        if (items.length === 0) return null;
        return (
          <Panel key={section} title={w(section)} aside={`${items.filter(({ result }) => result !== null).length} / ${items.length}`} flush>
            <Rows items={items} onMark={data.may.supervise ? setMarking : undefined} />
          </Panel>
        );
      })}
      {proposing && place && <Propose id={id} area={place.area} name={place.name} onClose={() => setProposing(false)} />}
      {marking && <Mark item={marking} onClose={() => setMarking(undefined)} />}
    </div>
  );
}

function Rows({ items, onMark }: { readonly items: readonly Item[]; readonly onMark: ((item: Item) => void) | undefined }) {
  return (
    <table className="sheet-table">
      <colgroup>
        <col className="sheet-place" />
        <col className="sheet-what" />
        <col className="sheet-wide" />
        <col className="sheet-result" />
        <col className="sheet-verb" />
      </colgroup>
      <thead>
        <tr>
          <th>{w("choosePlace")}</th>
          <th>{w("what")}</th>
          <th className="sheet-wide">{w("recorded")}</th>
          <th>{w("result")}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.id}>
            <td className="nowrap">{item.place}</td>
            <td>
              {item.what}
              <span className="small t3">　{w(item.proposed ? "proposed" : "own")}</span>
            </td>
            <td className="sheet-wide">
              {item.evidence}
              {item.path && (
                <Go className="small" href={item.path}>
                  {"\u3000"}
                  {w("openRow")}
                </Go>
              )}
            </td>
            <td>
              {item.result === null ? (
                <span className="t3">{w("open")}</span>
              ) : (
                <StateDot meaning={meanings[item.result]}>{w(item.result)}</StateDot>
              )}
              {item.words && <p className="small t2">{item.words}</p>}
              {item.finding && (
                <Go className="small" href={`/assessment/finding/${item.finding}`}>
                  {w("finding")}
                </Go>
              )}
            </td>
            <td className="amount">{onMark && <Button onClick={() => onMark(item)}>{w("mark")}</Button>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Propose({
  id,
  area,
  name,
  onClose,
}: {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ["assessment", "proposals", id, area],
    queryFn: () => api.get("/assessment/rounds/{id}/proposals", { id, area }),
    gcTime: 0,
  });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [own, setOwn] = useState("");
  const [section, setSection] = useState<(typeof sections)[number]>("mechanism");
  const [busy, setBusy] = useState(false);
  const chosen = (data?.proposals ?? []).filter(({ rowId }) => !left.has(rowId));
  const items = [
    ...chosen.map((each) => ({ section: each.section, what: each.what, rowId: each.rowId })),
    ...(own.trim().length > 1 ? [{ section, what: own.trim(), rowId: null }] : []),
  ];
  const toggle = ({ rowId }: Proposal) => {
    const next = new Set(left);
    if (!next.delete(rowId)) next.add(rowId);
    setLeft(next);
  };
  const add = async () => {
    setBusy(true);
    try {
      const { added } = await api.post("/assessment/rounds/{id}/items", { id, area, items });
      toast.done(w("added", { n: added }));
      await client.invalidateQueries({ queryKey: ["assessment"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`${w("propose")}　${name}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{w("cancel")}</Button>
          <Button kind="primary" busy={busy} disabled={items.length === 0} onClick={() => void add()}>
            {w("addN", { n: items.length })}
          </Button>
        </>
      }
    >
      {error ? <Trouble error={error} what={w("propose")} onRetry={() => void refetch()} /> : !data && <Loading rows={6} />}
      {data?.proposals.length === 0 && <p className="t2">{w("noProposals")}</p>}
      <div className="sheet-proposals">
        {sections.map((key) => {
          const of = (data?.proposals ?? []).filter((each) => each.section === key);
          if (of.length === 0) return null;
          return (
            <section key={key}>
              <h3>
                {w(key)} <span className="t3 num">{of.length}</span>
              </h3>
              {of.map((each) => (
                <Checkbox
                  key={each.rowId}
                  label={`${each.what}：${each.evidence}`}
                  checked={!left.has(each.rowId)}
                  onChange={() => toggle(each)}
                />
              ))}
            </section>
          );
        })}
      </div>
      <div className="sheet-own">
        <Field label={w("addOwn")} optional>
          {(ids) => <Input {...ids} value={own} maxLength={160} onChange={(event) => setOwn(event.target.value)} />}
        </Field>
        <Field label={w("section")}>
          {(ids) => (
            <Select
              {...ids}
              value={section}
              options={sections.map((value) => ({ value, label: w(value) }))}
              onChange={(event) => setSection(sections.find((key) => key === event.target.value) ?? "mechanism")}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}

function Mark({ item, onClose }: { readonly item: Item; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [result, setResult] = useState<(typeof results)[number]>(item.result ?? "right");
  const [words, setWords] = useState(item.words ?? "");
  const [asFinding, setAsFinding] = useState(false);
  const [grave, setGrave] = useState(false);
  const [busy, setBusy] = useState(false);
  const isBad = result !== "right";
  const save = async () => {
    setBusy(true);
    try {
      await api.post("/assessment/round-items/{id}/mark", {
        id: item.id,
        result,
        words: words.trim(),
        asFinding: isBad && asFinding,
        grave: isBad && grave,
      });
      toast.done(w("marked"));
      await client.invalidateQueries({ queryKey: ["assessment"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={item.what}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{w("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {w("save")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        {item.evidence && <p className="small t2">{item.evidence}</p>}
        <Field label={w("result")}>
          {(ids) => (
            <Select
              {...ids}
              value={result}
              options={results.map((value) => ({ value, label: w(value) }))}
              onChange={(event) => setResult(results.find((key) => key === event.target.value) ?? "right")}
            />
          )}
        </Field>
        <Field label={w("words")} optional={!isBad}>
          {(ids) => <Input {...ids} value={words} maxLength={300} onChange={(event) => setWords(event.target.value)} />}
        </Field>
        {isBad && !item.finding && (
          <>
            <Checkbox label={w("asFinding")} checked={asFinding} onChange={(event) => setAsFinding(event.target.checked)} />
            {asFinding && (
              <Checkbox label={`${w("grave")}（${w("graveHint")}）`} checked={grave} onChange={(event) => setGrave(event.target.checked)} />
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}
