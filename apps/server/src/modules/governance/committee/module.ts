/** 消安委: committees at every level, their meetings from topic to done task, reports upward and matters to be coordinated. SH-1.9, PT-2.2.3, JX-1.1, QZ-2.1, QZ-3.3 */
import { defineModule } from "#platform/module.ts";
import { committee, member } from "./committee.ts";
import { dropAgenda, holdMeeting, notifyMembers, saveAgenda, saveAttendance, startMeeting } from "./convene.ts";
import { countMembers } from "./count-members.ts";
import { owedMeetings, yearlyReports } from "./daily.ts";
import { seedDemo } from "./demo-seed.ts";
import { english } from "./english.ts";
import { followUp, taskForce } from "./follow.ts";
import { noteCarriedOut } from "./hear.ts";
import { askCosign, issueMinutes } from "./issue.ts";
import { matter } from "./matter.ts";
import { measures } from "./measures.ts";
import { meeting } from "./meeting.ts";
import { messages } from "./messages.ts";
import { saveMinutes } from "./minutes.ts";
import { minutesFile } from "./minutes-file.ts";
import { agenda, attendee, resolution } from "./of-meeting.ts";
import { showCommittees, showFeedback } from "./overview.ts";
import { report } from "./report.ts";
import { showMeeting } from "./show.ts";

const module = "committee";
const all = ["committee", "member", "meeting", "agenda", "attendee", "resolution", "report", "matter", "task-force", "follow-up"] as const;
const reading = all.map((name) => `${module}.${name}.read`);
const exporting = all.map((name) => `${module}.${name}.export`);
const acting = ["committee.convene", "committee.issue", "committee.report", "committee.coordinate"];
const raising = ["committee.report.write", "committee.matter.write", "committee.follow-up.write", "committee.task-force.write"];

export const committeeModule = defineModule({
  name: module,
  label: "消安委",
  menuAs: "消安委",
  english,
  ledgers: [committee, member, agenda, attendee, resolution, taskForce, followUp],
  cases: [meeting, report, matter],
  measures,
  messages,
  routes: [
    showCommittees,
    showFeedback,
    startMeeting,
    showMeeting,
    saveAgenda,
    dropAgenda,
    notifyMembers,
    saveAttendance,
    holdMeeting,
    saveMinutes,
    askCosign,
    issueMinutes,
  ],
  raw: () => [minutesFile],
  handlers: [noteCarriedOut, countMembers],
  jobs: [yearlyReports, owedMeetings],
  permissions: {
    "committee.convene": "筹备会议、起草纪要",
    "committee.issue": "签发纪要",
    "committee.report": "报送专题报告",
    "committee.receive": "签收、批示专题报告",
    "committee.coordinate": "办理协调事项",
    "committee.machine": "系统自动办理会议",
  },
  grants: {
    "committee-office": [
      ...reading,
      ...exporting,
      ...acting,
      ...raising,
      "committee.receive",
      "committee.committee.write",
      "committee.committee.import",
      "committee.member.write",
      "committee.member.import",
    ],
    leader: [...reading, ...exporting, "committee.issue", "committee.report", "committee.receive", "committee.coordinate", ...raising],
    inspector: [...reading, ...acting, ...raising, "committee.committee.write", "committee.member.write"],
    "street-clerk": [...reading, ...acting, ...raising, "committee.receive", "committee.committee.write", "committee.member.write"],
    department: [
      ...reading,
      "committee.report",
      "committee.receive",
      "committee.coordinate",
      "committee.report.write",
      "committee.matter.write",
    ],
    readonly: reading,
  },
  menu: [
    { parent: "policy", key: "committee", label: "消安委", path: "/committee/overview", permission: "committee.committee.read" },
    { parent: "policy", key: "meeting", label: "会议", path: "/committee/meeting", permission: "committee.meeting.read" },
    { parent: "policy", key: "resolution", label: "议定事项", path: "/committee/resolution", permission: "committee.resolution.read" },
    { parent: "policy", key: "report", label: "专题报告", path: "/committee/report", permission: "committee.report.read" },
    { parent: "policy", key: "matter", label: "协调事项", path: "/committee/matter", permission: "committee.matter.read" },
    { parent: "policy", key: "follow-up", label: "督导跟进", path: "/committee/follow-up", permission: "committee.follow-up.read" },
  ],
  seed: async (tx, services, { demo, report: tell }) => {
    if (demo) await seedDemo(tx, services, tell);
  },
});
