/** What the module says when it refuses. */
import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "committee.ends_before": ["届满早于成立", "The term ends before it begins"],
  "committee.no_organ": ["您的账号没有所属机构", "Your account has no organ"],
  "committee.unknown_committee": ["没有这个消安委，或不在您的辖区", "No such committee in your area"],
  "committee.not_its_office": ["{name}的会议由其办公室办理，您的单位不能代办", "Meetings of {name} are run by its own office"],
  "committee.not_in_state": ["会议在“{state}”，现在不能办", "Not while the meeting is “{state}”"],
  "committee.no_agenda": ["还没有议题", "There is no topic yet"],
  "committee.begins_in_past": [
    "会议时间已过，不能再发通知；已经开过的请直接登记召开",
    "The meeting's time has passed: record it as held instead",
  ],
  "committee.held_in_future": ["召开日期不能晚于今天", "The day of the meeting lies ahead"],
  "committee.say_deputy": ["代会要写代会人", "Say who stands in"],
  "committee.say_reason": ["请假要写事由", "Say why leave is taken"],
  "committee.unknown_figure": ["没有这个指标，或地区不在您的辖区", "No such figure in your area"],
  "committee.unknown_organ": ["没有这个单位", "No such organ"],
  "committee.bad_mark": ["标记不在纪要文字里，或互相重叠", "A mark lies outside the text or over another"],
  "committee.held_back_tasks": ["{n} 项任务缺承办单位、责任人或期限，不能签发", "{n} tasks lack an organ, a person or a day"],
  "committee.held_back_sentences": [
    "{n} 句像是交办还没有处理：成任务、成决定或不用",
    "{n} sentences look like assignments: make them tasks, decisions, or set them aside",
  ],
  "committee.held_back_silent": ["{n} 个议题还没有纪要", "{n} topics have no minutes yet"],
  "committee.held_back_refused": ["{organs} 不同意会签，请修改后再请会签", "{organs} did not co-sign: change it and ask again"],
  "committee.unsigned": ["{organs} 还没有会签；仍要签发请确认", "{organs} have not co-signed yet: confirm to issue all the same"],
  "committee.falls_to_nobody": ["“{title}”没有落到任何单位", "“{title}” falls to nobody"],
  "committee.tasks_open": ["会议任务还有 {n} 项没有办结", "{n} tasks of this meeting are still open"],
  "committee.report_empty": ["报告内容还是空的", "The report is empty"],
  "committee.report_to_nobody": ["没有上级单位，请写明报送给谁", "Nobody above: say whom it goes to"],
  "committee.submission_needs_number": ["同意出台文件的要写印发文号", "Agreed: give the number of the document issued"],
  "committee.due_in_past": ["期限不能早于今天", "The day is in the past"],
  "committee.own_matter": [
    "提出的单位不能自己答复；提请上级的由上级答复",
    "Who raised it does not answer it; what was handed up is answered above",
  ],
  "committee.nobody_above": ["上面没有消安委可以提请", "There is no committee above"],
};
