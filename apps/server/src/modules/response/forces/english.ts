/** English of the fire and rescue stations' register. */
import type { EnglishTable } from "#platform/english.ts";

export const english: EnglishTable = {
  words: {
    消防队伍: "Fire forces",
    消防救援站: "Fire station",
    "menu/forces": "Fire stations",
    座: "stations",
    特勤站: "Special service station",
    一级站: "First-class station",
    二级站: "Second-class station",
    小型站: "Small station",
    政府专职队: "Government full-time brigade",
    值班电话: "Duty phone",
    "station/fields/vehicles/unit": "vehicles",
    车辆: "Vehicles",
    执勤人数: "Crew on duty",
  },
};
