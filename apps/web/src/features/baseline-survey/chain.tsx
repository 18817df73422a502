/** Each item with what has become of it: 摸底 → 督办 → 执法 → 曝光 → 销号, every step a way to its own case. */
import type { SurveyChainItem, Takes } from "@suiren/api-client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { day, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Button, Segments } from "../../ui/button.tsx";
import { StateDot, Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import type { Chosen, Whole } from "./survey.tsx";
import { t } from "./words.ts";

type Step = NonNullable<Takes<"GET", "/baseline-survey/surveys/{id}/chain">["step"]>;
const STEPS = ["none", "listed", "enforced", "exposed", "open", "closed"] as const satisfies readonly Step[];
type Props = { readonly whole: Whole; readonly chosen: Chosen; readonly onChoose: (chosen: Chosen) => void };

export function Chain({ whole: { survey, totals }, chosen, onChoose }: Props) {
  const [step, setStep] = useState<Step | "all">("all");
  const { id } = survey;
  const asked = {
    ...(chosen.area === null ? {} : { area: chosen.area }),
    ...(chosen.type ? { type: chosen.type } : {}),
    ...(step === "all" ? {} : { step }),
  };
  const found = useInfiniteQuery({
    queryKey: ["ledger", "baseline-survey/item", "chain", id, survey.state, asked],
    queryFn: ({ pageParam }) =>
      api.get("/baseline-survey/surveys/{id}/chain", { id, ...asked, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: "",
    getNextPageParam: (last) => (last.more ? last.items.at(-1)?.number : undefined),
  });
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Panel title={t("chain")} aside={t("chainHint")} flush>
      <div className="survey-bar">
        <Segments
          label={t("state")}
          items={[
            { key: "all" as const, label: `${t("all")} ${number(totals.items)}` },
            ...STEPS.map((key) => ({ key, label: `${t(`step_${key}`)} ${number(totals[key])}` })),
          ]}
          value={step}
          onChange={setStep}
        />
        {(chosen.area !== null || chosen.type) && (
          <Button size="small" icon="x" onClick={() => onChoose({ area: null, areaName: "", type: null })}>
            {[chosen.areaName, chosen.type ? t(chosen.type) : ""].filter(Boolean).join(" ")}
          </Button>
        )}
      </div>
      {found.error ? (
        <Trouble error={found.error} what={t("chain")} onRetry={() => void found.refetch()} />
      ) : !found.data ? (
        <Loading rows={6} />
      ) : items.length === 0 ? (
        <StateBlock kind="empty" title={t("nothingHere")} />
      ) : (
        <div className="survey-wide">
          <table className="survey-table survey-chain">
            <thead>
              <tr>
                {(["item", "stepSurvey", "stepListing", "stepEnforcement", "stepExposure", "stepClosed"] as const).map((key) => (
                  <th key={key} scope="col">
                    {t(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <Line key={item.hazard} item={item} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {found.hasNextPage && (
        <div className="survey-bar">
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("more")}
          </Button>
        </div>
      )}
    </Panel>
  );
}

type Act = SurveyChainItem["acts"][number];
const Step = ({ acts }: { readonly acts: readonly Act[] }) =>
  acts.length === 0 ? (
    <span className="t3">—</span>
  ) : (
    acts.map((act) => (
      <span key={act.id} className="small nowrap">
        <Go className="link" href={`/${act.name.replace(".", "/")}?open=${act.id}`}>
          {act.label}
        </Go>{" "}
        <span className="t2">{act.on ? day(act.on) : ""}</span>
      </span>
    ))
  );

function Line({ item }: { readonly item: SurveyChainItem }) {
  const { hazard, number: no, what, type, areaName, unitName, foundOn, listing, acts, exposure, closedOn } = item;
  return (
    <tr>
      <td>
        {what}
        <span className="small t2">
          <Tag>{t(type)}</Tag> {[unitName, areaName].filter(Boolean).join("　")}
        </span>
      </td>
      <td className="nowrap">
        <Go className="link num" href={`/hazard-loop/hazard/${hazard}`}>
          {no}
        </Go>
        <span className="small t2">{day(foundOn)}</span>
      </td>
      <td>
        <Step acts={listing ? [listing] : []} />
      </td>
      <td>
        <Step acts={acts} />
      </td>
      <td>
        <Step acts={exposure ? [exposure] : []} />
      </td>
      <td className="nowrap">
        {closedOn ? <StateDot meaning="met">{day(closedOn)}</StateDot> : <span className="t3">{t("step_open")}</span>}
      </td>
    </tr>
  );
}
