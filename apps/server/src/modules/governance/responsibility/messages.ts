/** What the module says when it refuses. */
import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "responsibility.done_without_proof": ["填了完成日期，请写完成情况", "A day of completion needs what was done"],
  "responsibility.list_empty": ["清单里还没有事项", "The list has no entry yet"],
  "responsibility.valid_until_past": ["有效期不能早于今天", "It would already have expired"],
  "responsibility.no_targets": ["责任书里还没有目标", "The pledge has no target yet"],
  "responsibility.signs_both_sides": ["签订人不能代表双方", "Nobody signs for both sides"],
  "responsibility.not_the_pledger": ["由签责任书的单位自己签订", "The organ that pledges signs for itself"],
  "responsibility.decided_in_future": ["决定日期还没有到", "The day of decision lies ahead"],
  "responsibility.no_kinds": ["没有写涉及哪些单位类别", "No kind of unit is named"],
  "responsibility.served_in_future": ["支持日期还没有到", "The day of support lies ahead"],
  "responsibility.not_heard": [
    "还没有听取陈述申辩；本人不申辩的，如实写明",
    "The person has not been heard; if he says nothing, write that",
  ],
  "responsibility.judges_itself": ["不能对本机构作出处理，请上级办理", "An organ does not judge itself: let its superior"],
  "responsibility.exempt_by_its_own_move": ["尽职免责请用“尽职免责”办理", "Use the move “exempt”"],
  "responsibility.carry_out_in_past": ["执行期限不能早于今天", "The term lies in the past"],
  "responsibility.bad_period": ["核查期间的起止不对，且不能到今天之后", "The period is not in order, or ends after today"],
  "responsibility.unknown_post": ["这个机构没有这个岗位", "The organ has no such post"],
  "responsibility.few_corners": ["边界至少要三个点", "A polygon needs three corners"],
  "responsibility.no_supervisor": ["监管国有企业要写国资监管机构", "A state-owned group needs who supervises it"],
  "responsibility.unknown_department": ["没有这类部门", "There is no such kind of department"],
  "responsibility.being_determined": ["这家单位正在确定主管部门", "Its department is being determined"],
  "responsibility.no_rural_duty": ["没有还需立任务的农村消防职责", "No rural duty waits for a task"],
  "responsibility.no_organ": ["您没有所属机构，不能代表一方", "You belong to no organ and cannot speak for one"],
  "responsibility.sign_by_past": ["签订期限不能早于今天", "The day to sign by lies in the past"],
  "responsibility.pledged_already": ["{name}今年的责任书已经签过", "{name} has signed this year’s pledge already"],
};
