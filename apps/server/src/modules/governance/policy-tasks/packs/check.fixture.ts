/** A small invented city and product for the tests of packs, and a pack that is right in every line. */
import type { City, Known, KnownLedger } from "./domain/known.ts";
import type { Organ } from "./domain/selectors.ts";

const organ = (id: string, area: number, kind: string, level: string, name: string, member = false): Organ => ({
  id,
  area,
  kind,
  level,
  name,
  member,
});
const key = (code: string): number => Number(code.padEnd(15, "0"));

/** 云溪市 with two counties; 一县 has two towns, 二县 one. */
export const city: City = {
  code: "999900",
  name: "云溪市",
  organs: [
    organ("o-city", key("999900"), "government", "city", "云溪市人民政府"),
    organ("o-fire", key("999900"), "fire-brigade", "city", "云溪市消防救援支队", true),
    organ("o-committee", key("999900"), "committee", "city", "云溪市消防安全委员会"),
    organ("o-office", key("999900"), "committee", "city", "云溪市消防安全委员会办公室"),
    organ("o-housing", key("999900"), "housing", "city", "云溪市住建局", true),
    organ("o-1", key("999901"), "government", "county", "一县人民政府"),
    organ("o-1-fire", key("999901"), "fire-brigade", "county", "一县消防救援大队", true),
    organ("o-2", key("999902"), "government", "county", "二县人民政府"),
    organ("o-11", key("999901001"), "government", "town", "甲镇人民政府"),
    organ("o-12", key("999901002"), "government", "town", "乙街道办事处"),
    organ("o-21", key("999902001"), "government", "town", "丙乡人民政府"),
  ],
  areas: new Map(
    [
      { key: key("999900"), name: "云溪市", level: "city", attributes: {} },
      { key: key("999901"), name: "一县", level: "county", attributes: {} },
      { key: key("999902"), name: "二县", level: "county", attributes: {} },
      { key: key("999901001"), name: "甲镇", level: "town", attributes: { townCategory: "A" } },
      { key: key("999901002"), name: "乙街道", level: "town", attributes: { townCategory: "B" } },
      { key: key("999902001"), name: "丙乡", level: "town", attributes: { townCategory: "B" } },
    ].map((area) => [area.key, area]),
  ),
};

const ledger = (label: string, fields: readonly string[], isCase = false): KnownLedger => ({
  label,
  isCase,
  faultIn(condition) {
    const field = Object.keys(condition).find((each) => !fields.includes(each));
    return field === undefined ? undefined : { field, isUnknown: true, fields };
  },
});

export const known: Known = {
  city,
  packs: new Map(),
  measures: new Map([
    ["water-sources.hydrant_intact_rate", { label: "市政消火栓完好率", unit: "%", better: "higher" }],
    ["committee.meetings_government", { label: "政府常务会议研究消防次数", unit: "次", better: "higher" }],
    ["assessment.death_rate", { label: "十万人火灾死亡率", unit: "人/十万人", better: "lower" }],
  ]),
  ledgers: new Map([
    ["places.unit", ledger("单位", ["name", "grade", "kind"])],
    ["hazard-loop.hazard", ledger("火灾隐患", ["grade", "state", "origin"], true)],
  ]),
};

/** Line 1 is `pack:`; tests count on the lines as they stand. */
export const sound = `pack: YX
title: 云溪市消防工作要点
issuer: 云溪市人民政府
level: city
area: "999900"
from: 2026-01-01
to: 2027-12-31
stages:
  - { key: start, name: 启动, from: 2026-01-01, to: 2026-03-31 }
parts:
  - { key: 一, name: 责任 }
clauses:
  - id: YX-1.1
    section: 一（一）
    part: 一
    title: 常务会议研究消防
    says: 县级政府每季度开会研究一次消防。
    kind: duty
    subsystem: 安全责任
    capability: committee
    lead: [government@county]
    support: [members@city]
    stage: start
    duties:
      - who: { level: county, organ: government }
        counts: own
        measure: committee.meetings_government
        every: quarter
        target: 1
        unit: 次
  - id: YX-1.2
    section: 一（二）
    title: 消火栓完好
    says: 市政消火栓都要能用。
    kind: metric
    subsystem: 综合保障
    capability: water-sources
    lead: [fire-brigade@city, housing@city]
    duties:
      - measure: water-sources.hydrant_intact_rate
        steps:
          - { by: 2026-06-30, target: 90 }
          - { by: 2026-12-31, target: 100 }
        unit: "%"
        who: town
      - key: b
        ledger: { of: places.unit, all: { grade: key }, where: { kind: hotel } }
        keep: true
      - key: c
        case: hazard-loop.hazard
        where: { origin: survey }
        every: month
      - key: d
        document: 年度方案
        by: 2026-03-31
        weight: 2
  - id: YX-1.3
    section: 一（三）
    title: 专家库
    says: 建立专家库。
    kind: registry
    subsystem: 应急救援
    capability: experts
    lead: [fire-brigade@city]
    awaits: { capability: experts, why: 专家库还没有建立 }
`;
