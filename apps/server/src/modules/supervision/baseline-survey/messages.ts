/** Refusals of the survey in both languages. */
import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "baseline-survey.ends_before": ["结束须晚于开始", "It must end after it begins"],
  "baseline-survey.not_begun": ["还没有开始，不能定底数", "It has not begun; nothing can be settled"],
  "baseline-survey.nothing_found": ["还没有隐患，没有底数可定", "No hazards yet: there is nothing to settle"],
  "baseline-survey.too_many": ["一次最多 {most} 处，请缩小范围", "At most {most} at once; narrow the area"],
  "baseline-survey.not_running": ["这次摸底已结束", "This survey is over"],
  "baseline-survey.nobody_left": ["没有未排查而未派的单位", "Nobody is left who was not visited or sent for"],
};
