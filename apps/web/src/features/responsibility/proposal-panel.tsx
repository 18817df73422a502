/** What a proposal rests on: every row opens. */
import type { PanelProps } from "../../app/panels.ts";
import { day } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { t } from "./words.ts";
import "./responsibility.css";

type Fact = { readonly what: string; readonly on: string | null; readonly words: string | null; readonly href: string | null };

export default function ProposalEvidence({ row }: PanelProps) {
  const facts = Array.isArray(row.evidence) ? (row.evidence as readonly Fact[]) : [];
  if (facts.length === 0) return <StateBlock kind="empty" title={t("noEvidence")} />;
  return (
    <ul className="duty-list">
      {facts.map((fact) => (
        <li key={`${fact.href} ${fact.what} ${fact.words}`}>
          <span className="small t2 num">{fact.on ? day(fact.on) : ""}</span>
          <span className="grow duty-two">
            {fact.href ? (
              <Go className="link" href={fact.href}>
                {fact.what}
              </Go>
            ) : (
              <span>{fact.what}</span>
            )}
            <span className="small t2">{fact.words}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
