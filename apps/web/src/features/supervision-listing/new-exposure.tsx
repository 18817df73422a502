/** 拟曝光: what the rule found of a unit, what the notice is to say, and where and how long. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey, listed } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { useLedger } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Choices, Field, Input, TextArea } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { SectionForm } from "../../ui/section-form.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import { unitsQuery } from "./model.ts";
import { t } from "./words.ts";
import "./listing.css";

const DAYS_SHOWN = 90;

export default function NewExposure() {
  const go = useGo();
  const unit = new URLSearchParams(useSearchText()).get("unit") ?? "";
  const { data, error } = useQuery(unitsQuery("exposure"));
  const { schema } = useLedger("supervision-listing/exposure");
  const found = data?.rows.find(({ id }) => id === unit);
  const now = serverNow();
  const [ground, setGround] = useState<"overdue" | "repeated">();
  const [content, setContent] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [place, setPlace] = useState("");
  const [showFrom, setFrom] = useState<string | null>(dayKey(now));
  const [showUntil, setUntil] = useState<string | null>(dayKey(now + DAYS_SHOWN * 86_400_000));
  const [problem, setProblem] = useState<string>();
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  if (error) return <Trouble error={error} what={t("exposureTitle")} />;
  if (!data || !schema) return <Loading />;
  const media = Object.entries(schema.fields.find(({ key }) => key === "media")?.choices ?? {}).map(([value, label]) => ({ value, label }));
  const why = ground ?? found?.grounds[0];
  const missing = [
    ...(content.trim().length < 5 ? [t("content")] : []),
    ...(chosen.length === 0 ? [t("media")] : []),
    ...(showFrom && showUntil ? [] : [t("until")]),
  ];
  const send = async () => {
    setTried(true);
    setProblem(undefined);
    if (missing.length > 0 || !why || !showFrom || !showUntil) return;
    setBusy(true);
    try {
      const made = await api.post("/supervision-listing/exposures", {
        unit,
        ground: why,
        content: content.trim(),
        media: media.map(({ value }) => value).filter((value) => chosen.includes(value)) as never,
        place: place.trim() || null,
        showFrom,
        showUntil,
      });
      toast.done(t("started", { number: made.number }));
      go(`/supervision-listing/exposure/${made.id}`);
    } catch (caught) {
      if (caught instanceof ApiError && caught.code === "supervision-listing.personal_data") setProblem(caught.message);
      else toast.trouble(caught);
      setBusy(false);
    }
  };
  const dayControl = (label: string, value: string | null, onChange: (value: string | null) => void) => (
    <Field label={label}>
      {(ids) => (
        <Control
          ids={ids}
          field={{ key: label, label, kind: "day" }}
          value={value}
          onChange={(next) => onChange(typeof next === "string" ? next : null)}
        />
      )}
    </Field>
  );
  return (
    <>
      <PageHead
        up={
          <>
            <Go href="/supervision-listing/overview?tab=units">{t("back")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={t("exposureTitle")}
        aside={found?.name}
      />
      <SectionForm
        context={
          <div className="col" style={{ gap: 10 }}>
            <b>{found?.name ?? t("notFound")}</b>
            <StateDot meaning={found ? "overdue" : "offline"}>{t(found ? "foundByRule" : "notFound")}</StateDot>
            {found && (
              <>
                <span className="small">{t("overdueFact", { n: found.longestDays, limit: data.overdueDays })}</span>
                <span className="small">{t("repeatFact", { n: found.repeated, limit: data.repeats })}</span>
              </>
            )}
            <p className="small t2">{t("exposureHint")}</p>
          </div>
        }
        sections={[
          {
            key: "what",
            label: t("what"),
            filled: [why, content.trim().length >= 5].filter(Boolean).length,
            total: 2,
            problems: problem ? 1 : 0,
            content: (
              <>
                <Field label={t("ground")}>
                  {() => (
                    <Choices
                      label={t("ground")}
                      value={why ? [why] : []}
                      options={(found?.grounds ?? []).map((each) => ({
                        value: each,
                        label: t(each === "overdue" ? "ruleOverdue" : "ruleRepeated"),
                      }))}
                      onChange={(value) => setGround(value === "repeated" ? "repeated" : "overdue")}
                    />
                  )}
                </Field>
                <Field
                  label={t("content")}
                  help={t("contentHelp")}
                  error={problem ?? (tried && content.trim().length < 5 ? t("required") : undefined)}
                >
                  {(ids) => (
                    <TextArea {...ids} rows={5} maxLength={1_000} value={content} onChange={(event) => setContent(event.target.value)} />
                  )}
                </Field>
              </>
            ),
          },
          {
            key: "where",
            label: t("where"),
            filled: [chosen.length > 0, showFrom, showUntil].filter(Boolean).length,
            total: 3,
            problems: 0,
            content: (
              <>
                <Field label={t("media")} error={tried && chosen.length === 0 ? t("required") : undefined}>
                  {() => (
                    <Choices
                      label={t("media")}
                      value={chosen}
                      options={media}
                      onChange={(value) => setChosen(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])}
                    />
                  )}
                </Field>
                <Field label={t("place")} optional>
                  {(ids) => <Input {...ids} maxLength={120} value={place} onChange={(event) => setPlace(event.target.value)} />}
                </Field>
                {dayControl(t("from"), showFrom, setFrom)}
                {dayControl(t("until"), showUntil, setUntil)}
              </>
            ),
          },
        ]}
        foot={
          <>
            <span className="grow small t2">{tried && missing.length > 0 ? t("missing", { fields: listed(missing) }) : ""}</span>
            <Button size="large" onClick={() => go("/supervision-listing/overview?tab=units")}>
              {t("cancel")}
            </Button>
            <Button kind="primary" size="large" busy={busy} reason={found ? undefined : t("notFound")} onClick={() => void send()}>
              {t("start")}
            </Button>
          </>
        }
      />
    </>
  );
}
