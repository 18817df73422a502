import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "policy-tasks.unknown_pack": ["没有施行过政策包 {pack}", "No pack {pack} has been in force"],
  "policy-tasks.record_there": ["本地已据这份文件建了行动", "There is a programme of this document here already"],
  "policy-tasks.nothing_to_carry": ["{year} 年没有推进中的重点任务", "No key task of {year} is still under way"],
  "policy-tasks.key_task_not_told": ["完成的要写完成日期和完成情况", "What is done says when and how"],
  "policy-tasks.no_government": ["本地没有登记人民政府，不能建行动", "No government is registered here"],
};
