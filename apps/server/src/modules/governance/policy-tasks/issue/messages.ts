import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "policy-tasks.meeting_after_issue": ["会议日期不能晚于印发日期", "The meeting cannot be after the issue"],
  "policy-tasks.reply_before_issue": ["分解期限不能早于印发日期", "The term cannot be before the issue"],
  "policy-tasks.nothing_assigned": [
    "还没有分解任务；没有任务可分的，选“无需分解”并写明理由",
    "No task was handed on yet; say why if there is none",
  ],
  "policy-tasks.recalled_by_sender": ["由印发单位收回", "Only the sender recalls it"],
  "policy-tasks.receipt_not_yours": ["先由收文单位签收，再分解", "The addressee receives it first, then hands on its tasks"],
};
