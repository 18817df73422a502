/** 我们怎样执行: who owes, who leads, the kind of duty, what is computed, the target, when it is at risk, the evidence, what follows. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day, inTurn, listed, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { schemaOf } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { packHref } from "./address.ts";
import { capabilityWord } from "./capability.ts";
import { TargetDialog } from "./dialogs.tsx";
import type { ClauseDuty, PolicyClause } from "./model.ts";
import { targetWords } from "./status.ts";
import { t } from "./words.ts";

export function CarriedOut({ clause }: { readonly clause: PolicyClause }) {
  const now = serverNow();
  const [setting, setSetting] = useState<ClauseDuty | null>(null);
  const inForce = clause.versions.find((each) => each.inForce);
  return (
    <Panel
      className="policy-clause-rule"
      title={t("carriedOut")}
      aside={
        inForce && (
          <>
            {t("version", { n: inForce.version })}　{t("from", { on: day(inForce.from, now) })}
          </>
        )
      }
      end={<Go href={packHref(clause.pack.id)}>{t("sourceData")}</Go>}
      scroll
      foot={
        inForce?.approvedBy ? (
          <>
            <Icon name="check" size={14} />
            {t("approvedBy", { by: inForce.approvedBy, on: inForce.approvedOn ? day(inForce.approvedOn, now) : "—" })}
          </>
        ) : undefined
      }
    >
      {clause.duties.length === 0 && (
        <Rules
          rows={[
            ...leadRows(clause),
            rule(t("evidence"), t("notYet", { capability: capabilityWord(clause.awaits?.capability ?? clause.capability) })),
          ]}
        />
      )}
      {clause.duties.map((duty) => (
        <div key={duty.key} className="policy-rule">
          {clause.duties.length > 1 && <h3>{duty.text}</h3>}
          <Rules rows={rowsOf(clause, duty, () => setSetting(duty))} />
        </div>
      ))}
      {setting && <TargetDialog clause={clause.id} pack={clause.pack} duty={setting} onClose={() => setSetting(null)} />}
    </Panel>
  );
}

type RuleRow = { readonly label: string; readonly value: ReactNode };
const rule = (label: string, value: ReactNode): RuleRow => ({ label, value });
const Rules = ({ rows }: { readonly rows: readonly RuleRow[] }) => (
  <dl className="policy-rules">
    {rows.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

const IN_SIGHT = 4;
/** A document may name forty organs: the first few, and how many there are. */
function Supports({ organs }: { readonly organs: readonly { readonly name: string }[] }) {
  if (organs.length === 0) return null;
  const names = organs.map(({ name }) => name);
  return (
    <span className="t2 small" title={listed(names)}>
      {"　"}
      {t("supports")} {listed(names.slice(0, IN_SIGHT))}
      {names.length > IN_SIGHT && ` ${t("andMore", { n: names.length })}`}
    </span>
  );
}

const leadRows = ({ leads, supports }: PolicyClause): RuleRow[] => [
  rule(
    t("whoLeads"),
    leads.length === 0 && supports.length === 0 ? (
      <span className="t3">{t("notNamed")}</span>
    ) : (
      <>
        {leads[0]?.name}
        <Supports organs={[...leads.slice(1), ...supports]} />
      </>
    ),
  ),
];

const everyWords = { month: "everyMonth", quarter: "everyQuarter", "half-year": "everyHalf", year: "everyYear" } as const;
const afterWords = { urge: "afterUrge", report: "afterReport", interview: "afterInterview" } as const;
const bindingWords = {
  measure: "kindMeasure",
  ledger: "kindLedger",
  case: "kindCase",
  document: "kindDocument",
  awaits: "kindAwaits",
} as const;

export function rhythmWords({ rhythm }: Pick<ClauseDuty, "rhythm">, now: number): string {
  const { kind, every, within, by, thenKeep, steps, workdays } = rhythm;
  if (kind === "keep") return t("keeps");
  if (kind === "steps") return steps.map((step) => t("step", { on: day(step.by, now), target: number(step.target) })).join("，");
  if (kind === "by") return inTurn([t("onceBy", { on: by ? day(by, now) : "—" }), ...(thenKeep ? [t("thenKeeps")] : [])]);
  return inTurn([
    every ? t(everyWords[every]) : "",
    ...(within ? [t("within", { span: within.replace("..", " – ") })] : []),
    ...(workdays ? [t("workdays")] : []),
  ]);
}

const levels = { city: "cityLevel", county: "countyLevel", town: "townLevel", village: "villageLevel" } as const;
/** 各县（市、区）人民政府: kinds of organ are told as their ledger names them. */
function Who({ who: { level, organ, count }, own }: { readonly who: ClauseDuty["who"]; readonly own: boolean }) {
  const kinds = useQuery(schemaOf("organizations/organ")).data?.fields.find(({ key }) => key === "kind")?.choices;
  const place = level !== null && level in levels ? t(levels[level as keyof typeof levels]) : t("anyLevel");
  const kind = organ === "any" ? t("anyOrgan") : organ === "committee-office" ? t("committeeOffice") : (kinds?.[organ] ?? "");
  return (
    <>
      {place}
      {kind}
      <span className="t2 small">
        {"　"}
        {t("nowCount", { n: number(count) })}
        {own ? `，${t("countsOwn")}` : ""}
      </span>
    </>
  );
}

/** What the document leaves to the office says whether it was set, and to whom may do it how. */
function Target({ duty: { target, targetSet, maySetTarget }, onSet }: { readonly duty: ClauseDuty; readonly onSet: () => void }) {
  return (
    <span className="row">
      {targetWords(target)}
      {target?.kind === "configured" && !targetSet && target.value !== null && <span className="t2 small">{t("suggested")}</span>}
      {maySetTarget && (
        <Button size="small" onClick={onSet}>
          {t("setTarget")}
        </Button>
      )}
    </span>
  );
}

function rowsOf(clause: PolicyClause, duty: ClauseDuty, onSetTarget: () => void): readonly RuleRow[] {
  const now = serverNow();
  const { binding, who, warn, after, weight, target } = duty;
  const warns = [
    ...(warn.gap === null
      ? []
      : [t("warnGap", { n: number(warn.gap), unit: target?.unit === "%" ? t("percentPoints") : (target?.unit ?? "") })]),
    ...(warn.days === null ? [] : [t("warnDays", { n: warn.days })]),
  ];
  const name = binding.path ? (
    <Go href={`/${binding.path}`}>
      <span className="policy-code">{binding.name}</span>
    </Go>
  ) : (
    <span className="policy-code">{binding.name}</span>
  );
  return [
    rule(t("whoOwes"), <Who who={who} own={duty.counts === "own"} />),
    ...leadRows(clause),
    rule(
      t("whatKind"),
      <>
        {t(bindingWords[binding.kind])}
        <span className="t2 small">　{rhythmWords(duty, now)}</span>
      </>,
    ),
    rule(
      t("computes"),
      binding.kind === "document" ? (
        binding.label
      ) : (
        <>
          {binding.kind !== "awaits" && <span className="policy-block">{name}</span>}
          {binding.label}
          {binding.kind === "awaits" && binding.capability && (
            <span className="t2 small">　{t("notYet", { capability: capabilityWord(binding.capability) })}</span>
          )}
        </>
      ),
    ),
    ...(duty.unjudged ? [rule(t("unjudged"), t("unjudgedHint"))] : []),
    ...(target ? [rule(t("target"), <Target duty={duty} onSet={onSetTarget} />)] : []),
    ...(warns.length > 0 ? [rule(t("atRisk"), warns.join(t("or")))] : []),
    rule(
      t("evidence"),
      binding.kind === "document" || binding.kind === "awaits" ? (
        <span className="row">
          <Icon name="pen" size={14} />
          {t("byHand")}
        </span>
      ) : (
        <span className="policy-found">
          <Icon name="check" size={14} />
          {t("byPlatform")}
        </span>
      ),
    ),
    ...(weight === null ? [] : [rule(t("assessment"), t("points", { n: number(weight) }))]),
    ...(after.length === 0
      ? []
      : [
          rule(
            t("afterOverdue"),
            after.map((each) => `${each.days === 0 ? t("sameDay") : t("nthDay", { n: each.days })}${t(afterWords[each.do])}`).join("，"),
          ),
        ]),
    rule(t("waived"), t("waiverRule")),
  ];
}
