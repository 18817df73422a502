import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "policy-tasks.unknown_period": ["没有这样的期间：{period}", "No such period: {period}"],
  "policy-tasks.unknown_clause": ["没有条款 {id}，或不在您的职责内", "No clause {id}, or none of yours"],
  "policy-tasks.unknown_standing": ["没有这一项，或不在您的辖区内", "No such item, or not in your area"],
  "policy-tasks.unknown_waiver": ["没有这份免除申请", "No such request for a waiver"],
  "policy-tasks.frozen": ["{year} 年已冻结，不再变化", "{year} is frozen and changes no more"],
  "policy-tasks.nothing_to_urge": ["这一项没有需要催办的", "There is nothing to urge here"],
  "policy-tasks.urged_today": ["今天已催办过", "It was urged today already"],
  "policy-tasks.answered": ["已答复过", "It was answered already"],
  "policy-tasks.computed": [
    "这一项由平台自取，不收手工填报；数不对请改台账",
    "The platform takes this figure itself; if it is wrong, correct the records",
  ],
  "policy-tasks.file_wanted": ["请附上材料：只写说明不能算完成", "Attach the document: a note alone does not meet this duty"],
  "policy-tasks.not_owing": ["由应办单位或其上级填报", "Only the organ that owes it, or one above, enters this"],
  "policy-tasks.not_above": ["免除由应办单位的上级审批", "A waiver is decided above the organ that owes"],
  "policy-tasks.value_wanted": ["请填数值", "A figure is needed"],
  "policy-tasks.day_ahead": ["日期不能晚于今天", "The day may not lie ahead"],
  "policy-tasks.day_past": ["期限不能早于今天", "The day may not be past"],
  "policy-tasks.waiver_waits": ["已有一份申请待批", "A request is waiting already"],
  "policy-tasks.waiver_decided": ["这份申请已批过", "This request was decided already"],
  "policy-tasks.target_fixed": ["这一项的目标由文件写明，不能另设", "The document itself gives this target"],
  "policy-tasks.own_waiver": ["不能批自己的申请", "Nobody decides his own request"],
};
