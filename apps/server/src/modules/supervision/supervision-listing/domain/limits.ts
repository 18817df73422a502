/** Limits of listing an office may change. None of the five documents gives a number: they are product defaults, marked unconfirmed. */
import { z } from "zod";

export const SETTING = "supervision-listing.limits";
export const limitsSchema = z.object({
  exposeOverdueDays: z.number().int().min(1).max(3_650),
  exposeRepeats: z.number().int().min(2).max(50),
  extensionsMost: z.number().int().min(0).max(10),
  interviewEveryDays: z.number().int().min(7).max(730),
  laggardOverduePercent: z.number().min(1).max(100),
  laggardOverdueLeast: z.number().int().min(1).max(1_000),
  batchNoticeMonth: z.number().int().min(1).max(12),
});
export type Limits = z.output<typeof limitsSchema>;
export const defaultLimits: Limits = {
  exposeOverdueDays: 30,
  exposeRepeats: 3,
  extensionsMost: 1,
  interviewEveryDays: 90,
  laggardOverduePercent: 20,
  laggardOverdueLeast: 3,
  batchNoticeMonth: 10,
};
/** What each limit answers, for the settings page. Sources are in the policies' own words; the numbers are ours until an office sets its own. */
export const limitLabels: Readonly<Record<keyof Limits, string>> = {
  exposeOverdueDays: "久拖不改：隐患逾期天数",
  exposeRepeats: "屡督不改：一年内反复次数",
  extensionsMost: "挂牌延期次数上限",
  interviewEveryDays: "重点镇街约谈间隔天数",
  laggardOverduePercent: "落实不到位：隐患逾期占比（%）",
  laggardOverdueLeast: "落实不到位：逾期隐患至少",
  batchNoticeMonth: "年度批次：几月起提醒还没有公布的政府",
};

export function limitsOf(settings: ReadonlyMap<string, unknown>): Limits {
  const changed = limitsSchema.partial().safeParse(settings.get(SETTING) ?? {});
  return {
    ...defaultLimits,
    ...(changed.success ? Object.fromEntries(Object.entries(changed.data).filter(([, value]) => value !== undefined)) : {}),
  };
}
