import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "inspection.same_person_twice": ["主查与协查不能是同一人", "Lead and second inspector are the same person"],
  "inspection.done_in_future": ["检查日期不能晚于今天", "The day of the check is in the future"],
  "inspection.due_in_past": ["截止不能早于今天", "The day to check by is in the past"],
  "inspection.purpose_not_permitted": ["{role}不能做{purpose}", "{role} may not do: {purpose}"],
  "inspection.not_given_to_you": ["这项检查没有派给您，也没有派给您的单位", "This check was given neither to you nor to your organ"],
  "inspection.unknown_checklist": ["没有这张检查表：{list}", "No such check list: {list}"],
  "inspection.unknown_person": ["没有这位检查人员，或不在辖区", "No such inspector in your area"],
  "inspection.nothing_to_merge": [
    "要合并的任务须为同一单位、尚未检查的两项以上",
    "Merging needs two or more tasks of one unit, none begun",
  ],
  "inspection.plan_ends_before": ["截止不能早于开始", "The plan ends before it begins"],
  "inspection.too_few_to_sample": [
    "近期查完的只有 {finished} 次，少于要抽的 {count} 次",
    "Only {finished} checks were finished lately, fewer than {count}",
  ],
  "inspection.not_finished": ["原检查还没有查完", "The original check is not finished"],
  "inspection.quality_recorded": ["这次检查已登记过复核结果", "The re-check of this check is already recorded"],
  "inspection.own_check": ["不能复核自己做的检查", "Nobody reviews his own check"],
};
