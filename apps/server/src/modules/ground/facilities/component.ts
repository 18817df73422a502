/** 部件点位: one detector, button, module or pump, under the numbers its panel sends. GB/T 26875.3 8.2.1.2. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, decimal, integer, ref, text } from "#platform/ledger/fields.ts";
import { componentTypeName, systemTypeName } from "./codes.ts";
import { deviceWords, registeredPlace, splitComponentAddress } from "./domain/component-words.ts";
import { facility } from "./facility.ts";

/** A component address is an unsigned 32-bit number. */
const COMPONENT_ADDRESS_MAX = 4_294_967_295;

export const component = defineLedger("facilities.component", {
  label: "部件点位",
  counter: "个",
  title: "name",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required: true }),
    facility: ref("消防设施", facility),
    building: ref("建筑", "places.building"),
    address: text("传输装置地址", { required: true, max: 60, format: "deviceAddress", indexed: true }),
    systemType: integer("系统类型码", { required: true, min: 0, max: 255 }),
    systemAddress: integer("系统地址", { required: true, min: 0, max: 255 }),
    componentAddress: integer("部件地址", { required: true, min: 0, max: COMPONENT_ADDRESS_MAX }),
    componentType: integer("部件类型码", { required: true, min: 0, max: 255 }),
    loop: integer("回路", { min: 0, max: 65_535 }),
    point: integer("位号", { min: 0, max: COMPONENT_ADDRESS_MAX }),
    floor: integer("楼层", { min: -10, max: 150 }),
    zone: text("防火分区", { max: 40 }),
    place: text("位置", { max: 100 }),
    planX: decimal("平面图横坐标", { min: 0, max: 100_000 }),
    planY: decimal("平面图纵坐标", { min: 0, max: 100_000 }),
    lowLimit: decimal("下限"),
    highLimit: decimal("上限"),
    state: choice("状况", { inUse: "在用", stopped: "停用", removed: "拆除" }, { required: true, indexed: true }),
    name: text("部件", { composed: true, readOnly: true, max: 120 }),
    placeWords: text("所在位置", { composed: true, readOnly: true, max: 200 }),
  },
  search: ["name", "placeWords", "address"],
  list: {
    columns: ["name", "placeWords", "unit", "address", "componentType", "loop", "point", "state", "area"],
    filters: ["area", "componentType", "state", "address"],
  },
  views: {
    unplaced: { label: "位置未登记", where: { floor: { set: false }, place: { set: false } } },
  },
  derive(row) {
    if (row.componentAddress === undefined || row.componentAddress === null) return {};
    const split = splitComponentAddress(row.componentAddress);
    const numbers = { loop: row.loop ?? split.loop, point: row.point ?? split.point };
    const facts = {
      ...numbers,
      typeName: componentTypeName(row.componentType ?? 0),
      systemName: systemTypeName(row.systemType ?? 0),
      componentAddress: row.componentAddress,
      floor: row.floor ?? null,
      zone: row.zone ?? null,
      place: row.place ?? null,
      description: null,
    };
    return { ...numbers, address: row.address?.toLowerCase(), name: deviceWords(facts), placeWords: registeredPlace(facts) };
  },
});
