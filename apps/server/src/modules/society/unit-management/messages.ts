/** Refusals of this module, in both languages. */
import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "unit-management.no_unit": ["账号没有对应的单位", "This account belongs to no unit"],
  "unit-management.bad_clock": ["时间应写作 09:30", "Write the time as 09:30"],
  "unit-management.bad_outline": [
    "每行一点，经度在前，至少三点，如 118.871,28.953",
    "One point a line, longitude first, at least three: 118.871,28.953",
  ],
  "unit-management.ends_before_start": ["结束早于开始", "The end is before the start"],
  "unit-management.more_than_expected": ["参加人数多于应到人数", "More took part than were expected"],
  "unit-management.unknown_list": ["没有这份自查表，请重新打开再查", "There is no such list; open it again"],
  "unit-management.bad_check_day": [
    "自查日期应在今天和 {days} 天前之间",
    "The day of the check must lie between today and {days} days ago",
  ],
  "unit-management.unanswered": ["还没有作答：{items}", "Not answered yet: {items}"],
  "unit-management.unknown_item": ["自查表里没有这一项：{item}", "The list has no such item: {item}"],
  "unit-management.photo_missing": ["缺照片：{items}", "A photo is missing: {items}"],
  "unit-management.unknown_photo": ["照片没有传上来，请重新上传", "A photo has not arrived; upload it again"],
  "unit-management.bad_patrol_time": [
    "巡查时间应在现在和 {hours} 小时前之间",
    "The time of the patrol must lie between now and {hours} hours ago",
  ],
  "unit-management.unknown_point": ["本单位没有这个巡查点，或已停用", "This unit has no such patrol point, or it is out of use"],
  "unit-management.no_place": ["请扫码或写明地点", "Scan a code or write the place"],
  "unit-management.problem_without_words": ["有问题请写明是什么", "Write what the problem is"],
  "unit-management.bad_until": ["有效期应在明天到 {days} 天之内", "It must end between tomorrow and {days} days from now"],
  "unit-management.major_open": ["有 {count} 处重大隐患未销号，不能承诺", "{count} major hazards are open; no commitment can be made"],
  "unit-management.check_first": ["三个月内没有自查，请先自查", "No self-check in three months; check first"],
  "unit-management.assess_first": ["一年内没有自主评估，请先评估", "No risk assessment within a year; assess first"],
  "unit-management.no_page": ["没有这个公示页，可能已撤下或到期", "There is no such page; it was withdrawn or has ended"],
  "unit-management.unknown_rule": ["没有规则 {id}", "There is no rule {id}"],
  "unit-management.rule_of_law": [
    "“{title}”有法定来源，不能停用或放宽",
    "“{title}” rests on the law and cannot be switched off or loosened",
  ],
  "unit-management.above_weight": ["得分高于分值：{items}", "More points than the weight: {items}"],
  "unit-management.already_assessed": ["已有一份在核定中，请等部门核定或先撤回", "One is being verified; wait for it or withdraw it"],
  "unit-management.no_such_hazard": ["没有这起本单位的隐患", "This unit has no such hazard"],
  "unit-management.hazard_closed": ["这起隐患已经销号", "This hazard is closed"],
  "unit-management.already_applied": ["这起隐患已经申请过", "An application for this hazard exists"],
  "unit-management.more_than_asked": ["核定金额多于申请金额", "More is approved than was asked"],
  "unit-management.bad_fix_day": ["完工日期应在申请之后、今天之前", "The works ended after the application and not later than today"],
  "unit-management.not_a_member": ["不是这个联防组织的成员", "Not a member of this group"],
  "unit-management.checks_itself": ["互查的应是另一家单位", "A cross-check is of another unit"],
  "unit-management.in_future": ["日期不能晚于今天", "The day cannot be after today"],
};
