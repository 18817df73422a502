import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "policy-tasks.own_proposal": ["不能审定自己提的建议，由他人审定", "Nobody decides on a proposal of his own"],
  "policy-tasks.template_without_variant": ["至少写一种做法", "Give at least one variant"],
  "policy-tasks.unknown_variant": ["模板里没有做法“{variant}”", "The template has no variant {variant}"],
  "policy-tasks.use_not_judged": ["评估成效要写采用后的情况和评估日期", "An effect needs what came of it and the day"],
};
