/** Refusals of the hazard loop in both languages. */
import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "hazard-loop.found": ["发现隐患", "Found"],
  "hazard-loop.due_in_past": ["整改期限不能早于今天", "The term lies in the past"],
  "hazard-loop.no_unit": ["这处隐患没有单位，请交办给机构", "This hazard belongs to no unit; assign it to an organ"],
  "hazard-loop.name_the_organ": ["请选定整改机构", "Name the organ that mends it"],
  "hazard-loop.reviews_own_work": ["整改是您本人提交的，须由他人复查", "You reported this work yourself; somebody else must review it"],
  "hazard-loop.major_reviewed_above": ["重大火灾隐患由消防救援机构复查", "A major hazard is reviewed by the fire brigade"],
  "hazard-loop.major_ends_by_review": [
    "已集体判定为重大或已挂牌督办，只能经整改复查销号",
    "Determined major or listed: it ends only when mended and reviewed",
  ],
  "hazard-loop.review_photo": ["销号须有现场照片 1 张以上", "Closing needs at least one photo from the place"],
  "hazard-loop.only_minor_on_spot": ["只有轻微隐患可当场改正销号，其余须限期整改后复查", "Only a minor hazard may be closed on the spot"],
  "hazard-loop.major_needs_determination": [
    "重大火灾隐患须先经判定和集体讨论决定",
    "A major hazard is first determined and decided collectively",
  ],
  "hazard-loop.extends_nothing": ["延期后的期限须晚于原期限", "The new term must be later than the old one"],
  "hazard-loop.nobody_responsible": ["这里没有登记监管机构，无法确定责任", "No supervising organ is registered for this place"],
  "hazard-loop.unknown_unit": ["辖区内没有这个单位", "No such unit in your area"],
  "hazard-loop.unknown_building": ["没有这幢建筑", "No such building"],
  "hazard-loop.unknown_campaign": ["没有这项专项整治", "No such campaign"],
  "hazard-loop.own_unit_only": ["只能登记本单位的隐患", "You may register hazards of your own unit only"],
  "hazard-loop.outside_area": ["请选择辖区内的位置", "Choose a place in your area"],
  "hazard-loop.found_in_future": ["发现日期不能晚于今天", "The day it was found lies in the future"],
  "hazard-loop.plan_first": ["久攻难改的隐患先报整改方案，再报整改完毕", "A long-standing hazard is mended to a plan: hand it in first"],
  "hazard-loop.nothing_to_freeze": ["这里没有未销号的隐患可冻结", "No open hazard to freeze here"],
  "hazard-loop.too_many_to_freeze": ["一次最多冻结 {most} 处，请缩小范围", "At most {most} at once; narrow the filter"],
  "hazard-loop.unknown_baseline": ["没有这个基线", "No such baseline"],
  "hazard-loop.id_taken": ["编号已被占用，请重新登记", "This id is taken; register it again"],
};
