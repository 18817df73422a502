/** 消防队伍: the register of stations, so that the duty seat knows who is near. */
import { demoCityOf, demoRows, insertDemo } from "#modules/ground/places/index.ts";
import { defineModule } from "#platform/module.ts";
import { english } from "./english.ts";
import { station } from "./station.ts";

export const forces = defineModule({
  name: "forces",
  label: "消防队伍",
  english,
  ledgers: [station],
  grants: {
    "duty-officer": ["forces.station.read"],
    "duty-leader": ["forces.station.read"],
    dispatcher: ["forces.station.read", "forces.station.write"],
    inspector: ["forces.station.read"],
    leader: ["forces.station.read"],
  },
  menu: [{ parent: "forces", key: "forces", label: "消防救援站", path: "/forces/station", permission: "forces.station.read" }],
  async seed(tx, services, { demo, report }) {
    if (!demo) return;
    const { fireStations } = await demoCityOf(services);
    await insertDemo(tx, services, station, demoRows(fireStations, []));
    report(`消防救援站 ${fireStations.length} 座（演示数据）`);
  },
});
