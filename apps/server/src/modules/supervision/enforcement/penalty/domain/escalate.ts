/** Which step follows for a hazard that was not rectified: order, then penalty, then sealing. SH-3.2 */
export const steps = { order: "责令限期改正", penalty: "行政处罚", seal: "临时查封", stop: "停产停业", listing: "挂牌督办" } as const;
export type Step = keyof typeof steps;

export type Unrectified = { readonly grade: string | null; readonly returns: number; readonly extensions: number };

/** A major hazard threatens the public: sealing is looked at first. A second failure, or a term once prolonged, is no case for another order. */
export function nextStep({ grade, returns, extensions }: Unrectified): { readonly step: Step; readonly why: string } {
  if (grade === "major") return { step: "seal", why: "重大隐患逾期未改" };
  if (returns > 0) return { step: "penalty", why: `复查不合格 ${returns} 次` };
  if (extensions > 0) return { step: "penalty", why: `延期 ${extensions} 次后仍未改` };
  return { step: grade === "minor" ? "order" : "penalty", why: "整改期限已过" };
}
