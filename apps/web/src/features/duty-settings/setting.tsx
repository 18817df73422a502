/** One setting: its label with the mark of its standing, the control, what happens, its range, where it comes from, who changed it. */
import type { DutySettings } from "@suiren/api-client";
import type { ReactNode } from "react";
import { dayTime, duration, number } from "../../lib/format.ts";
import { Field, Input } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import type { Bad, FigureKey, Key, TableKey } from "./model.ts";
import { t } from "./words.ts";

export const unitOf: Readonly<Record<FigureKey | TableKey, "seconds" | "minutes" | "days" | "times" | "perMinute">> = {
  acceptSeconds: "seconds",
  verifySeconds: "seconds",
  raiseWindowSeconds: "seconds",
  stormPerMinute: "perMinute",
  nuisanceTimes: "times",
  nuisanceDays: "days",
  offlineSeconds: "seconds",
  claimFireMinutes: "minutes",
  dutyAnswerMinutes: "minutes",
  messageDays: "days",
};

/** What the page knows of every setting and lets a person do with it. */
export type Desk = {
  readonly settings: DutySettings;
  readonly changed: ReadonlySet<Key>;
  readonly texts: Readonly<Record<string, string>>;
  /** By path, in words. */
  readonly problems: Readonly<Record<string, string>>;
  readonly onText: (path: string, text: string) => void;
  readonly onRestore: (key: Key) => void;
  readonly onUndo: (key: Key) => void;
};

export const badWord = (bad: Bad, range: { readonly least: number; readonly most: number } | undefined): string =>
  bad === "range" ? t("bad_range", { least: number(range?.least ?? 0), most: number(range?.most ?? 0) }) : t(`bad_${bad}`);

export const Standing = ({ confirmed }: { readonly confirmed: boolean }) =>
  confirmed ? (
    <Tag>{t("confirmed")}</Tag>
  ) : (
    <span className="duty-unconfirmed" title={t("unconfirmedHint")}>
      {t("unconfirmed")}
    </span>
  );

/** Below the control: what it does, its range and default, its source, and the last change with the ways back. */
export function Below({
  desk,
  of,
  range,
  factory,
}: {
  readonly desk: Desk;
  readonly of: Key;
  readonly range: string;
  readonly factory: string;
}) {
  const { settings } = desk;
  const change = settings.changes[of];
  const differs = JSON.stringify(settings.limits[of]) !== JSON.stringify(settings.defaults[of]);
  return (
    <div className="duty-below">
      <p>{t(`${of}_does`)}</p>
      <p className="t3">
        {[range, factory].filter(Boolean).join("　")}
        {range || factory ? "　" : ""}
        {t("source", { source: settings.sources[of]?.source ?? "—" })}
      </p>
      {(change || desk.changed.has(of) || differs) && (
        <p className="duty-changed">
          {change && <span className="grow">{t("changed", { by: change.by, at: dayTime(change.at), reason: change.reason })}</span>}
          {settings.mayChange && desk.changed.has(of) && (
            <button type="button" className="link" onClick={() => desk.onUndo(of)}>
              {t("undo")}
            </button>
          )}
          {settings.mayChange && differs && !desk.changed.has(of) && (
            <button type="button" className="link" onClick={() => desk.onRestore(of)}>
              {t("restore")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** A label with its mark, over something that is no single control. */
export const Headed = ({ desk, of, children }: { readonly desk: Desk; readonly of: Key; readonly children: ReactNode }) => (
  <div className="duty-setting" data-setting={of} data-changed={desk.changed.has(of) || undefined}>
    <div className="field-label duty-label">
      <b>{t(of)}</b> <Standing confirmed={desk.settings.sources[of]?.confirmed ?? false} />
    </div>
    {children}
  </div>
);

/** 3600 秒 says little: past a minute the span stands beside. */
export const spanOf = (unit: string, text: string | undefined): string => {
  const seconds = Number(text);
  return unit === "seconds" && Number.isFinite(seconds) && seconds > 60 ? duration(seconds) : "";
};

export function FigureSetting({ desk, of }: { readonly desk: Desk; readonly of: FigureKey }) {
  const { settings, texts, problems } = desk;
  const unit = t(unitOf[of]);
  const range = settings.ranges[of];
  return (
    <div className="duty-setting" data-setting={of} data-changed={desk.changed.has(of) || undefined}>
      {settings.mayChange ? (
        <Field label={t(of)} error={problems[of]} note={<Standing confirmed={settings.sources[of]?.confirmed ?? false} />}>
          {(ids) => (
            <span className="duty-figure">
              <Input
                {...ids}
                inputMode="numeric"
                unit={unit}
                value={texts[of] ?? ""}
                onChange={(event) => desk.onText(of, event.target.value)}
              />
              <span className="t3">{spanOf(unitOf[of], texts[of])}</span>
            </span>
          )}
        </Field>
      ) : (
        <>
          <div className="field-label duty-label">
            <b>{t(of)}</b> <Standing confirmed={settings.sources[of]?.confirmed ?? false} />
          </div>
          <p className="duty-value">
            <b className="num">{texts[of]}</b> {unit} <span className="t3">{spanOf(unitOf[of], texts[of])}</span>
          </p>
        </>
      )}
      <Below
        desk={desk}
        of={of}
        range={range && settings.mayChange ? t("range", { least: number(range.least), most: number(range.most), unit }) : ""}
        factory={t("factory", { value: settings.defaults[of] })}
      />
    </div>
  );
}
