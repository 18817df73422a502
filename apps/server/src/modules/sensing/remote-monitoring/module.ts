/** 远程监控: alarms from connected devices, the duty seat, and the devices' own health. JX-4.4.7. */
import { defineModule } from "#platform/module.ts";
import { alarm } from "./alarm.ts";
import { tables, views } from "./ledgers.ts";
import { messages } from "./messages.ts";

export const remoteMonitoring = defineModule({
  name: "remote-monitoring",
  label: "远程监控",
  ledgers: [...tables, ...views],
  cases: [alarm],
  messages,
  permissions: {
    "remote-monitoring.accept": "接警",
    "remote-monitoring.handle": "核警与处置",
    "remote-monitoring.lead": "带班（接手、改派、设置时限）",
    "remote-monitoring.machine": "系统自动办理",
    "remote-monitoring.seat": "值守台",
    "remote-monitoring.command": "下发命令与查岗",
    "remote-monitoring.window": "屏蔽与测试时段",
    "remote-monitoring.claim": "认领设备",
    "remote-monitoring.configure": "值守设置",
    "remote-monitoring.own": "本单位设备与警情",
  },
  grants: {
    "duty-officer": [
      "remote-monitoring.*.read",
      "remote-monitoring.accept",
      "remote-monitoring.handle",
      "remote-monitoring.seat",
      "remote-monitoring.command",
      "remote-monitoring.window",
      "remote-monitoring.claim",
    ],
    "duty-leader": [
      "remote-monitoring.*.read",
      "remote-monitoring.*.export",
      "remote-monitoring.accept",
      "remote-monitoring.handle",
      "remote-monitoring.lead",
      "remote-monitoring.seat",
      "remote-monitoring.command",
      "remote-monitoring.window",
      "remote-monitoring.claim",
      "remote-monitoring.configure",
    ],
    dispatcher: ["remote-monitoring.*.read", "remote-monitoring.seat"],
    inspector: ["remote-monitoring.*.read", "remote-monitoring.*.export"],
    leader: ["remote-monitoring.*.read"],
    "unit-manager": [
      "remote-monitoring.alarm.read",
      "remote-monitoring.window.read",
      "remote-monitoring.duty-answer.read",
      "remote-monitoring.device.read",
      "remote-monitoring.point.read",
      "remote-monitoring.own",
    ],
  },
});
