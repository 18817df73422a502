/** 单位与建筑: the register everything else points to. */

import { defineModule } from "#platform/module.ts";
import { building } from "./building.ts";
import { contact } from "./contact.ts";
import { areasOfUnits, demoCityOf, demoRows, insertDemo } from "./demo-seed.ts";
import { creditCodeProblem } from "./domain/credit-code-format.ts";
import { dutyPost } from "./duty-post.ts";
import { english } from "./english.ts";
import { unit } from "./unit.ts";
import { venue } from "./venue.ts";

export const places = defineModule({
  name: "places",
  label: "单位与建筑",
  english,
  ledgers: [unit, building, venue, contact, dutyPost],
  grants: {
    "duty-officer": ["places.*.read", "places.contact.reveal", "places.unit.reveal"],
    "duty-leader": ["places.*.read", "places.contact.reveal", "places.unit.reveal", "places.*.export"],
    dispatcher: ["places.*.read", "places.contact.reveal"],
    inspector: ["places.*.read", "places.*.write", "places.*.import", "places.*.export", "places.contact.reveal", "places.unit.reveal"],
    "committee-office": ["places.unit.read", "places.building.read", "places.unit.export"],
    leader: ["places.unit.read", "places.building.read", "places.venue.read"],
    department: ["places.unit.read", "places.building.read", "places.venue.read"],
    "street-clerk": ["places.*.read", "places.*.write", "places.*.remove", "places.*.import", "places.*.export", "places.contact.reveal"],
    "grid-member": ["places.unit.read", "places.building.read", "places.venue.read"],
    "unit-manager": ["places.*.read", "places.unit.write", "places.contact.write", "places.contact.reveal"],
    "unit-duty": ["places.*.read"],
    readonly: ["places.unit.read", "places.building.read"],
  },
  menu: [
    { parent: "places", key: "unit", label: "单位", path: "/places/unit", permission: "places.unit.read" },
    { parent: "places", key: "building", label: "建筑", path: "/places/building", permission: "places.building.read" },
    { parent: "places", key: "venue", label: "场所", path: "/places/venue", permission: "places.venue.read" },
    { parent: "places", key: "contact", label: "联系人", path: "/places/contact", permission: "places.contact.read" },
    { parent: "places", key: "duty-post", label: "值班岗位", path: "/places/duty-post", permission: "places.duty-post.read" },
  ],
  formats: { creditCode: creditCodeProblem },
  async seed(tx, services, { demo, report }) {
    if (!demo) return;
    const city = await demoCityOf(services);
    const areas = areasOfUnits(city);
    const buildings = city.buildings.map((each) => ({
      ...each,
      plans: each.plans.map(({ floor, name, plan }) => ({ floor, name, plan: JSON.stringify(plan) })),
    }));
    await insertDemo(tx, services, unit, demoRows(city.units, []));
    await insertDemo(tx, services, building, demoRows(buildings, ["unit"]));
    await insertDemo(tx, services, contact, demoRows(city.contacts, ["unit"], areas));
    await insertDemo(tx, services, dutyPost, demoRows(city.dutyPosts, ["unit"], areas));
    report(`单位 ${city.units.length} 家，建筑 ${buildings.length} 幢（演示数据）`);
  },
  messages: {
    "places.decided_without_reason": ["人工认定须写理由", "A decided grade needs its reason"],
    "places.bad_credit_code": ["校验位不对，应为 {expected}", "Wrong check character, should be {expected}"],
    "places.bad_credit_code_form": ["统一社会信用代码应为 18 位，不含 I O S V Z", "A credit code has 18 characters without I O S V Z"],
  },
});
