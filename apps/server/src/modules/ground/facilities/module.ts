import { defineModule } from "#platform/module.ts";
import { component } from "./component.ts";
import { controlRoom } from "./control-room.ts";
import { seedDemoFacilities } from "./demo-seed.ts";
import { english } from "./english.ts";
import { facility } from "./facility.ts";
import { markNetworked } from "./mark-networked.ts";
import { measures } from "./measures.ts";
import { feeComplaint, funding, operator, operatorMonth } from "./operator.ts";
import { rollout } from "./rollout.ts";
import { transmitter } from "./transmitter.ts";

export const ledgers = [facility, component, controlRoom, rollout, operator, operatorMonth, funding, feeComplaint, transmitter] as const;

export const facilities = defineModule({
  name: "facilities",
  label: "消防设施与联网设备",
  english,
  ledgers,
  measures,
  handlers: [markNetworked],
  formats: {
    deviceAddress: (value) => (/^([0-9a-f]{12}|[a-z][a-z0-9]*:[\w.:-]{1,50})$/i.test(value) ? null : { code: "facilities.bad_address" }),
  },
  grants: {
    "duty-officer": ["facilities.*.read", "facilities.transmitter.write", "facilities.component.write", "facilities.component.import"],
    "duty-leader": ["facilities.*.read", "facilities.*.write", "facilities.*.import", "facilities.*.export"],
    dispatcher: ["facilities.*.read"],
    inspector: ["facilities.*.read", "facilities.facility.write", "facilities.control-room.write", "facilities.*.export"],
    leader: ["facilities.*.read"],
    "unit-manager": [
      "facilities.facility.read",
      "facilities.facility.write",
      "facilities.component.read",
      "facilities.control-room.read",
      "facilities.control-room.write",
      "facilities.transmitter.read",
    ],
  },
  seed: async (tx, services, { demo, report }) => {
    if (demo) await seedDemoFacilities(tx, services, report);
  },
  messages: {
    "facilities.bad_address": [
      "设备地址应为 12 位十六进制，或“协议:编号”",
      "A device address is 12 hexadecimal digits, or protocol:number",
    ],
    "facilities.fee_must_be_zero": ["单位免费接入，收费只能为 0 元", "Units are connected free of charge: the fee must be 0"],
    "facilities.entrusted_without_contract": ["委托第三方运营须登记合同编号", "An entrusted operator needs a contract number"],
  },
  menu: [
    {
      parent: "places",
      key: "facilities",
      label: "消防设施",
      path: "/facilities/facility",
      permission: "facilities.facility.read",
    },
    {
      parent: "places",
      key: "transmitters",
      label: "联网设备",
      path: "/facilities/transmitter",
      permission: "facilities.transmitter.read",
    },
    {
      parent: "places",
      key: "components",
      label: "部件点位",
      path: "/facilities/component",
      permission: "facilities.component.read",
    },
    { parent: "sensing", key: "rollouts", label: "推广批次", path: "/facilities/rollout", permission: "facilities.rollout.read" },
    {
      parent: "sensing",
      key: "operators",
      label: "运营单位",
      path: "/facilities/operator",
      permission: "facilities.operator.read",
    },
  ],
});
