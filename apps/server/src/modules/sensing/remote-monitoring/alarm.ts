/**
 * Alarm 警情: 报警 → 接警 → 核警 → 确认火警 → 处置 → 结案, with the other ends 误报、测试、误操作、已恢复、已处理、已并入.
 * GB 50440 (RM-14): the officer phones the control room to verify; a confirmed alarm goes to 119; faults go to the maintainers. JX-4.4.7.
 */
import { defineCase, type Given } from "#platform/case/define.ts";
import { choice, day, integer, moment, person, ref, text } from "#platform/ledger/fields.ts";
import { alarmKinds, causes, conclusions, mayBeFire } from "./domain/kinds.ts";
import { refuseEnd } from "./domain/windows.ts";

export const ALARM = "remote-monitoring.alarm";
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const readOnly = true;
const required = true;
const composed = true;
const by = "remote-monitoring.handle";
const working = ["accepted", "verifying", "confirmed", "handling"] as const;

const isKind = (row: { readonly kind?: unknown }, kinds: readonly string[]): boolean => kinds.some((kind) => kind === row.kind);
const onlyFor = (kinds: readonly string[]) => (row: { readonly kind?: unknown }) =>
  isKind(row, kinds)
    ? undefined
    : { code: "remote-monitoring.not_for_kind", params: { kind: alarmKinds[row.kind as keyof typeof alarmKinds] ?? "" } };

const toSomebody = (given: Given) =>
  typeof given.holderPerson === "string" && UUID.test(given.holderPerson) ? undefined : { code: "remote-monitoring.name_the_next" };

export const alarm = defineCase(ALARM, {
  label: "警情",
  counter: "起",
  title: "number",
  place: "point",
  unit: "unit",
  fields: {
    number: text("编号", { required, readOnly, max: 30, unique: true }),
    kind: choice("类别", alarmKinds, { required, readOnly, indexed: true }),
    was: choice("原类别", alarmKinds, { readOnly }),
    unit: ref("单位", "places.unit", { required, readOnly }),
    unitName: text("单位名称", { required, readOnly, max: 100 }),
    transmitter: ref("联网设备", "facilities.transmitter", { readOnly }),
    address: text("设备地址", { required, readOnly, max: 60, indexed: true }),
    systemType: integer("系统类型码", { readOnly }),
    systemAddress: integer("系统地址", { readOnly }),
    componentType: integer("部件类型码", { readOnly }),
    componentAddress: integer("部件地址", { readOnly }),
    component: ref("部件点位", "facilities.component", { readOnly }),
    building: ref("建筑", "places.building", { readOnly }),
    floor: integer("楼层", { readOnly }),
    zone: text("防火分区", { readOnly, max: 40 }),
    placeWords: text("位置", { composed, required, readOnly, max: 200 }),
    deviceWords: text("部件", { composed, required, readOnly, max: 200 }),
    numbers: text("点位号", { composed, readOnly, max: 400 }),
    what: text("内容", { composed, readOnly, max: 200 }),
    grade: choice("等级", { normal: "一般", raised: "升级" }, { required, readOnly }),
    raisedWhy: text("升级原因", { composed, readOnly, max: 400 }),
    points: integer("点位数", { readOnly }),
    foldedInto: ref("并入", ALARM, { readOnly }),
    occurredAt: moment("设备时间", { readOnly }),
    messageId: text("报文", { readOnly, max: 60 }),
    acceptBy: moment("接警时限"),
    verifyBy: moment("核警时限"),
    acceptedAt: moment("接警时间", { readOnly }),
    acceptedBy: person("接警人", { readOnly }),
    concludedAt: moment("结论时间", { readOnly }),
    confirmedAt: moment("确认时间", { readOnly }),
    verifyMethod: choice("核实方式", { call: "呼叫控制室", video: "看视频", site: "派人现场" }),
    verifyOutcome: choice("核实结果", { fire: "有火情", none: "无火情", noAnswer: "无人接听", unclear: "不明", going: "前往中" }),
    verifyWho: text("答复人", { max: 60 }),
    conclusion: choice("结论", conclusions, { readOnly, indexed: true }),
    cause: choice("原因", causes, { indexed: true }),
    causeNote: text("原因说明", { max: 200 }),
    operatorName: text("误操作人", { max: 40 }),
    testUntil: moment("测试到"),
    repairBy: text("派修", { max: 60 }),
    repairDueOn: day("修复期限"),
  },
  search: ["number", "unitName", "placeWords", "deviceWords", "address"],
  list: {
    columns: ["number", "kind", "unitName", "placeWords", "deviceWords", "area", "openedAt", "state", "conclusion", "cause", "repeats"],
    filters: ["area", "kind", "state", "grade", "conclusion", "cause", "unit", "address"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "处置中", where: { open: true }, sort: "-openedAt" },
    fire: { label: "火警", where: { kind: "fire" }, sort: "-openedAt" },
    real: { label: "真实火警", where: { conclusion: "real" }, sort: "-openedAt" },
    false: { label: "误报", where: { conclusion: "false" }, sort: "-openedAt" },
    fault: { label: "故障未修复", where: { open: true, kind: "fault" }, sort: "-openedAt" },
  },
  sameWhileOpen: ["address", "systemType", "systemAddress", "componentAddress", "kind"],
  states: {
    reported: { label: "报警", due: { field: "acceptBy" } },
    accepted: { label: "接警", due: { field: "verifyBy" } },
    verifying: { label: "核警", due: { field: "verifyBy" } },
    confirmed: { label: "确认火警" },
    handling: { label: "处置" },
    closed: { label: "结案", end: true },
    falseAlarm: { label: "误报", end: true },
    tested: { label: "测试", end: true },
    operationError: { label: "误操作", end: true },
    restored: { label: "已恢复", end: true },
    settled: { label: "已处理", end: true },
    merged: { label: "已并入", end: true },
  },
  start: "reported",
  example: {
    number: "H20260318-014",
    kind: "fire",
    unit: "01997c2e-8f00-7000-8000-000000000001",
    unitName: "柯城商业大厦",
    address: "000128330280",
    systemType: 1,
    systemAddress: 1,
    componentType: 40,
    componentAddress: 196_655,
    floor: 6,
    placeWords: "主楼 6 层 东侧走道",
    deviceWords: "光电感烟探测器",
    numbers: "1 号机 3 回路 47 号",
    what: "火警",
    grade: "normal",
    points: 1,
    verifyMethod: "call",
    verifyOutcome: "none",
    verifyWho: "控制室 余师傅",
    cause: "cooking",
    causeNote: "油烟触发，现场无火",
  },
  moves: {
    accept: {
      label: "接警",
      from: ["reported"],
      to: "accepted",
      by: "remote-monitoring.accept",
      passTo: "self",
      sets: (_, __, { actor, now }) => ({ acceptedAt: now.toISOString(), acceptedBy: actor?.userId ?? null }),
    },
    verify: {
      label: "核实",
      from: ["accepted", "verifying"],
      to: "verifying",
      by,
      holder: true,
      asks: ["verifyMethod"],
      takes: ["verifyOutcome", "verifyWho"],
      note: "optional",
    },
    confirm: {
      label: "确认火警",
      from: ["accepted", "verifying"],
      to: "confirmed",
      by,
      holder: true,
      note: "optional",
      refuse: onlyFor(mayBeFire),
      sets: (_, __, { now }) => ({ conclusion: "real", concludedAt: now.toISOString(), confirmedAt: now.toISOString() }),
    },
    falseAlarm: {
      label: "误报",
      from: ["accepted", "verifying"],
      to: "falseAlarm",
      by,
      holder: true,
      asks: ["cause"],
      takes: ["causeNote"],
      note: "optional",
      sets: (_, __, { now }) => ({ conclusion: "false", concludedAt: now.toISOString() }),
    },
    test: {
      label: "测试",
      from: ["accepted", "verifying"],
      to: "tested",
      by,
      holder: true,
      takes: ["testUntil", "causeNote"],
      note: "optional",
      sets: (_, __, { now }) => ({ conclusion: "test", cause: "maintenance", concludedAt: now.toISOString() }),
      refuse: (_, given, { now }) => (typeof given.testUntil === "string" ? refuseEnd(given.testUntil, now.toISOString(), now) : undefined),
    },
    operation: {
      label: "误操作",
      from: ["accepted", "verifying"],
      to: "operationError",
      by,
      holder: true,
      asks: ["operatorName"],
      takes: ["causeNote"],
      note: "optional",
      sets: (_, __, { now }) => ({ conclusion: "operation", cause: "operation", concludedAt: now.toISOString() }),
    },
    handle: { label: "处置", from: ["confirmed", "handling"], to: "handling", by, holder: true, note: "required" },
    close: {
      label: "结案",
      from: ["confirmed", "handling"],
      to: "closed",
      by,
      holder: true,
      asks: ["cause"],
      takes: ["causeNote"],
      note: "optional",
    },
    repair: {
      label: "派修",
      from: ["accepted", "verifying"],
      to: "same",
      by,
      holder: true,
      asks: ["repairBy"],
      takes: ["repairDueOn"],
      note: "optional",
      refuse: onlyFor(["fault", "offline", "shield", "supervision"]),
    },
    settle: {
      label: "办结",
      from: ["accepted", "verifying"],
      to: "settled",
      by,
      holder: true,
      asks: ["cause"],
      takes: ["causeNote"],
      note: "optional",
      refuse: onlyFor(["supervision", "linkage", "fault", "shield", "offline"]),
      sets: (_, __, { now }) => ({ conclusion: "settled", concludedAt: now.toISOString() }),
    },
    handOver: {
      label: "移交他人",
      from: working,
      to: "same",
      by,
      holder: true,
      passTo: "given",
      note: "optional",
      refuse: (_, given) => toSomebody(given),
    },
    takeOver: { label: "接手", from: working, to: "same", by: "remote-monitoring.lead", passTo: "self", note: "required" },
    askFor: { label: "请求移交", from: working, to: "same", by, note: "optional" },
    note: { label: "备注", from: ["reported", ...working], to: "same", by, note: "required" },
    // The machine's own moves; nobody is granted them.
    restore: {
      label: "恢复",
      from: ["reported", "accepted", "verifying"],
      to: "restored",
      by: "remote-monitoring.machine",
      refuse: onlyFor(["supervision", "linkage", "fault", "shield", "offline"]),
      sets: (_, __, { now }) => ({ conclusion: "restored", concludedAt: now.toISOString() }),
    },
    merge: {
      label: "并入",
      from: ["reported"],
      to: "merged",
      by: "remote-monitoring.machine",
      sets: (_, given, { now }) => ({
        conclusion: "merged",
        cause: "other",
        causeNote: "同一控制器大量信号，并入一起警情",
        foldedInto: given.into,
        concludedAt: now.toISOString(),
      }),
    },
  },
});

/** The moves of a case whose events matter to the duty screens. */
export const alarmMoves = Object.keys(alarm.moves);
