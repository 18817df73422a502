/** Sentences of this module: refusals and timeline lines. */
import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "remote-monitoring.not_for_kind": ["{kind}警情不能这样办", "Not possible for this kind of alarm"],
  "remote-monitoring.name_the_next": ["请选择移交给谁", "Name who takes over"],
  "remote-monitoring.window_in_past": ["结束时间已过", "The end lies in the past"],
  "remote-monitoring.window_too_long": ["时段最长 {days} 天，请分次办理", "A window lasts {days} days at most"],
  "remote-monitoring.window_ended": ["该时段已结束", "This window has ended"],
  "remote-monitoring.repeated": ["{device} 再次报警，计第 {repeats} 次", "{device} reported again, count {repeats}"],
  "remote-monitoring.joined": ["{device} 报警（{place}），并入本起", "{device} reported at {place}, joined"],
  "remote-monitoring.folded": ["大量{kind}信号合并列出，现 {points} 个点位", "Storm folded, {points} points"],
  "remote-monitoring.unit_offline": ["{device} 也离线，共 {points} 台", "{device} offline too, {points} in all"],
  "remote-monitoring.raised": ["升级：{why}", "Raised: {why}"],
  "remote-monitoring.restored": ["{device} {kind}已恢复", "{device} restored"],
  "remote-monitoring.operated": ["{what}", "{what}"],
};
