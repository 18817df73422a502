/** 值守设置: every figure the duty seat runs by, with its range, its source and its standing; changed by those who may, read by those at the seat. */
import type { DutySettings } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { day, dayTime } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input, TextArea } from "../../ui/field.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { type FormSection, SectionForm } from "../../ui/section-form.tsx";
import { ChangedByOther, Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { allKeys, type Bad, changedKeys, changesTyped, type Key, limitsTyped, problemsOf, rebased, restored, typedOf } from "./model.ts";
import { PerKind } from "./per-kind.tsx";
import { Below, badWord, type Desk, FigureSetting, Headed, unitOf } from "./setting.tsx";
import { Steps } from "./steps.tsx";
import { t } from "./words.ts";
import "./duty-settings.css";

const KEY = ["duty-settings"] as const;

export default function DutySettingsPage() {
  const { data, error, refetch } = useQuery({ queryKey: KEY, queryFn: () => api.get("/duty/settings") });
  if (error) return <Trouble error={error} what={t("title")} onRetry={() => void refetch()} />;
  return data ? <Settings opened={data} /> : <Loading what={t("title")} />;
}

/** The part of a path that names its setting: `acceptSeconds.fire` is of `acceptSeconds`. */
const keyOfPath = (path: string): string => path.split(".")[0] ?? "";

function Settings({ opened }: { readonly opened: DutySettings }) {
  const client = useQueryClient();
  // The settings as they were when the page was opened: read again behind somebody's back they would carry his save past another's change.
  const [settings, setSettings] = useState(opened);
  const [typed, setTyped] = useState(() => typedOf(opened.limits));
  const [refused, setRefused] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [wantsReason, setWantsReason] = useState(false);
  const [clash, setClash] = useState<Clash | null>(null);
  const [busy, setBusy] = useState(false);
  const changed = changedKeys(settings.limits, typed);
  useUnsaved(changed.length > 0);

  const found = problemsOf(settings.ranges, typed);
  const problems = { ...refused, ...Object.fromEntries(Object.entries(found).map(([path, bad]) => [path, wordOf(settings, path, bad)])) };
  const faulty = Object.keys(problems).length;
  const stand = (next: DutySettings) => {
    setSettings(next);
    setTyped(typedOf(next.limits));
    setRefused({});
    setClash(null);
    setReason("");
    setWantsReason(false);
    client.setQueryData(KEY, next);
  };
  const desk: Desk = {
    settings,
    changed: new Set(changed),
    texts: typed.texts,
    problems,
    onText: (path, text) => {
      setTyped({ ...typed, texts: { ...typed.texts, [path]: text } });
      setRefused(without(refused, keyOfPath(path)));
    },
    onRestore: (key) => setTyped(restored(typed, key, settings.defaults)),
    onUndo: (key) => {
      setTyped(restored(typed, key, settings.limits));
      setRefused(without(refused, key));
    },
  };

  const save = async () => {
    if (faulty > 0) return focusOn(Object.keys(problems)[0] ?? "");
    if (reason.trim().length < 2) {
      setWantsReason(true);
      return focusOn("reason");
    }
    setBusy(true);
    try {
      const next = await api.put("/duty/settings", { limits: changesTyped(settings, typed), reason, writtenAt: settings.writtenAt });
      stand(next);
      toast.done(t("saved", { n: changed.length }));
    } catch (error) {
      await refuse(error);
    } finally {
      setBusy(false);
    }
  };
  const refuse = async (error: unknown) => {
    if (error instanceof ApiError && error.status === 409) {
      const [by, at] = [String(error.params.by ?? "—"), String(error.params.at ?? "")];
      setClash({ by, at, theirs: await api.get("/duty/settings") });
    } else if (error instanceof ApiError && error.problems.length > 0) {
      const named = error.problems.map(
        ({ field, message, problem }) => [field.replace(/^limits\./, ""), message ?? problem ?? ""] as const,
      );
      setRefused(Object.fromEntries(named));
      focusOn(named[0]?.[0] ?? "");
    } else toast.trouble(error);
  };

  const section = (key: SectionKey, keys: readonly Key[], content: ReactNode): FormSection => {
    const bad = Object.keys(problems).filter((path) => keys.some((each) => each === keyOfPath(path))).length;
    return { key, label: t(key), problems: bad, content };
  };
  const figure = (of: keyof typeof unitOf) =>
    of === "acceptSeconds" || of === "verifySeconds" ? <PerKind desk={desk} of={of} /> : <FigureSetting desk={desk} of={of} />;
  const sections = [
    section(
      "timing",
      ["acceptSeconds", "verifySeconds"],
      <>
        {figure("acceptSeconds")}
        {figure("verifySeconds")}
      </>,
    ),
    section(
      "reminding",
      ["escalation"],
      <Steps
        desk={desk}
        steps={typed.steps}
        onSteps={(steps) => {
          setTyped({ ...typed, steps });
          setRefused(without(refused, "escalation"));
        }}
      />,
    ),
    section(
      "judging",
      ["raiseWindowSeconds", "stormPerMinute", "nuisanceTimes", "nuisanceDays"],
      <>
        {figure("raiseWindowSeconds")}
        {figure("stormPerMinute")}
        {figure("nuisanceTimes")}
        {figure("nuisanceDays")}
      </>,
    ),
    section(
      "devices",
      ["offlineSeconds", "claimFireMinutes", "dutyAnswerMinutes"],
      <>
        {figure("offlineSeconds")}
        {figure("claimFireMinutes")}
        {figure("dutyAnswerMinutes")}
      </>,
    ),
    section("forwarding", ["dispatchUrl"], <Dispatch desk={desk} />),
    section(
      "keeping",
      ["messageDays"],
      <>
        {figure("messageDays")}
        <p className="small t2">{settings.messagesSince ? t("since", { day: day(settings.messagesSince) }) : t("noMessages")}</p>
      </>,
    ),
  ];

  return (
    <>
      <PageHead title={t("title")} aside={settings.mayChange ? undefined : t("readOnly")} />
      <SectionForm
        sections={sections}
        context={
          clash ? (
            <ClashBlock
              clash={clash}
              keys={changed.filter((key) => JSON.stringify(clash.theirs.limits[key]) !== JSON.stringify(settings.limits[key]))}
              typed={limitsTyped(typed)}
              onMine={() => {
                setTyped(rebased(settings.limits, clash.theirs.limits, typed));
                setSettings(clash.theirs);
                setClash(null);
              }}
              onTheirs={() => stand(clash.theirs)}
            />
          ) : changed.length > 0 ? (
            <Pending settings={settings} keys={changed} typed={limitsTyped(typed)}>
              <div data-path="reason">
                <Field
                  label={t("reason")}
                  help={t("reasonHelp")}
                  error={wantsReason && reason.trim().length < 2 ? t("reasonMissing") : undefined}
                >
                  {(ids) => <TextArea {...ids} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
                </Field>
              </div>
            </Pending>
          ) : (
            <About settings={settings} />
          )
        }
        foot={
          settings.mayChange && (
            <>
              <span className={`grow small ${faulty > 0 ? "ink-overdue" : "t2"}`} role="status">
                {faulty > 0 ? t("faulty", { n: faulty }) : changed.length > 0 ? t("unsaved", { n: changed.length }) : ""}
              </span>
              {changed.length > 0 && (
                <Button size="large" onClick={() => stand(settings)}>
                  {t("discard")}
                </Button>
              )}
              <Button
                kind="primary"
                size="large"
                busy={busy}
                reason={changed.length === 0 && faulty === 0 ? t("nothing") : undefined}
                onClick={() => void save()}
              >
                {t("save")}
              </Button>
            </>
          )
        }
      />
    </>
  );
}

type SectionKey = "timing" | "judging" | "devices" | "reminding" | "forwarding" | "keeping";
type Clash = { readonly by: string; readonly at: string; readonly theirs: DutySettings };

const wordOf = ({ ranges }: DutySettings, path: string, bad: Bad): string => badWord(bad, ranges[keyOfPath(path)]);

const without = (problems: Readonly<Record<string, string>>, key: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(problems).filter(([path]) => keyOfPath(path) !== key));

/** To the field at fault, else to its setting. */
function focusOn(path: string): void {
  requestAnimationFrame(() => {
    const parent = path.replace(/\.\w+$/, "");
    const box =
      document.querySelector(`[data-path="${path}"], [data-setting="${path}"]`) ?? document.querySelector(`[data-path="${parent}"]`);
    const control = box?.matches("input")
      ? box
      : (box?.querySelector("[aria-invalid='true']") ?? box?.querySelector("input, textarea, select"));
    if (control instanceof HTMLElement) control.focus();
    control?.scrollIntoView({ block: "center" });
  });
}

/** The browser asks before a page with unsaved changes is left. */
function useUnsaved(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isUnsaved]);
}

function Dispatch({ desk }: { readonly desk: Desk }) {
  const { settings, texts, problems } = desk;
  return (
    <Headed desk={desk} of="dispatchUrl">
      {settings.mayChange ? (
        <div className={problems.dispatchUrl ? "field field-bad" : "field"}>
          <Input
            aria-label={t("dispatchUrl")}
            aria-invalid={problems.dispatchUrl !== undefined}
            data-path="dispatchUrl"
            inputMode="url"
            maxLength={300}
            placeholder="https://"
            value={texts.dispatchUrl ?? ""}
            onChange={(event) => desk.onText("dispatchUrl", event.target.value)}
          />
          {problems.dispatchUrl && (
            <div className="field-below" role="alert">
              {problems.dispatchUrl}
            </div>
          )}
        </div>
      ) : (
        <p className="duty-value">{texts.dispatchUrl || t("none")}</p>
      )}
      {settings.hasInstalledDispatch && <p className="small t2">{t("installed")}</p>}
      <Below desk={desk} of="dispatchUrl" range="" factory="" />
    </Headed>
  );
}

/** A value in a few words, for what changes from what to what. */
function inWords(key: Key, limits: DutySettings["limits"], against: DutySettings["limits"]): string {
  if (key === "escalation")
    return limits.escalation.length === against.escalation.length ? t("steps") : t("step", { n: limits.escalation.length });
  if (key === "dispatchUrl") return limits.dispatchUrl ?? t("none");
  if (key === "acceptSeconds" || key === "verifySeconds") {
    const { fire, supervision, linkage, fault, shield, offline, test } = limits[key];
    const other = Object.values(against[key]);
    const differing = [fire, supervision, linkage, fault, shield, offline, test].filter((value, index) => value !== other[index]);
    return `${differing.join("、")} ${t("seconds")}`;
  }
  return `${limits[key]} ${t(unitOf[key])}`;
}

type PendingProps = {
  readonly settings: DutySettings;
  readonly keys: readonly Key[];
  readonly typed: DutySettings["limits"];
  readonly children: ReactNode;
};
const Pending = ({ settings, keys, typed, children }: PendingProps) => (
  <div className="duty-context">
    <h3>{t("pending")}</h3>
    <ul className="duty-diff">
      {keys.map((key) => (
        <li key={key}>
          <span>{t(key)}</span>
          <span className="num">
            <s>{inWords(key, settings.limits, typed)}</s> → <b>{inWords(key, typed, settings.limits).replaceAll("NaN", "—")}</b>
          </span>
        </li>
      ))}
    </ul>
    {children}
    <p className="small t2">{t("applies")}</p>
  </div>
);

function About({ settings }: { readonly settings: DutySettings }) {
  const unconfirmed = allKeys.filter((key) => !settings.sources[key]?.confirmed).length;
  const last = allKeys
    .flatMap((key) => (settings.changes[key] ? [{ key, ...settings.changes[key] }] : []))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .slice(0, 6);
  return (
    <div className="duty-context">
      <h3>{t("about")}</h3>
      <p className="small t2">{t("unconfirmedCount", { n: unconfirmed, all: allKeys.length })}</p>
      <p className="small t2">{t("applies")}</p>
      <h3>{t("last")}</h3>
      {last.length === 0 && <p className="small t3">{t("neverChanged")}</p>}
      <ul className="duty-diff">
        {last.map(({ key, by, at, reason }) => (
          <li key={key}>
            <span>{t(key)}</span>
            <span className="small t2">{t("changed", { by, at: dayTime(at), reason })}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type ClashProps = {
  readonly clash: Clash;
  readonly keys: readonly Key[];
  readonly typed: DutySettings["limits"];
  readonly onMine: () => void;
  readonly onTheirs: () => void;
};
const ClashBlock = ({ clash, keys, typed, onMine, onTheirs }: ClashProps) => (
  <ChangedByOther
    by={clash.by}
    at={clash.at ? dayTime(clash.at) : ""}
    differences={keys.map((key) => (
      <div key={key}>
        {t("theirs", { label: t(key), theirs: inWords(key, clash.theirs.limits, typed), mine: inWords(key, typed, clash.theirs.limits) })}
      </div>
    ))}
    onMine={onMine}
    onTheirs={onTheirs}
  />
);
