/** 微型消防站: the register, so that the duty seat knows who is near. */
import { demoCityOf, demoRows, insertDemo } from "#modules/ground/places/index.ts";
import { defineModule } from "#platform/module.ts";
import { english } from "./english.ts";
import { station } from "./station.ts";

export const microStation = defineModule({
  name: "micro-station",
  label: "微型消防站",
  english,
  ledgers: [station],
  grants: {
    "duty-officer": ["micro-station.station.read", "micro-station.station.reveal"],
    "duty-leader": ["micro-station.station.read", "micro-station.station.reveal"],
    dispatcher: ["micro-station.station.read", "micro-station.station.reveal"],
    inspector: ["micro-station.station.*"],
    "street-clerk": ["micro-station.station.*"],
    leader: ["micro-station.station.read"],
  },
  menu: [
    {
      parent: "forces",
      key: "micro-station",
      label: "微型消防站",
      path: "/micro-station/station",
      permission: "micro-station.station.read",
    },
  ],
  async seed(tx, services, { demo, report }) {
    if (!demo) return;
    const { microStations } = await demoCityOf(services);
    await insertDemo(tx, services, station, demoRows(microStations, ["unit"]));
    report(`微型消防站 ${microStations.length} 个（演示数据）`);
  },
});
