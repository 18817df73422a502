/** 风险排查: who found how much, how grave it was, what became of it; entering a find at a desk. QZ-3.1.3, TY-3.2.3 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { areasQuery } from "../../lib/areas.ts";
import { day } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { useLedger } from "../../lib/schema.ts";
import { useMe } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input, Select } from "../../ui/field.tsx";
import { Figure } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { KEY, type Risks, risksQuery } from "./model.ts";
import { s } from "./standard-words.ts";
import "./grassroots.css";

const grades = ["red", "orange", "yellow", "blue"] as const;
const sourceWords = {
  gridMember: "gridMember",
  village: "villageSource",
  station: "stationSource",
  volunteer: "volunteer",
  citizen: "citizen",
  platform: "platform",
} as const;
const routes = { hazard: "toHazard", watch: "toWatch", note: "toNote" } as const;

export default function RisksPage() {
  const { data, error, refetch } = useQuery(risksQuery);
  const [adding, setAdding] = useState(false);
  useEffect(() => {
    document.title = s("risks");
  }, []);
  if (error) return <Trouble error={error} what={s("risks")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={s("risks")} rows={8} />;
  const sum = (of: (line: Risks["sources"][number]) => number) => data.sources.reduce((total, line) => total + of(line), 0);
  const isPublic = ({ source }: Risks["sources"][number]) => source === "volunteer" || source === "citizen";
  return (
    <div className="grass">
      <PageHead title={s("risks")} aside={`${day(data.from)} – ${day(data.to)}`}>
        <Go href="/grassroots/risk-check">{s("list")}</Go>
        {data.mayFind && (
          <Button kind="primary" onClick={() => setAdding(true)}>
            {s("newRisk")}
          </Button>
        )}
      </PageHead>
      <div className="town-top risk-top">
        <Figure label={s("finds")} value={sum(({ finds }) => finds)} href="/grassroots/risk-check" />
        <Figure
          label={`${s("citizen")}、${s("volunteer")}`}
          value={sum((line) => (isPublic(line) ? line.finds : 0))}
          href="/grassroots/risk-check?view=public"
        />
        <Figure
          label={s("hazardsMade")}
          value={sum(({ hazards }) => hazards)}
          href={listHref("grassroots/risk-check", { route: "hazard" })}
        />
        <Figure label={s("repeats")} value={sum(({ repeats }) => repeats)} href="/grassroots/risk-check?view=repeated" />
        <Figure
          label={s("watchN", { n: "" })}
          value={data.watch}
          meaning={data.watch > 0 ? "soon" : undefined}
          href="/grassroots/risk-check?view=watch"
        />
      </div>
      <Panel className="grass-panel" flush>
        <table className="grass-table">
          <thead>
            <tr>
              <th>{s("source")}</th>
              <th className="amount">{s("finds")}</th>
              {grades.map((grade) => (
                <th key={grade} className="amount">
                  {s(grade)}
                </th>
              ))}
              <th className="amount">{s("hazardsMade")}</th>
              <th className="amount">{s("repeats")}</th>
            </tr>
          </thead>
          <tbody>
            {data.sources.map((line) => (
              <tr key={line.source}>
                <td>
                  <Go href={listHref("grassroots/risk-check", { source: line.source })}>{s(sourceWords[line.source])}</Go>
                </td>
                <td className="amount num">{line.finds}</td>
                {grades.map((grade) => (
                  <td key={grade} className={line.grades[grade] ? "amount num" : "amount num t3"}>
                    {line.grades[grade] ?? 0}
                  </td>
                ))}
                <td className="amount num">{line.hazards}</td>
                <td className="amount num">{line.repeats}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      {adding && <NewRisk onClose={() => setAdding(false)} />}
    </div>
  );
}

type Draft = {
  readonly area: string;
  readonly place: string;
  readonly kind: string;
  readonly source: string;
  readonly finder: string;
  readonly factors: readonly string[];
};

function NewRisk({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const { user } = useMe();
  const { schema } = useLedger("grassroots/risk-check");
  const below = useQuery(areasQuery(user.area));
  const choices = (key: string) => Object.entries(schema?.fields.find((field) => field.key === key)?.choices ?? {});
  const [draft, setDraft] = useState<Draft>({
    area: String(user.area),
    place: "",
    kind: "rental",
    source: "citizen",
    finder: "",
    factors: [],
  });
  const [busy, setBusy] = useState(false);
  const set = (next: Partial<Draft>) => setDraft({ ...draft, ...next });
  const options = (key: string) => choices(key).map(([value, label]) => ({ value, label }));
  const save = async () => {
    setBusy(true);
    try {
      const { area, place, kind, source, finder, factors } = draft;
      const given = { area: Number(area), placeWords: place.trim(), placeKind: kind, source, finder: finder.trim() || user.name, factors };
      const taken = await api.post("/grassroots/risk-checks", given as never);
      toast.done(s("riskTaken", { grade: s(taken.grade), score: taken.score, to: taken.earlier ? s("again") : s(routes[taken.route]) }));
      await client.invalidateQueries({ queryKey: [KEY] });
      onClose();
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={s("newRisk")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{s("cancel")}</Button>
          <Button kind="primary" busy={busy} disabled={draft.place.trim().length < 2} onClick={() => void save()}>
            {s("save")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 10 }}>
        <Field label={s("riskArea")}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.area}
              options={[
                { value: String(user.area), label: user.areaName },
                ...(below.data ?? []).map(({ key, name }) => ({ value: String(key), label: name })),
              ]}
              onChange={(event) => set({ area: event.target.value })}
            />
          )}
        </Field>
        <Field label={s("riskPlace")}>
          {(ids) => <Input {...ids} value={draft.place} maxLength={200} onChange={(event) => set({ place: event.target.value })} />}
        </Field>
        <Field label={s("riskKind")}>
          {(ids) => (
            <Select {...ids} value={draft.kind} options={options("placeKind")} onChange={(event) => set({ kind: event.target.value })} />
          )}
        </Field>
        <fieldset className="risk-factors">
          <legend className="field-label">{s("riskFactors")}</legend>
          {choices("factors").map(([key, label]) => (
            <Checkbox
              key={key}
              label={label}
              checked={draft.factors.includes(key)}
              onChange={(event) =>
                set({ factors: event.target.checked ? [...draft.factors, key] : draft.factors.filter((each) => each !== key) })
              }
            />
          ))}
        </fieldset>
        <Field label={s("source")}>
          {(ids) => (
            <Select {...ids} value={draft.source} options={options("source")} onChange={(event) => set({ source: event.target.value })} />
          )}
        </Field>
        <Field label={s("finder")} optional>
          {(ids) => <Input {...ids} value={draft.finder} maxLength={40} onChange={(event) => set({ finder: event.target.value })} />}
        </Field>
      </div>
    </Dialog>
  );
}
