/** One body against its norm, item by item: what the platform sees, what the body says of itself, what somebody found who looked. PT-2.1.1.1, PT-4.2.2 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day } from "../../lib/format.ts";
import { Go, usePath } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Input, Select } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { bodyQuery, type Force, KEY, type StandardBody } from "./model.ts";
import { s } from "./standard-words.ts";
import "./grassroots.css";

type Item = StandardBody["items"][number];
type AnswerKey = "met" | "partly" | "not";
type Given = Readonly<Record<string, { readonly answer: AnswerKey | ""; readonly words: string }>>;

export default function StandardBodyPage() {
  const [, , , force = "", id = ""] = usePath().split("/");
  const { data, error, refetch } = useQuery(bodyQuery(force as Force, id));
  useEffect(() => {
    if (data) document.title = data.name;
  }, [data]);
  if (error) return <Trouble error={error} what={s("standards")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={s("standards")} rows={12} />;
  return (
    <div className="grass">
      <PageHead
        up={
          <>
            <Go href="/grassroots/standards">{s("standards")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={data.name}
        aside={data.areaName}
      >
        <Go href={data.path}>{s("openLedger")}</Go>
      </PageHead>
      <Head body={data} />
      <Items key={`${data.rating?.id} ${data.rating?.state}`} body={data} />
    </div>
  );
}

function Head({ body: { norm, met, rating } }: { readonly body: StandardBody }) {
  const at = (on: string | null) => (on ? day(on, serverNow()) : "");
  return (
    <section className="panel std-head">
      <p>
        {norm.id ? <Go href={`/grassroots/norm/${norm.id}`}>{norm.name}</Go> : norm.name}
        <span className="small t3">　{norm.document ?? (norm.id ? "" : s("shipped"))}</span>
        {met !== null && <b>　{s("metShare", { n: met })}</b>}
      </p>
      {norm.duties && (
        <p className="small t2">
          {s("duties")}：{norm.duties}
        </p>
      )}
      {norm.funding && (
        <p className="small t2">
          {s("funding")}：{norm.funding}
        </p>
      )}
      <p className="small t2">
        {rating === null ? s("notRated") : s("ratedBy", { who: rating.ratedBy ?? "", day: at(rating.ratedOn), n: rating.selfScore ?? 0 })}
        {rating?.state === "verified" &&
          `　${s("verifiedBy", { who: rating.verifiedBy ?? "", day: at(rating.verifiedOn), n: rating.verifiedScore ?? 0 })}`}
      </p>
    </section>
  );
}

const sectionWord = (key: Item["section"]) => s(key === "duties" ? "section_duties" : key);
const choices: readonly AnswerKey[] = ["met", "partly", "not"];

function Items({ body }: { readonly body: StandardBody }) {
  const client = useQueryClient();
  const [given, setGiven] = useState<Given>({});
  const [busy, setBusy] = useState(false);
  const mode = body.may.verify ? "verify" : body.may.rate ? "rate" : null;
  const set = (item: string, next: Partial<Given[string]>) =>
    setGiven({ ...given, [item]: { answer: "", words: "", ...given[item], ...next } });
  const send = async () => {
    const answers = Object.entries(given).flatMap(([item, { answer, words }]) =>
      answer === "" ? [] : [{ item, answer, words: words.trim() || null }],
    );
    if (answers.length === 0 || mode === null) return toast.trouble(new Error(s("chooseFirst")));
    setBusy(true);
    try {
      const about = { force: body.force, id: body.id, answers };
      if (mode === "verify") {
        const { verifiedScore } = await api.post("/grassroots/standards/{force}/{id}/verify", about);
        toast.done(s("verifiedDone", { n: verifiedScore }));
      } else {
        const { selfScore } = await api.post("/grassroots/standards/{force}/{id}/rate", about);
        toast.done(s("rated", { n: selfScore }));
      }
      await client.invalidateQueries({ queryKey: [KEY] });
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel
      className="grass-panel"
      flush
      foot={
        mode && (
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {s(mode)}
          </Button>
        )
      }
    >
      <table className="grass-table std-items">
        <thead>
          <tr>
            <th>{s("item")}</th>
            <th>{s("actual")}</th>
            <th>{s("self")}</th>
            <th>{s("verified")}</th>
            {mode && <th className="grass-wide">{s("words")}</th>}
          </tr>
        </thead>
        <tbody>
          {body.items.map((item) => (
            <tr key={item.what}>
              <td>
                <span className="small t3">{sectionWord(item.section)}　</span>
                {item.what}
                {item.least !== null && <span className="t2 num">　{s("atLeast", { n: item.least })}</span>}
              </td>
              <td>
                <Actual item={item} />
              </td>
              {(["self", "verified"] as const).map((side) => (
                <td key={side}>
                  {item.by !== "seen" && mode === (side === "self" ? "rate" : "verify") ? (
                    <Select
                      aria-label={`${s(side)} ${item.what}`}
                      empty={item[side] ? s(item[side]) : "—"}
                      value={given[item.what]?.answer ?? ""}
                      options={choices.map((value) => ({ value, label: s(value) }))}
                      onChange={(event) => set(item.what, { answer: event.target.value as AnswerKey | "" })}
                    />
                  ) : (
                    <span className={item[side] === "not" ? "ink-overdue" : "t2"}>{item[side] ? s(item[side]) : ""}</span>
                  )}
                </td>
              ))}
              {mode && (
                <td className="grass-wide">
                  {item.by !== "seen" && (
                    <Input
                      aria-label={`${s("words")} ${item.what}`}
                      value={given[item.what]?.words ?? ""}
                      placeholder={item.words ?? ""}
                      maxLength={200}
                      onChange={(event) => set(item.what, { words: event.target.value })}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function Actual({ item }: { readonly item: Item }) {
  if (item.by === "open") return <span className="t3">{s("open")}</span>;
  if (item.by === "rated") return <StateDot meaning={item.met ? "met" : "overdue"}>{s(item.met ? "met" : "not")}</StateDot>;
  const shown = item.actual === null || item.actual === false ? s("hasNot") : item.actual === true ? s("has") : String(item.actual);
  return (
    <span title={item.field ?? undefined}>
      <StateDot meaning={item.met ? "met" : "overdue"}>{shown}</StateDot>
      <span className="small t3 grass-wide">　{s("seen")}</span>
    </span>
  );
}
