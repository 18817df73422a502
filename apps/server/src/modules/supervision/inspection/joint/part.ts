/** 联合检查: objects and one check list for a joint action, and what follows from its findings. PT-2.2.3.5 */
import type { Part } from "../part.ts";
import { followByDeduction, followByHazard, followByLetter, followByPenalty } from "./act.ts";
import { addJointObjects, chooseJointList } from "./arrange.ts";
import { seedJointCheck } from "./demo-seed.ts";
import { jointDeductions, jointFollow } from "./follow.ts";
import { showJointCheck } from "./show.ts";

const reading = ["inspection.joint-follow.read", "inspection.joint-follow.export"];

export const jointPart: Part = {
  ledgers: [jointFollow],
  measures: [jointDeductions],
  routes: [showJointCheck, chooseJointList, addJointObjects, followByHazard, followByPenalty, followByLetter, followByDeduction],
  english: {
    words: {
      "joint-follow": "What followed",
      "joint-follow/counter": "steps",
      联合执法行动: "Joint action",
      联合检查记录: "Joint finding",
      火灾隐患: "Fire hazard",
      处置: "Step",
      立案整改: "Hazard opened",
      立案处罚: "Penalty case",
      督办函: "Urging letter",
      考核扣分: "Points off",
      事由: "Matter",
      受文或被扣分单位: "Addressed to",
      扣分: "Points",
      分: "points",
      日期: "Day",
      经办人: "By",
      生成: "Made",
      生成编号: "Made id",
      联合检查扣分: "Points off by joint checks",
    },
  },
  messages: {
    "inspection.joint_over": ["行动已结束，不能再调整", "The action is over"],
    "inspection.joint_not_begun": ["行动开始后才能处置发现", "Findings are followed up once the action has begun"],
    "inspection.not_of_this_check": ["这条发现不属于这次联合检查", "This finding is not of this joint check"],
    "inspection.name_the_finding": ["请指明是哪条发现", "Say which finding it is about"],
    "inspection.is_a_hazard_already": ["已是在办隐患，不必再立案", "It is a hazard already"],
    "inspection.unknown_offence": ["没有这种违法行为", "No such offence"],
    "inspection.organ_outside": ["请选择辖区内的单位", "Choose an organ in your area"],
    "inspection.deducted_already": ["这条发现已对该单位扣过分", "Points were taken off for this finding already"],
  },
  grants: {
    inspector: reading,
    "committee-office": reading,
    "street-clerk": reading,
    department: reading,
    leader: reading,
    readonly: ["inspection.joint-follow.read"],
  },
  async seedWithPeople(tx, services, { demo, report }) {
    if (demo) await seedJointCheck(tx, services, report);
  },
};
