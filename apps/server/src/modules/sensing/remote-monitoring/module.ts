/** 远程监控: alarms from connected devices, the duty seat, and the devices' own health. JX-4.4.7. */
import { sql } from "kysely";
import { asWorker } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import { pushLive } from "#platform/live.ts";
import { defineModule } from "#platform/module.ts";
import type { Services } from "#platform/services.ts";
import { adoptRegistered, claimDevice } from "./adopt.ts";
import { alarm } from "./alarm.ts";
import { showAlarm } from "./alarm-detail.ts";
import { checkDuty, sendDeviceCommand, sendWaiting, showCommand } from "./commands.ts";
import { dial, phoned119 } from "./contacts.ts";
import { showCoverage } from "./coverage.ts";
import { seedDemoHistory } from "./demo-seed.ts";
import {
  deviceSummary,
  listMessages,
  listNuisance,
  listRollouts,
  showDevice,
  showMessage,
  showUnreadable,
  showUnregistered,
} from "./devices.ts";
import { showBoard } from "./duty-board.ts";
import { english } from "./english.ts";
import { endForwards, forwardDue, forwardOnConfirm } from "./forward-119.ts";
import { gatewayHere } from "./gateway-port.ts";
import { tellMoves, windowAfterTest } from "./hear-moves.ts";
import { tables, views } from "./ledgers.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { dropOldMessages } from "./old-messages.ts";
import { changeLimits, showLimits } from "./settings.ts";
import { handOverShift, showPresence, showShift, startShift, takeOverShift } from "./shifts.ts";
import { pulse, tick } from "./tick.ts";
import { answerFromUnit, showUnitDesk } from "./unit-desk.ts";
import { showWall } from "./wall.ts";
import { listBusyUnits } from "./wall-units.ts";
import { endWindow, openWindow } from "./windows.ts";

const handling = ["accept", "handle", "seat", "settings", "command", "window", "claim"].map((right) => `remote-monitoring.${right}`);

export const remoteMonitoring = defineModule({
  name: "remote-monitoring",
  label: "远程监控",
  english,
  ledgers: [...tables, ...views],
  cases: [alarm],
  measures,
  topics: {
    "fire.alarm": "火警有变，立即推：`DutyQueueRow`，另有 `why`",
    alarm: "其他警情有变，成批推：内容同上",
    device: "设备上下线、命令答复、待登记 `{what, …}`",
    duty: "班次、屏蔽与测试、查岗 `{what, …}`",
    gateway: "网关是否在存",
  },
  messages,
  routes: [
    showBoard,
    showAlarm,
    dial,
    phoned119,
    openWindow,
    endWindow,
    startShift,
    showShift,
    handOverShift,
    takeOverShift,
    showPresence,
    checkDuty,
    sendDeviceCommand,
    showCommand,
    showLimits,
    changeLimits,
    deviceSummary,
    showUnregistered,
    claimDevice,
    showUnreadable,
    listNuisance,
    listRollouts,
    showDevice,
    listMessages,
    showMessage,
    showUnitDesk,
    answerFromUnit,
    showCoverage,
    showWall,
    listBusyUnits,
  ],
  seed: async (tx, services, { demo, report }) => {
    if (demo) await seedDemoHistory(tx, services, report);
  },
  permissions: {
    "remote-monitoring.accept": "接警",
    "remote-monitoring.handle": "核警与处置",
    "remote-monitoring.lead": "带班（接手、改派）",
    "remote-monitoring.machine": "系统自动办理",
    "remote-monitoring.seat": "值守台",
    "remote-monitoring.command": "下发命令与查岗",
    "remote-monitoring.window": "屏蔽与测试时段",
    "remote-monitoring.claim": "认领设备",
    "remote-monitoring.settings": "查看值守设置",
    "remote-monitoring.configure": "值守设置",
    "remote-monitoring.own": "本单位设备与警情",
  },
  grants: {
    "duty-officer": ["remote-monitoring.*.read", ...handling],
    "duty-leader": [
      "remote-monitoring.*.read",
      "remote-monitoring.*.export",
      ...handling,
      "remote-monitoring.lead",
      "remote-monitoring.configure",
    ],
    dispatcher: ["remote-monitoring.*.read", "remote-monitoring.seat", "remote-monitoring.settings"],
    inspector: ["remote-monitoring.*.read", "remote-monitoring.*.export"],
    leader: ["remote-monitoring.*.read"],
    "system-admin": ["remote-monitoring.settings", "remote-monitoring.configure"],
    "unit-manager": [
      ...["alarm", "window", "duty-answer", "device", "point"].map((ledger) => `remote-monitoring.${ledger}.read`),
      "remote-monitoring.own",
    ],
    "unit-duty": [...["alarm", "device", "point"].map((ledger) => `remote-monitoring.${ledger}.read`), "remote-monitoring.own"],
  },
  handlers: [tellMoves, windowAfterTest, forwardOnConfirm],
  jobs: [dropOldMessages, keepHouse()],
  menu: [
    { parent: "sensing", key: "duty", label: "值守台", path: "/duty", permission: "remote-monitoring.seat" },
    { parent: "statistics", key: "wall", label: "驾驶舱", path: "/wall", permission: "remote-monitoring.access-target.read" },
    {
      parent: "statistics",
      key: "monitoring",
      label: "远程监控统计",
      path: "/statistics/monitoring",
      permission: "remote-monitoring.access-target.read",
    },
    { parent: "sensing", key: "devices", label: "设备接入", path: "/sensing/devices", permission: "remote-monitoring.device.read" },
    { parent: "sensing", key: "alarms", label: "警情", path: "/remote-monitoring/alarm", permission: "remote-monitoring.alarm.read" },
    {
      parent: "sensing",
      key: "duty-answers",
      label: "查岗",
      path: "/remote-monitoring/duty-answer",
      permission: "remote-monitoring.duty-answer.read",
    },
    {
      parent: "sensing",
      key: "windows",
      label: "屏蔽与测试",
      path: "/remote-monitoring/window",
      permission: "remote-monitoring.window.read",
    },
    { parent: "sensing", key: "shifts", label: "班次日志", path: "/remote-monitoring/shift", permission: "remote-monitoring.shift.read" },
    {
      parent: "sensing",
      key: "access",
      label: "应接入对象",
      path: "/remote-monitoring/access-target",
      permission: "remote-monitoring.access-target.read",
    },
    { parent: "sensing", key: "duty-settings", label: "值守设置", path: "/system/rules", permission: "remote-monitoring.seat" },
    { parent: "system", key: "rules", label: "规则", path: "/system/rules", permission: "remote-monitoring.configure" },
  ],
  start,
});

/** Partitions ahead, old minutes away. */
function keepHouse(): Job {
  return {
    name: "remote-monitoring.keep-house",
    cron: "17 3 * * *",
    run: (_, services) =>
      asWorker(services.db, async (tx) => {
        await sql`select remote_monitoring.make_reading_months(${services.clock.today()}::date, 2)`.execute(tx);
        await sql`delete from remote_monitoring.minute_count where minute < ${new Date(services.clock.now().getTime() - 2 * 86_400_000).toISOString()}`.execute(
          tx,
        );
      }),
  };
}

const TICK_MS = 1_000;
const PULSE_MS = 5_000;
const ADOPT_MS = 10_000;
const RATE_MS = 5_000;

/** Repeats work without overlapping itself; a failure is logged and the next turn tries again. */
function every(ms: number, services: Services, what: string, work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = work()
      .catch((error: unknown) => services.log.warn({ err: error, what }, "remote-monitoring"))
      .finally(() => {
        busy = false;
      });
  }, ms);
  return async () => {
    clearInterval(timer);
    await running;
  };
}

async function start(services: Services): Promise<() => Promise<void>> {
  const stops: (() => Promise<void>)[] = [];
  if (services.config.roles.has("worker")) {
    stops.push(every(TICK_MS, services, "tick", () => tick(services)));
    stops.push(every(ADOPT_MS, services, "adopt", () => asWorker(services.db, (tx) => adoptRegistered(tx, services))));
    stops.push(every(TICK_MS, services, "forward", () => forwardDue(services)));
    stops.push(() => endForwards(services));
    stops.push(every(RATE_MS, services, "rate", () => tellRate(services)));
  }
  if (services.config.roles.has("gateway")) {
    const name = `gateway-${process.pid}`;
    stops.push(
      every(PULSE_MS, services, "pulse", async () => (gatewayHere()?.status().storing === false ? undefined : pulse(services, name))),
    );
    const send = () => sendWaiting(services).catch((error: unknown) => services.log.warn({ err: error }, "commands"));
    services.live.onEvent(() => void send());
    stops.push(every(TICK_MS, services, "commands", send));
  }
  return async () => {
    for (const stop of stops) await stop();
  };
}

/** The head line of open seats, without asking again. */
const tellRate = (services: Services): Promise<void> =>
  asWorker(services.db, async (tx) => {
    const now = services.clock.now().getTime();
    const { rows } = await sql<{ messages: number | null; at: string | null; online: number; total: number }>`select
        (select messages from remote_monitoring.minute_count where minute = ${new Date(Math.floor(now / 60_000) * 60_000 - 60_000).toISOString()}) as messages,
        (select max(at) from remote_monitoring.gateway_pulse) as at,
        (select count(*)::int from remote_monitoring.device_state where online) as online,
        (select count(*)::int from facilities.v_device where in_use) as total`.execute(tx);
    const row = rows[0];
    await pushLive(tx, {
      topic: "gateway",
      area: null,
      permission: "remote-monitoring.seat",
      data: { messagesPerMinute: row?.messages ?? 0, gatewayAt: row?.at ?? null, online: row?.online ?? 0, total: row?.total ?? 0 },
    });
  });
