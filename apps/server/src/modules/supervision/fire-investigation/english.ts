/** English of fire investigation. */

import { english as places, unitKinds } from "#modules/ground/places/index.ts";
import type { EnglishTable } from "#platform/english.ts";

/** Kinds of units are said as places says them. */
const kinds = Object.fromEntries(Object.values(unitKinds).flatMap((word) => (places.words?.[word] ? [[word, places.words[word]]] : [])));

export const english: EnglishTable = {
  words: {
    ...kinds,
    module: "Fire investigation",
    investigation: "Fire investigation",
    "investigation/counter": "fires",
    problem: "Exposed problem",
    "problem/counter": "problems",
    "menu/fire-investigation": "Fire investigation",
    火灾调查: "Fire investigation",
    编号: "Number",
    火灾: "Fire",
    起火单位: "Unit that burned",
    起火部位: "Where it started",
    起火日期: "Burned on",
    死亡: "Deaths",
    受伤: "Injured",
    人: "people",
    调查机构: "Investigating organ",
    起火原因: "Cause",
    教训: "Lessons",
    调查报告: "Report",
    认定日期: "Concluded on",
    办结日期: "Closed on",
    未办结: "Open",
    整改跟踪: "Being mended",
    调查中: "Investigating",
    办结: "Close",
    调查结论: "Conclude",
    问题: "Problem",
    位置: "Place",
    检查项: "Check item",
    火灾隐患: "Fire hazard",
    登记日期: "Entered on",
    整改期限: "Mend by",
    同类单位: "Similar units",
    排查范围: "Area checked",
    排查期限: "Check by",
    派出检查: "Checks sent",
    家: "units",
    落实方式: "What follows",
    立案整改: "Mend it here",
    同类排查: "Check similar units",
    整改并排查同类: "Both",
    火灾调查与问题整改: "Investigate fires and have their problems mended",
    火灾暴露问题: "Problems exposed by fires",
    个: "problems",
    火灾暴露隐患闭环率: "Closed-loop rate of hazards exposed by fires",
  },
};
