/** English of the micro fire stations' register. */
import type { EnglishTable } from "#platform/english.ts";

export const english: EnglishTable = {
  words: {
    微型消防站: "Micro fire station",
    "menu/micro-station": "Micro fire stations",
    module: "Micro fire stations",
    "station/counter": "stations",
    社区: "Community",
    单位: "Unit",
    所属单位: "Belongs to",
    值班电话: "Duty phone",
    站长: "Leader",
    站长电话: "Leader's phone",
    队员: "Crew",
    在岗: "On duty",
  },
};
