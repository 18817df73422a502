/** Who owes it, and what this person may do about it: one verb in front, the rest beside it or under 更多. */
import { useState } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day, listed } from "../../lib/format.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { MenuButton, Popover } from "../../ui/popover.tsx";
import { AnswerDialog, DecideDialog, EvidenceDialog, type OpenUrging, UrgeDialog, useReceive, WaiveDialog } from "./dialogs.tsx";
import type { Standing } from "./model.ts";
import { isRed, statusWords } from "./status.ts";
import { t } from "./words.ts";

type Asking = "urge" | "answer" | "evidence" | "waive" | "decide";

/** The urging that still waits for an answer, if any: the newest one nobody answered. */
export function openUrging({ dealings }: Pick<Standing, "dealings">): OpenUrging | null {
  for (const { kind, id, text, by, organ } of dealings) {
    if (kind === "answered") return null;
    if (kind === "urged" && id) {
      const received = dealings.some((each) => each.kind === "received" && each.id === id);
      return { id, text, by: [organ, by].filter(Boolean).join(" "), received };
    }
  }
  return null;
}

export function StandingActions({ standing }: { readonly standing: Standing }) {
  const { may, frozen, status } = standing;
  const urging = openUrging(standing);
  const mayAnswer = may.answer && urging !== null;
  // Who comes from 待办 finds the answer open.
  const wanted = new URLSearchParams(useSearchText()).get("answer");
  const [asking, setAsking] = useState<Asking | null>(wanted !== null && mayAnswer ? "answer" : null);
  const { busy, receive } = useReceive();
  const close = () => setAsking(null);
  const pending = standing.waivers.find(({ state }) => state === "applied");
  const mayDecide = may.decide && pending !== undefined;
  const first: Asking | null = mayAnswer
    ? "answer"
    : mayDecide
      ? "decide"
      : may.urge && status !== "met"
        ? "urge"
        : may.evidence
          ? "evidence"
          : null;
  const rest = (["urge", "answer", "decide", "evidence", "waive"] as const).filter(
    (each) => each !== first && { urge: may.urge, answer: mayAnswer, decide: mayDecide, evidence: may.evidence, waive: may.waive }[each],
  );
  return (
    <>
      <Owes standing={standing} />
      <div className="row policy-actions">
        {first && (
          <Button
            kind="primary"
            size="large"
            className="grow"
            reason={frozen ? t("frozenReason") : undefined}
            onClick={() => setAsking(first)}
          >
            {t(words[first])}
          </Button>
        )}
        {mayAnswer && !urging.received && (
          <Button size="large" busy={busy} title={t("receiveHint")} onClick={() => void receive(urging.id)}>
            {t("receive")}
          </Button>
        )}
        <Supervise standing={standing} />
        {rest.length > 0 && !frozen && (
          <Popover button={<Icon name="more" size={18} />} label={t("more")} buttonClass="btn btn-plain btn-large policy-more" align="end">
            {(shut) =>
              rest.map((each) => (
                <MenuButton
                  key={each}
                  onClick={() => {
                    shut();
                    setAsking(each);
                  }}
                >
                  {t(words[each])}
                </MenuButton>
              ))
            }
          </Popover>
        )}
      </div>
      {asking === "urge" && <UrgeDialog standing={standing} onClose={close} />}
      {asking === "answer" && urging && <AnswerDialog urging={urging} onClose={close} />}
      {asking === "evidence" && <EvidenceDialog standing={standing} onClose={close} />}
      {asking === "waive" && <WaiveDialog standing={standing} onClose={close} />}
      {asking === "decide" && pending && <DecideDialog waiver={pending} onClose={close} />}
    </>
  );
}
const words = { urge: "urge", answer: "answer", evidence: "fillEvidence", waive: "waive", decide: "decideWaiver" } as const;

/** 转挂牌督办 and 列入约谈: their own capability takes the matter on, with what is known filled in. */
function Supervise({ standing }: { readonly standing: Standing }) {
  const go = useGo();
  const may = useMay();
  const { status, days, clause, title, area, owes } = standing;
  if (!isRed(status) || !standing.may.urge || !may("supervision-listing.listing.read")) return null;
  const why = t("listingReason", { clause, title, status: statusWords(status, days) });
  const given = new URLSearchParams({
    area: String(area.key),
    who: owes.organ?.name ?? area.name,
    why,
    matter: t("interviewMatter", { title }),
  });
  return (
    <>
      <Button
        size="large"
        reason={may("supervision-listing.propose") ? undefined : t("notYours")}
        onClick={() => go(`/supervision-listing/overview?propose=area&${given.toString()}`)}
      >
        {t("toListing")}
      </Button>
      <Button
        size="large"
        reason={may("supervision-listing.interview") ? undefined : t("notYours")}
        onClick={() => go(`/supervision-listing/interview/new?${given.toString()}`)}
      >
        {t("toInterview")}
      </Button>
    </>
  );
}

function Owes({ standing: { owes } }: { readonly standing: Standing }) {
  const { organ, person, lead, supports, urged, lastUrgedOn } = owes;
  return (
    <div className="policy-owes">
      <span className="policy-face">
        <Icon name="user" size={18} />
      </span>
      <div className="grow">
        <p>
          {organ?.name ?? t("nobody")}
          {person && (
            <span className="t2">
              {"　"}
              {person.post} {person.name}
            </span>
          )}
        </p>
        <p className="caption t2">
          {lead && (
            <span>
              {t("leads")} {lead.name}
            </span>
          )}
          {supports.length > 0 && (
            <span className="truncate" title={listed(supports.map(({ name }) => name))}>
              {t("supports")} {listed(supports.slice(0, 2).map(({ name }) => name))}
            </span>
          )}
          <span>{urged > 0 ? t("urgedTimes", { n: urged, on: lastUrgedOn ? day(lastUrgedOn, serverNow()) : "—" }) : t("notUrged")}</span>
        </p>
      </div>
    </div>
  );
}
