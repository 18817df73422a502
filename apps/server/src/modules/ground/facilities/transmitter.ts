/** 联网设备: whatever speaks to the centre by itself: 用户信息传输装置, gateways and sensors of the six kinds. TY-2.6.1.1, PT-2.3.1.3. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, integer, ref, text } from "#platform/ledger/fields.ts";
import { deviceKinds, techniqueOf, techniques } from "./codes.ts";
import { operator } from "./operator.ts";
import { rollout } from "./rollout.ts";

export const DEFAULT_HEARTBEAT_SECONDS = 60;

export const transmitter = defineLedger("facilities.transmitter", {
  label: "联网设备",
  counter: "台",
  title: "name",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required: true }),
    building: ref("建筑", "places.building"),
    name: text("设备名称", { required: true, max: 60 }),
    address: text("设备地址", { required: true, max: 60, unique: true, format: "deviceAddress", help: "12 位十六进制，按报文中的次序" }),
    kind: choice("类别", deviceKinds, { required: true, indexed: true }),
    technique: choice("技防手段", techniques, { readOnly: true, indexed: true }),
    profile: text("协议方言", { max: 60 }),
    model: text("型号", { max: 60 }),
    firmware: text("固件", { max: 40 }),
    installedOn: day("安装日期"),
    heartbeatSeconds: integer("心跳间隔", { unit: "s", min: 5, max: 86_400 }),
    rollout: ref("推广批次", rollout),
    operator: ref("运营单位", operator),
    state: choice("状况", { inUse: "在用", suspended: "停用", removed: "拆除" }, { required: true, indexed: true }),
    fee: decimal("向单位收费", { unit: "元/年", min: 0, max: 1_000_000, help: "单位免费接入，只能为 0" }),
  },
  search: ["name", "address", "model"],
  list: {
    columns: ["name", "address", "unit", "kind", "model", "firmware", "installedOn", "rollout", "state", "area"],
    filters: ["area", "kind", "technique", "state", "rollout", "operator"],
  },
  views: {
    inUse: { label: "在用", where: { state: "inUse" } },
    remote: { label: "远程监控", where: { technique: "remote" } },
    iot: { label: "物联网", where: { technique: ["early", "water"] } },
    electrical: { label: "电气火灾", where: { technique: "power" } },
  },
  derive: (row) => ({
    fee: row.fee ?? 0,
    ...(row.address ? { address: row.address.toLowerCase() } : {}),
    ...(row.kind ? { technique: techniqueOf[row.kind] } : {}),
  }),
  // TY-2.6.1.3: units are connected free of charge; a fee entry is rejected
  check: (row) => ((row.fee ?? 0) > 0 ? [{ field: "fee", code: "facilities.fee_must_be_zero", params: { fee: row.fee } }] : []),
});
