/** 政策包: the documents that bind here, each with its versions, and those delivered with the product that wait to be adopted. */
import type { PolicyVersion } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayKey, listed } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Signal, Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { stateMeaning, versionMeant } from "./model.ts";
import { t } from "./words.ts";
import "./policy-packs.css";

/** Versions of one document in one place, the newest first. */
function byDocument(versions: readonly PolicyVersion[]): readonly (readonly [PolicyVersion, ...PolicyVersion[]])[] {
  const groups = new Map<string, [PolicyVersion, ...PolicyVersion[]]>();
  for (const version of versions) {
    const key = `${version.pack} ${version.area}`;
    const known = groups.get(key);
    if (known) known.push(version);
    else groups.set(key, [version]);
  }
  return [...groups.values()];
}

export default function PacksPage() {
  const { data, error, refetch } = useQuery({ queryKey: ["policy-packs"], queryFn: () => api.get("/policy-tasks/packs", {}) });
  const [writing, setWriting] = useState(false);
  const make = useMake();
  const go = useGo();
  const address = new URLSearchParams(useSearchText());
  const asked = address.get("pack");
  const meant = asked && data ? versionMeant(data.versions, asked) : undefined;
  useEffect(() => {
    if (!meant) return;
    const [tab, clause] = [address.get("tab"), address.get("clause")];
    const search = new URLSearchParams({ ...(tab ? { tab } : {}), ...(clause ? { clause } : {}) }).toString();
    go(`/policy/packs/${meant.id}${search ? `?${search}` : ""}`, { replace: true });
  });
  if (meant) return <Loading what={t("packs")} />;
  if (error) return <Trouble error={error} what={t("packs")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("packs")} />;
  const documents = byDocument(data.versions);
  const bound = documents.filter((versions) => versions.some((version) => version.state === "inForce" && !hasEnded(version))).length;
  return (
    <>
      <PageHead title={t("packs")} aside={t("about", { n: documents.length, bound })}>
        {data.may.write && (
          <Button icon="plus" kind="primary" onClick={() => setWriting(true)}>
            {t("write")}
          </Button>
        )}
      </PageHead>
      <div className="packs-page">
        <Panel
          flush
          scroll
          title={t("mine")}
          foot={data.frozenYears.length > 0 ? t("frozen", { years: listed(data.frozenYears.map(String)) }) : undefined}
        >
          {documents.length === 0 && (
            <StateBlock kind="empty" title={t("none")}>
              {t("noneHelp")}
            </StateBlock>
          )}
          {documents.map((versions) => (
            <OneDocument key={versions[0].id} versions={versions} />
          ))}
        </Panel>
        <Panel flush scroll title={t("available")} aside={t("availableHelp")}>
          {data.available.length === 0 && <p className="packs-note small t2">{t("nothing")}</p>}
          {data.available.map((each) => (
            <div key={each.pack} className="packs-row">
              <span className="row">
                <b className="num">{each.pack}</b>
                <b className="grow truncate">{each.title}</b>
                {data.may.write && (
                  <Button size="small" onClick={() => void make({ basis: "shipped", pack: each.pack })}>
                    {t("adopt")}
                  </Button>
                )}
              </span>
              <span className="small t2 row row-wide">
                <span className="truncate">{each.issuer}</span>
                {each.number && <span className="nowrap">{each.number}</span>}
                <span className="num nowrap">{t("clauses", { n: each.clauses })}</span>
              </span>
            </div>
          ))}
        </Panel>
      </div>
      {writing && <NewPack onClose={() => setWriting(false)} onMake={make} />}
    </>
  );
}

function OneDocument({ versions }: { readonly versions: readonly [PolicyVersion, ...PolicyVersion[]] }) {
  const shown = versions.find(({ state }) => state === "inForce") ?? versions[0];
  return (
    <section className="packs-document">
      <header className="row">
        <b className="num">{shown.pack}</b>
        <h3 className="grow truncate">{shown.title}</h3>
        <span className="small t2 nowrap">{shown.areaName}</span>
        {shown.demo && <Tag>{t("clauses", { n: shown.clauses })}</Tag>}
      </header>
      {versions.map((version) => (
        <Go key={version.id} className="packs-version" href={`/policy/packs/${version.id}`}>
          <span className="nowrap">{t("version", { n: version.number })}</span>
          <StateMark version={version} />
          <span className="small t2 grow truncate">
            {[version.note, t("written", { who: version.writtenByName, when: day(version.writtenAt) })].filter(Boolean).join(" · ")}
          </span>
          {version.errors > 0 && version.state === "draft" && (
            <span className="small ink-overdue nowrap">{t("errors", { n: version.errors })}</span>
          )}
          <span className="small t2 nowrap">{spanOf(version)}</span>
        </Go>
      ))}
    </section>
  );
}

export const spanOf = ({ fromOn, toOn }: Pick<PolicyVersion, "fromOn" | "toOn">): string => {
  if (!fromOn) return "";
  return toOn ? t("span", { from: day(fromOn), to: day(toOn) }) : t("from", { day: day(fromOn) });
};

/** What has run out is in force no more, though nobody ended it. */
const hasEnded = ({ state, toOn }: Pick<PolicyVersion, "state" | "toOn">): boolean =>
  state === "inForce" && toOn !== null && toOn < dayKey(serverNow());

export function StateMark({ version }: { readonly version: Pick<PolicyVersion, "state" | "toOn"> }) {
  if (hasEnded(version)) return <Tag>{t("ended")}</Tag>;
  const meaning = stateMeaning[version.state];
  return meaning ? <Signal meaning={meaning}>{t(version.state)}</Signal> : <Tag>{t(version.state)}</Tag>;
}

type Make = Parameters<typeof postVersion>[0];
const postVersion = (given: { basis: "new" | "shipped" | "version"; pack?: string; title?: string; version?: string }) =>
  api.post("/policy-tasks/versions", given);

/** Makes a draft and opens it. */
export function useMake(): (given: Make) => Promise<void> {
  const client = useQueryClient();
  const go = useGo();
  return async (given) => {
    try {
      const made = await postVersion(given);
      toast.done(t("made", { pack: given.pack ?? "", n: made.number }));
      await client.invalidateQueries({ queryKey: ["policy-packs"] });
      go(`/policy/packs/${made.id}`);
    } catch (error) {
      toast.trouble(error);
    }
  };
}

function NewPack({ onClose, onMake }: { readonly onClose: () => void; readonly onMake: (given: Make) => Promise<void> }) {
  const [pack, setPack] = useState("");
  const [title, setTitle] = useState("");
  const isGood = /^[A-Z][A-Z0-9]{0,11}$/.test(pack) && title.trim().length > 1;
  return (
    <Dialog
      title={t("write")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            reason={isGood ? undefined : t("lettersHelp")}
            onClick={() => void onMake({ basis: "new", pack, title: title.trim() })}
          >
            {t("start")}
          </Button>
        </>
      }
    >
      <div className="col">
        <Field label={t("letters")} help={t("lettersHelp")}>
          {(ids) => <Input {...ids} value={pack} maxLength={12} onChange={(event) => setPack(event.target.value.toUpperCase())} />}
        </Field>
        <Field label={t("title")}>
          {(ids) => <Input {...ids} value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
