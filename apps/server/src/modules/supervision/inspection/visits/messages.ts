/** What is said to people with a phone in the hand: what happened, and the way out. */
import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "inspection.bad_piece": ["这一件填写有误：{field} {problem}", "This piece is wrong: {field} {problem}"],
  "inspection.piece_differs": [
    "同一编号已收过另一份内容，请重新保存后再传",
    "Another content came under the same id: save again and send anew",
  ],
  "inspection.visit_unknown": ["检查记录还没到，稍后自动再传", "The visit has not arrived yet; it will be sent again"],
  "inspection.task_of_others": [
    "检查照收；所选任务不是派给您或您单位的，不因此办结",
    "The visit is in; the task named was not given to you or your organ and stays open",
  ],
  "inspection.visit_exists": ["这份检查已由别人开始，请另开一份", "This visit was begun by somebody else: begin another"],
  "inspection.visit_finished": ["检查已结束，不能再改；有误请另做一次复查", "The visit is finished; make a re-check if something is wrong"],
  "inspection.signed_already": ["检查已结束，签字已收，不能再换", "The visit is finished and signed; the signature stays"],
  "inspection.unknown_unit": ["没有这家单位，或不在您的辖区", "No such unit, or outside your area"],
  "inspection.unknown_list_version": [
    "没有检查表 {list} 第 {version} 版，请更新资料后再开始",
    "No check list {list} version {version}: refresh, then begin",
  ],
  "inspection.unknown_item": ["检查表里没有 {item} 这一项", "The check list has no item {item}"],
  "inspection.no_signature": ["没有签字，也没有写拒签理由", "Neither a signature nor a reason for refusing"],
  "inspection.not_exempt": ["有一般以上问题，不适用首违不罚，未记", "Not all items are minor: the first-violation exemption was not noted"],
  "inspection.hazard_stays": [
    "已改为合格；先前生成的隐患还在，如有误请到隐患里办不属实",
    "Changed; the hazard raised before stays: mark it untrue if it was a mistake",
  ],
  "inspection.hazard_repeated": ["这处隐患已在办，计第 {n} 次", "This hazard is open already, count {n}"],
  "inspection.answers_differ": [
    "同日另有人查过，结论不同；两份都保留，等人裁定",
    "Somebody else found otherwise the same day; both are kept for a person to decide",
  ],
  "inspection.undecided": ["还有 {n} 项没有裁定", "{n} items are undecided"],
  "inspection.not_of_this_day": ["所选记录不是这家当天的检查", "The chosen record is not of this place and day"],
  "inspection.own_conflict": ["其中一份是您自己查的，请由别人裁定", "One of these records is yours: somebody else must decide"],
  "inspection.not_answered_there": ["所选记录没有查 {item} 这一项", "The chosen record has no answer to {item}"],
  "inspection.unknown_code": ["没有这个单位码，请核对后重输", "No unit has this code: check and type it again"],
  "inspection.unknown_photo": ["没有这张照片，或不在您的辖区", "No such photo, or outside your area"],
  "inspection.photo_before_record": [
    "照片所属的记录还没到，稍后自动再传",
    "The record of this photo has not arrived; it will be sent again",
  ],
  "inspection.photo_too_large": [
    "照片 {size} MB，超过 {limit} MB：请在相机里降低分辨率后重拍",
    "The photo has {size} MB, more than {limit} MB: take it again at a lower resolution",
  ],
  "inspection.photo_too_much": ["送来的比说明的多，请从头再传", "More bytes than stated: begin again"],
  "inspection.photo_busy": ["这张照片正在传", "This photo is being sent"],
  "inspection.photo_other_place": ["已收下 {receivedBytes} 字节，请从此处接着传", "{receivedBytes} bytes are here: go on from there"],
  "inspection.photo_damaged": ["照片在路上损坏，已清掉，请从头再传", "The photo was damaged on its way and is begun anew"],
  "inspection.photo_not_jpeg": ["展示图须为 JPG", "The shown copy must be a JPEG"],
  "inspection.photo_too_many_pixels": ["照片 {width} × {height} 像素，过大，不收", "{width} × {height} pixels are too many"],
};
