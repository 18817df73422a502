/** Why an area cannot change, in the words of who asks. */
import type { MessageTable } from "#platform/messages.ts";

export const adjustmentMessages: MessageTable = {
  "organizations.adjust_refused": ["这次调整有 {count} 处不能办", "{count} reasons against this change"],
  "organizations.adjust_lacks_areas": ["请选要调整的辖区", "Choose the area to change"],
  "organizations.adjust_lacks_name": ["请填新名称", "Give the new name"],
  "organizations.adjust_lacks_parent": ["请选上级辖区", "Choose the area above"],
  "organizations.adjust_lacks_into": [
    "请选并入哪个辖区，或填新辖区的名称和上级",
    "Choose what they merge into, or name a new area and the one above it",
  ],
  "organizations.adjust_nothing": ["没有选要并入的辖区", "No area to merge was chosen"],
  "organizations.adjust_unknown": ["没有辖区 {key}", "There is no area {key}"],
  "organizations.adjust_outside": ["{name}不在您的辖区内", "{name} is outside your area"],
  "organizations.adjust_ended": ["{name}已于 {on} 撤销，不能再调整", "{name} ended on {on} and cannot change any more"],
  "organizations.adjust_before_its_time": [
    "{name}自 {on} 起才有，生效日不能更早",
    "{name} exists from {on}; the change cannot hold earlier",
  ],
  "organizations.adjust_root": [
    "{name}是本系统的辖区或其上级，不能在这里调整",
    "{name} is the ground of this installation and cannot change here",
  ],
  "organizations.adjust_itself": ["{name}不能并入或划入它自己", "{name} cannot go into itself"],
  "organizations.adjust_cycle": ["{parent}在{name}之内，不能成为它的上级", "{parent} lies inside {name} and cannot be above it"],
  "organizations.adjust_other_level": ["{name}与{than}的层级对不上", "{name} is of the wrong level beside {than}"],
  "organizations.adjust_same_parent": ["{name}已经属于{parent}", "{name} belongs to {parent} already"],
  "organizations.adjust_same_name": ["名称没有变：{name}", "The name is the same: {name}"],
  "organizations.adjust_name_taken": ["同一上级下已有“{name}”", "There is a {name} there already"],
  "organizations.adjust_no_level_below": ["{name}下面不能再设辖区", "No area can be set up below {name}"],
  "organizations.adjust_bad_code": [
    "代码 {code} 应为 {digits} 位，并在{parent}的代码之下",
    "Code {code} should have {digits} digits and lie below that of {parent}",
  ],
  "organizations.adjust_code_taken": [
    "代码 {code} 已用于{name}，用过的代码不再启用",
    "Code {code} is that of {name}; a code is never used again",
  ],
  "organizations.adjust_no_key": ["{parent}之下的编号已经用完", "The places below {parent} are used up"],
  "organizations.unknown_adjustment": ["没有这次调整，或不在您的辖区内", "No such change in your area"],
  "organizations.adjust_not_prepared": ["已经确认、执行或撤回", "It was confirmed, carried out or withdrawn already"],
  "organizations.adjust_approves_own": [
    "拟订人不能确认自己的调整，请另一名管理员确认",
    "Who prepared a change cannot confirm it: another administrator must",
  ],
  "organizations.adjust_begun": [
    "已经开始执行，不能撤回；可以另拟一次调整改回来",
    "It has begun and cannot be withdrawn; another change may undo it",
  ],
};
