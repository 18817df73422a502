/** One version of a pack: written, checked, tried on a day, compared, approved by another person, put in force. */
import type { Gives } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { api } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { day, dayKey } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { toast } from "../../ui/toast.tsx";
import { Actions } from "./actions.tsx";
import { Diff, Effect } from "./changes.tsx";
import { DocumentTab } from "./document.tsx";
import { Editor } from "./editor.tsx";
import { OwedList } from "./owed.tsx";
import { StateMark, spanOf } from "./packs.tsx";
import { t } from "./words.ts";
import "./policy-packs.css";

export type Shown = Gives<"GET", "/policy-tasks/versions/{id}">;
const tabs = ["text", "owed", "diff", "effect", "document"] as const;
type Tab = (typeof tabs)[number];
const CHECK_MS = 700;

export default function VersionPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-packs", id],
    queryFn: () => api.get("/policy-tasks/versions/{id}", { id }),
    refetchOnWindowFocus: false,
  });
  if (error) return <Trouble error={error} what={t("packs")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("packs")} />;
  return <OneVersion key={`${data.version.id} ${data.version.revision} ${data.version.state}`} shown={data} />;
}

function OneVersion({ shown }: { readonly shown: Shown }) {
  const { version, may } = shown;
  const { id } = version;
  const address = new URLSearchParams(useSearchText());
  const go = useGo();
  const client = useQueryClient();
  const today = dayKey(useNow());
  const tab = tabs.find((each) => each === address.get("tab")) ?? "text";
  const clause = address.get("clause");
  const [line, setLine] = useState<number | undefined>(clause ? shown.trial.lines[clause] : undefined);
  const [source, setSource] = useState(shown.source);
  const [on, setOn] = useState(shown.trial.on);
  const [forceOn, setForceOn] = useState(today);
  const readOnly = version.state !== "draft" || !may.write;
  const trial = useTrial(source, { shown, on, active: !readOnly || on !== shown.trial.on });
  /** What binds or has bound took effect already. */
  const isSettled = version.fromOn !== null;
  const isChanged = source !== shown.source;
  const open = (to: Tab) => go(`/policy/packs/${id}?tab=${to}`, { replace: true });
  const again = () => client.invalidateQueries({ queryKey: ["policy-packs"] });
  const save = async () => {
    try {
      await api.patch("/policy-tasks/versions/{id}", { id, source, revision: version.revision });
      toast.done(t("saved"));
      await again();
    } catch (error) {
      toast.trouble(error);
    }
  };
  const force = async () => {
    try {
      await api.post("/policy-tasks/versions/{id}/in-force", { id, from: forceOn });
      toast.done(t("inForceDone", { day: day(forceOn) }));
      await again();
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <>
      <PageHead
        up={<Go href="/policy/packs">{t("packs")}</Go>}
        title={
          <>
            <span className="num">{version.pack}</span> {version.title}
          </>
        }
        aside={
          <span className="row">
            {t("version", { n: version.number })} <StateMark version={version} /> {spanOf(version)}
          </span>
        }
      >
        {!readOnly && (
          <Button kind={isChanged ? "primary" : "plain"} reason={isChanged ? undefined : t("saved")} onClick={() => void save()}>
            {t("save")}
          </Button>
        )}
        <Actions shown={shown} isChanged={isChanged} onDone={again} onForce={() => open("effect")} />
      </PageHead>
      <Tabs
        label={version.title}
        value={tab}
        onChange={open}
        items={tabs
          .filter((key) => key !== "effect" || !isSettled)
          .map((key) => ({
            key,
            label: t(key),
            count: key === "text" ? trial.errors || undefined : key === "owed" ? trial.sum?.duties : undefined,
          }))}
        end={
          <span className="small t2">
            {readOnly && version.state !== "draft" ? t("readOnly") : isChanged ? t("unsaved") : signatures(version)}
          </span>
        }
      />
      <div className="pack-page">
        {tab === "text" && <Editor source={source} trial={trial} readOnly={readOnly} onChange={setSource} line={line} />}
        {tab === "owed" && (
          <OwedList
            trial={trial}
            on={on}
            onDay={setOn}
            onLine={(to) => {
              setLine(to);
              open("text");
            }}
          />
        )}
        {tab === "diff" && <Diff id={id} />}
        {tab === "effect" && (
          <Effect
            id={id}
            on={forceOn}
            onDay={setForceOn}
            onConfirm={version.state === "approved" && may.write ? () => void force() : undefined}
          />
        )}
        {tab === "document" && <DocumentTab shown={shown} onDone={again} />}
      </div>
    </>
  );
}

const signatures = ({ writtenByName, writtenAt, checkedByName, approvedByName }: Shown["version"]): string =>
  [
    t("written", { who: writtenByName, when: day(writtenAt) }),
    ...(checkedByName ? [t("checkedBy", { who: checkedByName })] : []),
    ...(approvedByName ? [t("approvedBy", { who: approvedByName })] : []),
  ].join(" · ");

/** What the server says of the text as it stands: asked a moment after the last letter; the answer for older text is dropped. */
function useTrial(
  source: string,
  { shown, on, active }: { readonly shown: Shown; readonly on: string; readonly active: boolean },
): Shown["trial"] {
  const [trial, setTrial] = useState(shown.trial);
  const asked = useRef(0);
  useEffect(() => {
    if (!active || (source === shown.source && on === shown.trial.on)) {
      setTrial(shown.trial);
      return;
    }
    asked.current += 1;
    const mine = asked.current;
    const { area } = shown.version;
    const timer = setTimeout(() => {
      const question =
        source === shown.source
          ? api.get("/policy-tasks/versions/{id}", { id: shown.version.id, on }).then((answer) => answer.trial)
          : api.post("/policy-tasks/check", { source, on, area });
      question.then(
        (answer) => {
          if (asked.current === mine) setTrial(answer);
        },
        (error: unknown) => toast.trouble(error),
      );
    }, CHECK_MS);
    return () => clearTimeout(timer);
  }, [source, on, active, shown]);
  return trial;
}
