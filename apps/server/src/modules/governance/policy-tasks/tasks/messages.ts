/** What tasks say when they refuse. */
import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "policy-tasks.task_due_in_past": ["期限不能早于今天", "The day is in the past"],
  "policy-tasks.task_extends_nothing": ["新期限没有比原期限晚", "The new day is not later than the old one"],
  "policy-tasks.task_children_open": ["下发的任务还有 {n} 份没有办结", "{n} of the tasks passed down are still open"],
  "policy-tasks.task_lead_elsewhere": [
    "改派只能在同一地区；另派给其他地区请撤销后重新交办",
    "Reassign within the same area; for another area withdraw it and give it anew",
  ],
  "policy-tasks.task_declined": ["已退回，等交办单位改派", "It was declined: who gave it reassigns it"],
  "policy-tasks.task_not_declined": ["没有退回的任务不用改派", "It was not declined"],
  "policy-tasks.task_of_other": ["只有交办单位能撤销", "Only who gave the task may withdraw it"],
  "policy-tasks.task_no_organ": ["您的账号没有所属机构", "Your account has no organ"],
  "policy-tasks.task_unknown_organ": ["没有这个机构", "No such organ"],
  "policy-tasks.task_outside_area": ["{organ}不在您的辖区，不能交办", "{organ} lies outside your area"],
  "policy-tasks.task_not_yours": ["任务不在您单位手上，不能分解", "Your organ does not hold this task"],
  "policy-tasks.task_child_later": ["下发任务的期限不能晚于原任务 {dueOn}", "What is passed down is due no later than {dueOn}"],
  "policy-tasks.stage_tasks_open": ["本阶段还有 {n} 项任务没有办结", "{n} tasks of this stage are still open"],
  "policy-tasks.stage_closed": ["这个阶段已经完成", "This stage is closed"],
  "policy-tasks.unknown_finding": ["没有这个调研问题，或不在您的辖区", "No such finding in your area"],
  "policy-tasks.ends_before": ["结束早于开始", "It ends before it begins"],
  "policy-tasks.pilot_not_evaluated": ["评估结论要有评估意见和评估日期", "A conclusion needs its evaluation and day"],
  "policy-tasks.practice_not_reviewed": ["推荐要有评审意见和推荐日期", "To recommend it, give the review and the day"],
};
