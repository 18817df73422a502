/** What the determination of major hazards adds to the module. */
import type { MessageTable } from "#platform/messages.ts";
import type { Module } from "#platform/module.ts";
import { seedDemoDeterminations } from "./demo-seed.ts";
import { determination } from "./determination.ts";
import { determinationEnglish } from "./english.ts";
import { gradeHazard } from "./grade-hazard.ts";
import { beginDetermination, checkDetermination, showReasons, showRules } from "./routes.ts";

const messages: MessageTable = {
  "hazard-loop.evidence_first": ["讨论前须有现场影像或文书", "Evidence from the site comes first"],
  "hazard-loop.three_discuss": [
    "集体讨论至少 {least} 人表明意见，现有 {present} 人",
    "At least {least} must give an opinion, {present} did",
  ],
  "hazard-loop.seven_experts": ["专家论证至少 {least} 人，现有 {present} 人", "At least {least} experts, there are {present}"],
  "hazard-loop.experts_disagree": ["专家意见未达三分之二，请再次论证或退回核对", "No two thirds of the experts agree"],
  "hazard-loop.experts_say_not": ["三分之二以上专家认为不构成", "Two thirds of the experts say it is not major"],
  "hazard-loop.experts_say_major": ["三分之二以上专家认为构成重大", "Two thirds of the experts say it is major"],
  "hazard-loop.rules_say_not_major": [
    "所填要素不构成重大火灾隐患，请先退回核对",
    "By what was entered it is not major: send it back first",
  ],
  "hazard-loop.rules_say_major": ["所填要素已构成重大火灾隐患，请先退回核对", "By what was entered it is major: send it back first"],
  "hazard-loop.inspected_in_future": ["检查日期不能晚于今天", "The day of inspection lies ahead"],
  "hazard-loop.not_to_be_determined": ["隐患已报整改或已销号，不再判定", "Mended or closed: not to be determined"],
  "hazard-loop.is_major_already": ["已认定为重大火灾隐患", "It is a major hazard already"],
  "hazard-loop.determined_too_late": [
    "{number} 判定为重大时，隐患已报整改或已销号，等级未改",
    "Decided by {number} when it was mended or closed already: the grade stays",
  ],
};
const reading = "hazard-loop.determination.read";
const grants: Readonly<Record<string, readonly string[]>> = {
  inspector: [reading, "hazard-loop.determination.export", "hazard-loop.determine"],
  "committee-office": [reading],
  leader: [reading, "hazard-loop.decide-major"],
  "street-clerk": [reading],
  department: [reading],
};

/** The module with its determination: lists one after another, tables one over another, grants role by role. */
export const withDetermination = (own: Module): Module => ({
  ...own,
  cases: [...(own.cases ?? []), determination],
  routes: [...(own.routes ?? []), showRules, checkDetermination, beginDetermination, showReasons],
  handlers: [...(own.handlers ?? []), gradeHazard],
  messages: { ...own.messages, ...messages },
  english: {
    words: { ...own.english?.words, ...determinationEnglish.words },
    sentences: { ...own.english?.sentences, ...determinationEnglish.sentences },
  },
  permissions: { ...own.permissions, "hazard-loop.determine": "重大火灾隐患判定", "hazard-loop.decide-major": "决定重大火灾隐患" },
  grants: Object.fromEntries(
    [...new Set([...Object.keys(own.grants ?? {}), ...Object.keys(grants)])].map((role) => [
      role,
      [...(own.grants?.[role] ?? []), ...(grants[role] ?? [])],
    ]),
  ),
  menu: [
    ...(own.menu ?? []),
    { parent: "hazard", key: "determination", label: "重大隐患判定", path: "/hazard-loop/determination", permission: reading },
  ],
  seed: async (tx, services, options) => {
    await own.seed?.(tx, services, options);
    if (options.demo) await seedDemoDeterminations(tx, services, options.report);
  },
});
