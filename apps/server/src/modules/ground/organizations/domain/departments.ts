/**
 * The departments 部门 the five documents name as leading or supporting, at each level of one city or district.
 * Source: actors of policies/clauses.yaml (上海市、普陀区、衢州市、嘉兴市 and a county; 国务院安委会 for towns and villages).
 * Names follow the usual form of their level; an office corrects its own on the standard form.
 */
import type { OrganKind } from "./organ-kinds.ts";

export type Place = { readonly code: string; readonly name: string; readonly level: "city" | "county" | "town"; readonly parent: string };
export type Department = {
  /** Unique within its place, the same in every place: how a lower department finds its upper one. */
  readonly key: string;
  readonly place: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganKind;
  readonly level: Place["level"];
  /** Of a member of the fire safety committee 消安委成员单位. */
  readonly member: boolean;
  readonly above: { readonly place: string; readonly key: string } | null;
};

type Template = readonly [kind: OrganKind, title: string, shortName: string, key?: string];

/** `{}` is the full name of the place (衢州市), `{-}` the name without its last character (衢州). */
const ofCity: readonly Template[] = [
  ["government", "{}人民政府", "市政府"],
  ["committee", "{}消防安全委员会", "市消安委"],
  ["committee", "{}消防安全委员会办公室", "市消安办", "committee-office"],
  ["fire-brigade", "{}消防救援支队", "市消防救援支队"],
  ["monitoring-center", "{}消防远程监控中心", "远程监控中心"],
  ["emergency", "{}应急管理局", "市应急管理局"],
  ["public-security", "{}公安局", "市公安局"],
  ["housing", "{}住房和城乡建设局", "市住建局"],
  ["natural-resources", "{}自然资源和规划局", "市资源规划局"],
  ["urban-management", "{}综合行政执法局", "市综合执法局"],
  ["development-reform", "{}发展和改革委员会", "市发改委"],
  ["industry-information", "{}经济和信息化局", "市经信局"],
  ["finance", "{}财政局", "市财政局"],
  ["human-resources", "{}人力资源和社会保障局", "市人力社保局"],
  ["education", "{}教育局", "市教育局"],
  ["science", "{}科学技术局", "市科技局"],
  ["civil-affairs", "{}民政局", "市民政局"],
  ["justice", "{}司法局", "市司法局"],
  ["environment", "{}生态环境局", "市生态环境局"],
  ["transport", "{}交通运输局", "市交通运输局"],
  ["water-conservancy", "{}水利局", "市水利局"],
  ["agriculture", "{}农业农村局", "市农业农村局"],
  ["commerce", "{}商务局", "市商务局"],
  ["culture-tourism", "{}文化广电旅游局", "市文化广电旅游局"],
  ["cultural-relics", "{}文物局", "市文物局"],
  ["religion", "{}民族宗教事务局", "市民宗局"],
  ["health", "{}卫生健康委员会", "市卫健委"],
  ["veterans", "{}退役军人事务局", "市退役军人局"],
  ["market", "{}市场监督管理局", "市市场监管局"],
  ["state-assets", "{}人民政府国有资产监督管理委员会", "市国资委"],
  ["statistics", "{}统计局", "市统计局"],
  ["medical-insurance", "{}医疗保障局", "市医保局"],
  ["data-bureau", "{}数据局", "市数据局"],
  ["business-environment", "{}营商环境建设办公室", "市营商办"],
  ["petitions", "{}信访局", "市信访局"],
  ["supervision", "{}监察委员会", "市监委"],
  ["organization", "中共{}委员会组织部", "市委组织部"],
  ["propaganda", "中共{}委员会宣传部", "市委宣传部"],
  ["politics-law", "中共{}委员会政法委员会", "市委政法委"],
  ["public-institutions", "中共{}委员会机构编制委员会办公室", "市委编办"],
  ["meteorology", "{}气象局", "市气象局"],
  ["grain", "{}粮食和物资储备局", "市粮食物资局"],
  ["tobacco", "{}烟草专卖局", "市烟草局"],
  ["post", "{}邮政管理局", "市邮政管理局"],
  ["trade-union", "{}总工会", "市总工会"],
  ["youth-league", "共青团{}委员会", "团市委"],
  ["women", "{}妇女联合会", "市妇联"],
  ["disabled-federation", "{}残疾人联合会", "市残联"],
  ["power", "国网{-}供电公司", "供电公司"],
  ["water", "{-}水务集团", "水务集团"],
  ["gas", "{-}燃气公司", "燃气公司"],
  ["telecom", "中国电信{-}分公司", "电信公司"],
];

const ofCounty: readonly Template[] = [
  ["government", "{}人民政府", "{}政府"],
  ["committee", "{}消防安全委员会", "{}消安委"],
  ["committee", "{}消防安全委员会办公室", "{}消安办", "committee-office"],
  ["fire-brigade", "{}消防救援大队", "{}消防救援大队"],
  ["emergency", "{}应急管理局", "{}应急管理局"],
  ["public-security", "{}公安局", "{}公安局"],
  ["housing", "{}住房和城乡建设局", "{}住建局"],
  ["natural-resources", "{}自然资源和规划局", "{}资源规划局"],
  ["urban-management", "{}综合行政执法局", "{}综合执法局"],
  ["development-reform", "{}发展和改革局", "{}发改局"],
  ["industry-information", "{}经济和信息化局", "{}经信局"],
  ["finance", "{}财政局", "{}财政局"],
  ["human-resources", "{}人力资源和社会保障局", "{}人力社保局"],
  ["education", "{}教育局", "{}教育局"],
  ["civil-affairs", "{}民政局", "{}民政局"],
  ["justice", "{}司法局", "{}司法局"],
  ["environment", "{}生态环境分局", "{}生态环境分局"],
  ["transport", "{}交通运输局", "{}交通运输局"],
  ["water-conservancy", "{}水利局", "{}水利局"],
  ["agriculture", "{}农业农村局", "{}农业农村局"],
  ["commerce", "{}商务局", "{}商务局"],
  ["culture-tourism", "{}文化和广电旅游体育局", "{}文旅局"],
  ["religion", "{}民族宗教事务局", "{}民宗局"],
  ["health", "{}卫生健康局", "{}卫健局"],
  ["market", "{}市场监督管理局", "{}市场监管局"],
  ["data-bureau", "{}数据局", "{}数据局"],
  ["propaganda", "中共{}委员会宣传部", "{}委宣传部"],
  ["politics-law", "中共{}委员会政法委员会", "{}委政法委"],
  ["disabled-federation", "{}残疾人联合会", "{}残联"],
];

/** A district that is the root of its own installation: Shanghai's names, a brigade of its own and a centre. */
const ofDistrictRoot: readonly Template[] = [
  ["government", "{}人民政府", "区政府"],
  ["committee", "{}消防安全委员会", "区消安委"],
  ["committee", "{}消防安全委员会办公室", "区消安办", "committee-office"],
  ["fire-brigade", "{}消防救援支队", "区消防救援支队"],
  ["monitoring-center", "{}消防远程监控中心", "远程监控中心"],
  ["emergency", "{}应急管理局", "区应急管理局"],
  ["public-security", "公安{-}分局", "区公安分局"],
  ["housing", "{}建设和管理委员会", "区建管委"],
  ["housing", "{}住房保障和房屋管理局", "区房管局", "house-management"],
  ["natural-resources", "{}规划和自然资源局", "区规划资源局"],
  ["urban-management", "{}城市管理行政执法局", "区城管执法局"],
  ["urban-management", "{}绿化和市容管理局", "区绿化市容局", "greening"],
  ["development-reform", "{}发展和改革委员会", "区发改委"],
  ["commerce", "{}商务委员会", "区商务委"],
  ["science", "{}科学技术委员会", "区科委"],
  ["finance", "{}财政局", "区财政局"],
  ["human-resources", "{}人力资源和社会保障局", "区人社局"],
  ["education", "{}教育局", "区教育局"],
  ["civil-affairs", "{}民政局", "区民政局"],
  ["justice", "{}司法局", "区司法局"],
  ["environment", "{}生态环境局", "区生态环境局"],
  ["culture-tourism", "{}文化和旅游局", "区文旅局"],
  ["religion", "{}民族和宗教事务办公室", "区民宗办"],
  ["health", "{}卫生健康委员会", "区卫健委"],
  ["market", "{}市场监督管理局", "区市场监管局"],
  ["state-assets", "{}国有资产监督管理委员会", "区国资委"],
  ["data-bureau", "{}数据局", "区数据局"],
  ["petitions", "{}信访办公室", "区信访办"],
  ["supervision", "{}监察委员会", "区监委"],
  ["organization", "中共{}委员会组织部", "区委组织部"],
  ["propaganda", "中共{}委员会宣传部", "区委宣传部"],
  ["politics-law", "中共{}委员会政法委员会", "区委政法委"],
  ["public-institutions", "中共{}委员会机构编制委员会办公室", "区委编办"],
  ["trade-union", "{}总工会", "区总工会"],
  ["disabled-federation", "{}残疾人联合会", "区残联"],
];

/** `{}` is 荷花街道 or 石梁镇, `{-}` 荷花 or 石梁. */
const ofStreet: readonly Template[] = [
  ["government", "{}办事处", "{}"],
  ["committee", "{}消防安全委员会", "{}消安委"],
  ["emergency", "{}应急消防管理站", "{}应急消防管理站"],
  ["public-security", "{-}派出所", "{-}派出所"],
];
const ofTown: readonly Template[] = [["government", "{}人民政府", "{}"], ...ofStreet.slice(1)];

/** Development zones that the documents charge beside the counties. */
const zones: Readonly<Record<string, readonly Template[]>> = {
  "330800": [
    ["management-committee", "{-}智造新城管理委员会", "智造新城管委会", "zone-1"],
    ["management-committee", "{-}智慧新城管理委员会", "智慧新城管委会", "zone-2"],
  ],
  "330400": [["management-committee", "{-}经济技术开发区管理委员会", "经开区管委会", "zone-1"]],
};

/** Those that guide and record the committee's work themselves are not its ordinary members. */
const notMembers: ReadonlySet<OrganKind> = new Set(["government", "committee", "monitoring-center"]);

function templatesOf(place: Place, isRoot: boolean): readonly Template[] {
  if (place.level === "city") return [...ofCity, ...(zones[place.code] ?? [])];
  if (place.level === "county") return isRoot ? ofDistrictRoot : ofCounty;
  return place.name.endsWith("街道") ? ofStreet : ofTown;
}

/** 荷花街道 → 荷花, 衢州市 → 衢州, 石梁镇 → 石梁. */
const stem = (name: string): string => name.replace(/(街道|地区|[市县区镇乡])$/, "");

/** @param places root first, each after its parent. @returns in the order of the places, upper departments before lower */
export function departmentsOf(places: readonly Place[]): readonly Department[] {
  const known = new Map<string, Department>();
  const found: Department[] = [];
  for (const [index, place] of places.entries()) {
    for (const [kind, title, short, key = kind] of templatesOf(place, index === 0)) {
      const fill = (text: string) => text.replace("{}", place.name).replace("{-}", stem(place.name));
      const upper = known.get(`${place.parent}/${key}`);
      const department: Department = {
        key,
        place: place.code,
        name: fill(title),
        shortName: fill(short),
        kind,
        level: place.level,
        member: place.level !== "town" && !notMembers.has(kind),
        above: upper ? { place: upper.place, key } : null,
      };
      known.set(`${place.code}/${key}`, department);
      found.push(department);
    }
  }
  return found;
}
