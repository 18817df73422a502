/** Whom to call and who keeps watch, for units of the demonstration city. */
import { personName } from "./names.ts";
import type { DemoBuilding, DemoContact, DemoControlRoom, DemoDutyPost, DemoUnit } from "./types.ts";
import type { Scene } from "./units.ts";

/** Manager and responsible person of every unit; the control room first and the maintainer last where there is one. */
export function contactsOf(unit: DemoUnit, { random, phones }: Scene): DemoContact[] {
  type Entry = Pick<DemoContact, "role" | "post" | "name"> & Partial<Pick<DemoContact, "phone" | "officePhone" | "certificate">>;
  const room: Entry[] = unit.dutyPhone
    ? ["消防控制室 当班", "消防控制室"].map((post) => ({
        role: "controlRoom",
        post,
        name: personName(random),
        officePhone: unit.dutyPhone,
        certificate: random.pick(["中级证", "中级证", "初级证"]),
      }))
    : [];
  const guard: Entry[] = unit.networked ? [{ role: "security", post: "保安队长", name: personName(random), phone: phones.mobile() }] : [];
  const maintainer: Entry[] =
    unit.networked && unit.maintenancePhone
      ? [{ role: "maintenance", post: "维保 24 小时值班", name: "维保值班", officePhone: unit.maintenancePhone }]
      : [];
  const entries: Entry[] = [
    ...room,
    { role: "manager", post: "消防安全管理人", name: unit.manager, phone: unit.managerPhone },
    { role: "responsible", post: "消防安全责任人", name: unit.responsible, phone: unit.responsiblePhone },
    ...guard,
    ...maintainer,
  ];
  return entries.map((entry, i) => ({
    key: `${unit.key}-contact-${i + 1}`,
    demo: true,
    unit: unit.key,
    phone: null,
    officePhone: null,
    certificate: null,
    ...entry,
    callOrder: i + 1,
  }));
}

/** GB 25506: a control room is manned day and night by two; one in eight has only one, which is what a check should find. */
export function controlRoomOf(unit: DemoUnit, building: DemoBuilding, { random }: Scene): DemoControlRoom | undefined {
  if (!unit.dutyPhone) return undefined;
  const single = unit.key !== "unit-1" && random.chance(0.125);
  return {
    key: `${unit.key}-control-room`,
    demo: true,
    unit: unit.key,
    building: building.key,
    name: "消防控制室",
    floor: 1,
    place: random.pick(["1 层东北角", "1 层大堂旁", "1 层南门内", "1 层西侧"]),
    phone: unit.dutyPhone,
    perShift: single ? 1 : 2,
    shiftHours: random.pick([8, 12]),
    certified: single ? 3 : random.int(6, 9),
    staffing: single ? "single" : "double",
  };
}

export function dutyPostsOf(unit: DemoUnit, { random }: Scene): DemoDutyPost[] {
  const post = (n: number, rest: Omit<DemoDutyPost, "key" | "demo" | "unit">): DemoDutyPost => ({
    key: `${unit.key}-post-${n}`,
    demo: true,
    unit: unit.key,
    ...rest,
  });
  const room = unit.dutyPhone
    ? [post(1, { name: "消防控制室", kind: "controlRoom", hours: "allDay", perShift: 2, phone: unit.dutyPhone })]
    : [];
  const rounds = unit.networked
    ? [
        post(2, {
          name: "防火巡查",
          kind: "patrol",
          hours: unit.kind === "shop" ? "business" : "allDay",
          perShift: random.int(1, 3),
          phone: null,
        }),
        post(3, { name: "门岗", kind: "gate", hours: "allDay", perShift: random.int(1, 2), phone: null }),
      ]
    : [];
  return [...room, ...rounds];
}
