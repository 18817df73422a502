/** 追责建议: four situations, each with the measure it suggests; who had one within a year is suggested the next. A person decides. PT-2.2.4.8 */
export const triggers = {
  grave: "问题严重",
  fire: "发生有影响火灾",
  lapse: "限时整改不落实",
  failed: "考核不合格",
} as const;
export type Trigger = keyof typeof triggers;
export const sanctions = { criticism: "通报批评", interview: "警示约谈", accountability: "追责问责" } as const;
type SanctionKind = keyof typeof sanctions;

const order: readonly SanctionKind[] = ["criticism", "interview", "accountability"];
/** Our default; the document names the situations and the measures, not which goes with which. */
const first: Readonly<Record<Trigger, SanctionKind>> = { grave: "criticism", lapse: "criticism", failed: "interview", fire: "interview" };

/** @param before how many were decided against the same organ in the year before */
export const proposedFor = (trigger: Trigger, before: number): SanctionKind =>
  order[Math.min(order.length - 1, order.indexOf(first[trigger]) + Math.max(0, before))] ?? "accountability";
