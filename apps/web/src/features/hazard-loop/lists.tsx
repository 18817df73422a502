/** 两个清单: what is wrong, and who owes what by when, of one's area; live, printable, exportable; frozen lists and how far they are worked off. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { address, api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { download } from "../../lib/download.ts";
import { day, dayKey, number, time } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { fieldOf, type LedgerSchema, type Row, useLedger } from "../../lib/schema.ts";
import { useMay, useMe } from "../../lib/session.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button, Segments } from "../../ui/button.tsx";
import { Chart } from "../../ui/chart.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Due } from "../../ui/due.tsx";
import { Checkbox, Field, Input } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Page } from "../ledger/use-list.ts";
import { turnOf } from "./turn.ts";
import { t } from "./words.ts";
import "./lists.css";

const PATH = "hazard-loop/hazard";
const SHOWN = 500;
type Kind = "problems" | "duties";

export default function Lists() {
  const { schema, error } = useLedger(PATH);
  if (error) return <Trouble error={error} what={t("lists")} />;
  return schema ? <TwoLists schema={schema} /> : <Loading />;
}

function TwoLists({ schema }: { readonly schema: LedgerSchema }) {
  const go = useGo();
  const { user } = useMe();
  const may = useMay();
  const search = new URLSearchParams(useSearchText());
  const kind: Kind = search.get("list") === "duties" ? "duties" : "problems";
  const area = Number(search.get("area")) || null;
  const byDifficulty = search.get("by") === "difficulty";
  const [freezes, setFreezes] = useState(false);
  const campaign = search.get("campaign");
  const where = { open: true, ...(area ? inArea(area) : {}), ...(campaign ? { campaign } : {}) };
  const found = useQuery({
    queryKey: ["ledger", PATH, "two-lists", where],
    queryFn: ({ signal }) => api.get<Page>(PATH, { where: JSON.stringify(where), sort: "dueAt", limit: SHOWN }, signal),
  });
  const named = useQuery({
    queryKey: ["areas", "one", area],
    queryFn: () => api.get("/areas/{key}", { key: area ?? 0 }),
    enabled: area !== null,
    staleTime: 30 * 60_000,
  });
  // The area that was chosen, not that of the first row: what is printed and frozen is the whole of it.
  const shownArea = area === null ? user.areaName : (named.data?.area.name ?? (named.isPending ? "…" : String(area)));
  const to = (change: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams({ list: kind, ...(area ? { area: String(area) } : {}), ...(campaign ? { campaign } : {}), ...change });
    go(`/hazard-loop/lists?${next}`);
  };
  return (
    <div className="two-lists">
      <PageHead
        title={t("lists")}
        aside={
          <Segments
            label={t("lists")}
            items={[
              { key: "problems", label: t("problems") },
              { key: "duties", label: t("duties") },
            ]}
            value={kind}
            onChange={(list) => to({ list })}
          />
        }
      >
        <Popover buttonClass="btn btn-plain btn-normal" button={shownArea}>
          {(close) => (
            <AreaPicker
              onChoose={(chosen) => {
                to({ area: String(chosen.key) });
                close();
              }}
            />
          )}
        </Popover>
        {kind === "duties" && (
          <Checkbox
            label={t("grouped")}
            checked={byDifficulty}
            onChange={(event) => to({ by: event.target.checked ? "difficulty" : "due" })}
          />
        )}
        {may("hazard-loop.hazard.export") && (
          <Button icon="download" onClick={() => download(address(`${PATH}/export.xlsx`, { where: JSON.stringify(where) }))}>
            {t("export")}
          </Button>
        )}
        {may("hazard-loop.freeze") && <Button onClick={() => setFreezes(true)}>{t("freeze")}</Button>}
        <Button kind="primary" onClick={() => window.print()}>
          {t("print")}
        </Button>
      </PageHead>
      <Panel flush scroll className="two-lists-paper">
        <h2 className="two-lists-title">{t(kind)}</h2>
        <p className="two-lists-sub small t2">
          {t("printedOn", {
            area: shownArea,
            at: `${day(serverNow())} ${time(serverNow())}`,
            n: found.data?.rows.length ?? 0,
          })}
        </p>
        {found.error && <Trouble error={found.error} what={t(kind)} onRetry={() => void found.refetch()} />}
        {found.isPending && <Loading rows={10} />}
        {found.data && (
          <Paper
            schema={schema}
            kind={kind}
            rows={byDifficulty ? hardestFirst(found.data.rows) : found.data.rows}
            more={found.data.next !== null}
          />
        )}
      </Panel>
      <Baselines />
      {freezes && <Freeze area={area ?? user.area} name={shownArea} onClose={() => setFreezes(false)} />}
    </div>
  );
}

const HARDEST = ["hard", "normal", "easy"];
/** Within one difficulty the order stays: by deadline. */
const hardestFirst = (rows: readonly Row[]): readonly Row[] =>
  rows.toSorted((a, b) => HARDEST.indexOf(text(a.difficulty) || "normal") - HARDEST.indexOf(text(b.difficulty) || "normal"));

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function Paper({
  schema,
  kind,
  rows,
  more,
}: {
  readonly schema: LedgerSchema;
  readonly kind: Kind;
  readonly rows: readonly Row[];
  readonly more: boolean;
}) {
  if (rows.length === 0) return <StateBlock kind="empty" title={t("zero")} />;
  const word = (row: Row, key: string) => fieldOf(schema, key)?.choices?.[text(row[key])] ?? "—";
  const state = (row: Row) => schema.case?.states[String(row.state)]?.label ?? "";
  const heads =
    kind === "problems"
      ? [t("number"), t("unit"), t("place"), t("problem"), t("grade"), t("groundLabel"), t("foundOn"), t("state")]
      : [t("number"), t("unit"), t("problem"), t("responsible"), t("measures"), t("difficulty"), t("due"), t("supervisor"), t("done")];
  return (
    <>
      <table className="two-lists-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>
                <Go className="num nowrap" href={`/${PATH}/${row.id}`}>
                  {text(row.number)}
                </Go>
              </td>
              <td>{row._ref?.unit ?? row.areaName}</td>
              {kind === "problems" ? (
                <>
                  <td>{text(row.placeWords)}</td>
                  <td>{text(row.what)}</td>
                  <td className="nowrap">{word(row, "grade")}</td>
                  <td>{text(row.ground) || "—"}</td>
                  <td className="num nowrap">{text(row.foundOn)}</td>
                  <td className="nowrap">{state(row)}</td>
                </>
              ) : (
                <>
                  <td>{text(row.what)}</td>
                  <td>{turnOf(row, t)}</td>
                  <td>{text(row.measures) || "—"}</td>
                  <td className="nowrap">{word(row, "difficulty")}</td>
                  <td className="nowrap">
                    <span className="num">{text(row.dueOn) || "—"}</span> <Due at={text(row.dueAt)} from={text(row.openedAt)} />
                  </td>
                  <td>{row._ref?.supervisor ?? "—"}</td>
                  <td>{text(row.rectifyNote) || state(row)}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {more && <p className="small t2 two-lists-sub">{t("more", { n: SHOWN })}</p>}
    </>
  );
}

function Freeze({ area, name, onClose }: { readonly area: number; readonly name: string; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [title, setTitle] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const made = await api.post("/hazard-loop/baselines", { name: title.trim(), area });
      await client.invalidateQueries({ queryKey: ["hazard-baselines"] });
      toast.done(t("frozen", { by: made.frozenBy, at: day(made.frozenAt, serverNow()), rows: made.rows }));
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("freezeTitle", { area: name })}
      onClose={onClose}
      foot={
        <Button kind="primary" busy={busy} reason={title.trim().length < 2 ? t("baselineName") : undefined} onClick={() => void send()}>
          {t("freeze")}
        </Button>
      }
    >
      <p className="t2">{t("freezeHint")}</p>
      <Field label={t("baselineName")}>
        {(ids) => <Input {...ids} maxLength={80} value={title} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
    </Dialog>
  );
}

/** Frozen lists and how many of their hazards are left: the line that should fall to zero. */
function Baselines() {
  const { data } = useQuery({ queryKey: ["hazard-baselines"], queryFn: () => api.get("/hazard-loop/baselines") });
  const [chosen, setChosen] = useState<string>();
  const first = chosen ?? data?.baselines[0]?.id;
  const burn = useQuery({
    queryKey: ["hazard-baselines", first],
    queryFn: () => api.get("/hazard-loop/baselines/{id}", { id: first ?? "" }),
    enabled: first !== undefined,
  });
  if (!data || data.baselines.length === 0) return null;
  const line = burn.data?.line ?? [];
  return (
    <Panel title={t("baselines")} className="two-lists-baselines">
      <ul>
        {data.baselines.map((each) => (
          <li key={each.id}>
            <button type="button" className="menu-button" aria-pressed={each.id === first} onClick={() => setChosen(each.id)}>
              <b className="grow truncate">{each.name}</b>
              <span className="small t2">
                {t("frozen", { by: each.frozenBy, at: day(each.frozenAt, serverNow()), rows: number(each.rows) })}
              </span>
              {each.id === burn.data?.baseline.id && (
                <span className="small t2">
                  {t("progress", { closed: burn.data.baseline.closed, overdue: burn.data.baseline.overdue })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {burn.data && (
        <Chart
          title={t("burnDown")}
          kind="line"
          height={160}
          unit={t("hazards")}
          categories={[dayKey(burn.data.baseline.frozenAt), ...line.map((point) => point.day)]}
          series={[{ name: t("burnDown"), values: [burn.data.baseline.rows, ...line.map((point) => point.left)], role: "main" }]}
        />
      )}
      {first && <Go href={listHref(PATH, { open: true })}>{t("hazards")}</Go>}
    </Panel>
  );
}
