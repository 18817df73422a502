/** The life-cycle bar of an alarm and what was done to verify it, read from its row and its timeline. Pure. */
import { clock, inTurn } from "../../lib/format.ts";
import type { Detail, Line } from "./model.ts";
import { t } from "./words.ts";

export type Step = {
  readonly key: string;
  readonly label: string;
  readonly state: "done" | "now" | "later";
  readonly at: string | null;
  readonly by: string | null;
  readonly dueAt: string | null;
};

const FIRE = ["reported", "accepted", "verifying", "confirmed", "handling", "closed"] as const;
const OTHER = ["reported", "accepted", "closed"] as const;

/** Whose act brought the case into a state, and when. */
function entered(timeline: readonly Line[], state: string): Line | undefined {
  return timeline.findLast((line) => line.toState === state);
}

export function stepsOf({ head, timeline }: Pick<Detail, "head" | "timeline">): readonly Step[] {
  const keys: readonly string[] = head.kind === "fire" ? FIRE : OTHER;
  const closed = head.closedAt !== null;
  const present = keys.indexOf(head.state === "verifying" && head.kind !== "fire" ? "accepted" : head.state);
  const now = closed ? keys.length : Math.max(0, present === 1 && head.kind === "fire" ? 2 : present);
  return keys.map((key, index) => {
    const line = key === "closed" && closed ? timeline.find((each) => each.toState === head.state) : entered(timeline, key);
    const reached = index <= now && (line !== undefined || key === "reported");
    return {
      key,
      label: closed && key === "closed" ? head.stateLabel : t(`step_${key}` as "step_reported"),
      state: index < now ? (reached || closed ? "done" : "later") : index === now ? "now" : "later",
      at: key === "reported" ? head.openedAt : (line?.at ?? null),
      by: line ? (line.kind === "person" ? line.actorName : t("system")) : key === "reported" ? t("system") : null,
      dueAt: index === now ? head.dueAt : null,
    };
  });
}

export type Verification = { readonly call?: string; readonly video?: string; readonly site?: string };

/** The newest word of each way of looking into it: “14:30:58 没有火情，李文斌”. */
export function verificationOf(timeline: readonly Line[]): Verification {
  const done: Record<string, string> = {};
  for (const line of timeline) {
    const method = line.move === "verify" ? line.given.verifyMethod : undefined;
    if (typeof method !== "string" || method in done) continue;
    done[method] = `${clock(line.at)} ${verifyWords(line)}`;
  }
  return done;
}
/** What was answered: “没有火情，李文斌”. */
export function verifyWords({ given }: Pick<Line, "given">): string {
  const { verifyOutcome, verifyWho, note } = given;
  return inTurn(
    [OUTCOME[String(verifyOutcome)]?.(), verifyWho, note].filter((word): word is string => typeof word === "string" && word !== ""),
  );
}
const OUTCOME: Readonly<Record<string, () => string>> = {
  none: () => t("outcomeNone"),
  fire: () => t("outcomeFire"),
  noAnswer: () => t("outcomeNoAnswer"),
  unclear: () => t("outcomeUnclear"),
  going: () => t("going"),
};
