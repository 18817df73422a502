/** What the module says when it refuses. */
import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "supervision-listing.due_in_past": ["期限须在今天之后", "The term must lie ahead"],
  "supervision-listing.extends_nothing": ["新期限没有比原期限晚", "The new term is not later than the old one"],
  "supervision-listing.no_more_extensions": ["最多延期 {most} 次，已经用完", "At most {most} extensions, all used"],
  "supervision-listing.town_by_fires": ["重点镇街按火灾下降率年度考评摘牌", "A town is delisted by the yearly fall of its fires"],
  "supervision-listing.only_towns": ["只有重点镇街按火灾下降率考评", "Only towns are assessed by their fires"],
  "supervision-listing.say_why_late": ["已逾期，请写明逾期原因", "Overdue: say why"],
  "supervision-listing.hazard_still_open": ["隐患还没有复查销号，不能摘牌", "The hazard is not closed yet"],
  "supervision-listing.passes_own_submission": [
    "销案是您本人申请的，须由他人复查",
    "You submitted this yourself; somebody else must review it",
  ],
  "supervision-listing.city_only": [
    "这些限值全市一套，只能由市级修改",
    "One set of limits for the whole city: only its own offices change them",
  ],
  "supervision-listing.against_proposal": ["考评建议续挂；仍要摘牌请写说明", "The assessment proposes to keep it; to delist, say why"],
  "supervision-listing.unknown_target": ["没有这个挂牌对象，或不在您的辖区", "No such target in your area"],
  "supervision-listing.hazard_closed": ["这处隐患已经销号", "This hazard is closed"],
  "supervision-listing.hazard_not_major": [
    "不是重大火灾隐患：先办判定，或按单位挂牌",
    "Not a major hazard: determine it first, or list the unit",
  ],
  "supervision-listing.not_a_town": ["不是乡镇、街道", "Not a town"],
  "supervision-listing.not_a_government": [
    "挂牌机构须是人民政府、管委会或消安委",
    "Only a government, management committee or committee lists",
  ],
  "supervision-listing.outside_government": ["对象不在这个政府的辖区", "The target lies outside that government's area"],
  "supervision-listing.unknown_batch": ["没有这个批次", "No such batch"],
  "supervision-listing.fires_missing": [
    "缺 {years} 年火灾起数，请先登记并注明来源",
    "Fires of {years} are missing: enter them with their source",
  ],
  "supervision-listing.no_decline_target": ["{year} 年的销号标准还没有设定", "No target has been set for {year}"],
  "supervision-listing.rolls_yearly": ["{year} 年的挂牌还在当年，不能滚动", "A listing of {year} cannot be rolled over yet"],
  "supervision-listing.more_fatal_than_fires": ["亡人火灾不能多于火灾起数", "More fatal fires than fires"],
  "supervision-listing.every_attendee_pledges": ["每个约谈对象都要有参加人和承诺", "Everybody at the table needs a name and a pledge"],
  "supervision-listing.held_in_future": ["约谈日期不能晚于今天", "The day of the interview lies ahead"],
  "supervision-listing.not_improved": ["未见改进：请再次约谈或继续跟踪", "Not improved: interview again or keep following"],
  "supervision-listing.group_of_one": ["集中约谈至少两个对象", "A group interview has at least two"],
  "supervision-listing.no_organ": ["您的账号没有所属机构", "Your account has no organ"],
  "supervision-listing.personal_data": ["公示内容含个人信息“{found}”，请隐去", "The notice holds personal data “{found}”: take it out"],
  "supervision-listing.bad_span": ["公示时段不对", "Wrong span of the notice"],
  "supervision-listing.rule_not_met": [
    "规则没有命中：须逾期 {days} 天以上，或一年内反复 {repeats} 次",
    "The rule is not met: overdue beyond {days} days, or {repeats} times in a year",
  ],
};
