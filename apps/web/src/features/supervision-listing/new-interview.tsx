/** 拟约谈: the matter, who is to come, and when. What was said is recorded in the case afterwards. */
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey, listed } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { Button, IconButton } from "../../ui/button.tsx";
import { Choices, Field, Input } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { SectionForm } from "../../ui/section-form.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import { t } from "./words.ts";
import "./listing.css";

type Guest = { readonly who: string; readonly why: string };
const subjects = ["town", "unit", "industry", "department"] as const;
const subjectWords = { town: "towns", unit: "units", industry: "industry", department: "department" } as const;

export default function NewInterview() {
  const go = useGo();
  const given = new URLSearchParams(useSearchText());
  const area = Number(given.get("area")) || undefined;
  const [title, setTitle] = useState(given.get("matter") ?? "");
  const [kind, setKind] = useState<"one" | "group">("one");
  const [subject, setSubject] = useState<(typeof subjects)[number]>(
    subjects.find((each) => each === given.get("subject")) ?? (area ? "town" : "unit"),
  );
  const [guests, setGuests] = useState<readonly Guest[]>([{ who: given.get("who") ?? "", why: given.get("why") ?? "" }]);
  const [planOn, setPlanOn] = useState<string | null>(dayKey(serverNow()));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const named = guests.filter(({ who }) => who.trim() !== "");
  const enough = named.length >= (kind === "group" ? 2 : 1);
  const missing = [
    ...(title.trim().length < 2 ? [t("matterField")] : []),
    ...(enough ? [] : [t("invited")]),
    ...(planOn ? [] : [t("planOn")]),
  ];
  const send = async () => {
    setTried(true);
    if (missing.length > 0 || !planOn) return;
    setBusy(true);
    try {
      const made = await api.post("/supervision-listing/interviews", {
        title: title.trim(),
        kind,
        subject,
        planOn,
        invited: named.map(({ who, why }) => ({ who: who.trim(), why: why.trim() || null })),
        ...(area ? { area } : {}),
      });
      toast.done(t("started", { number: made.number }));
      go(`/supervision-listing/interview/${made.id}`);
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  const setGuest = (index: number, change: Partial<Guest>) =>
    setGuests(guests.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <>
      <PageHead
        up={
          <>
            <Go href="/supervision-listing/overview">{t("back")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={t("interviewTitle")}
      />
      <SectionForm
        context={<p className="small t2">{t("interviewHint")}</p>}
        sections={[
          {
            key: "matter",
            label: t("matter"),
            filled: [title.trim().length > 1, true, true, planOn !== null].filter(Boolean).length,
            total: 4,
            problems: 0,
            content: (
              <>
                <Field label={t("matterField")} error={tried && title.trim().length < 2 ? t("required") : undefined}>
                  {(ids) => <Input {...ids} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />}
                </Field>
                <Field label={t("kind")}>
                  {() => (
                    <Choices
                      label={t("kind")}
                      value={[kind]}
                      options={[
                        { value: "one", label: t("one") },
                        { value: "group", label: t("group") },
                      ]}
                      onChange={(value) => setKind(value === "group" ? "group" : "one")}
                    />
                  )}
                </Field>
                <Field label={t("subject")}>
                  {() => (
                    <Choices
                      label={t("subject")}
                      value={[subject]}
                      options={subjects.map((each) => ({ value: each, label: t(subjectWords[each]) }))}
                      onChange={(value) => setSubject(subjects.find((each) => each === value) ?? subject)}
                    />
                  )}
                </Field>
                <Field label={t("planOn")}>
                  {(ids) => (
                    <Control
                      ids={ids}
                      field={{ key: "planOn", label: t("planOn"), kind: "day" }}
                      value={planOn}
                      onChange={(value) => setPlanOn(typeof value === "string" ? value : null)}
                    />
                  )}
                </Field>
              </>
            ),
          },
          {
            key: "who",
            label: t("who"),
            filled: named.length,
            total: guests.length,
            problems: 0,
            content: (
              <Field label={t("invited")} error={tried && !enough ? t("required") : undefined}>
                {() => (
                  <div className="guests">
                    {guests.map((guest, index) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
                      <div key={index} className="row">
                        <Input
                          aria-label={`${t("invited")} ${index + 1}`}
                          placeholder={t("invited")}
                          maxLength={80}
                          value={guest.who}
                          onChange={(event) => setGuest(index, { who: event.target.value })}
                        />
                        <Input
                          aria-label={`${t("why")} ${index + 1}`}
                          placeholder={t("why")}
                          maxLength={200}
                          value={guest.why}
                          onChange={(event) => setGuest(index, { why: event.target.value })}
                        />
                        {guests.length > 1 && (
                          <IconButton
                            icon="x"
                            size={14}
                            label={t("remove")}
                            onClick={() => setGuests(guests.filter((_, at) => at !== index))}
                          />
                        )}
                      </div>
                    ))}
                    <Button icon="plus" onClick={() => setGuests([...guests, { who: "", why: "" }])}>
                      {t("add")}
                    </Button>
                  </div>
                )}
              </Field>
            ),
          },
        ]}
        foot={
          <>
            <span className="grow small t2">{tried && missing.length > 0 ? t("missing", { fields: listed(missing) }) : ""}</span>
            <Button size="large" onClick={() => go("/supervision-listing/overview")}>
              {t("cancel")}
            </Button>
            <Button kind="primary" size="large" busy={busy} onClick={() => void send()}>
              {t("start")}
            </Button>
          </>
        }
      />
    </>
  );
}
