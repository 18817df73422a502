/** Words of a campaign 专项整治: its fields, what its objects are taken from, how far each of them is. JX-1.3.2, TY-1.5, TY-2.5.1.1 */
export const campaignFields = {
  threeKinds: "三类场所",
  highRise: "高层建筑",
  electrical: "电气火灾",
  hazmat: "危化品",
  gas: "燃气",
  mall: "大型商业综合体",
  oldPlaces: "老旧场所",
  urbanVillage: "城中村群租房",
  rental: "居住出租房",
  illegalBuilding: "违法建筑",
  keyIndustries: "重点行业",
  entertainment: "公共娱乐",
  industrial: "工业企业",
  other: "其他高危领域",
} as const;
export type CampaignField = keyof typeof campaignFields;

/** Ledgers whose rows a campaign may go through, with the column that names a row, its kind and its unit. */
export const objectSources = {
  "places.unit": "单位",
  "places.building": "建筑",
  "key-places.urban-village": "城中村",
  "key-places.village-house": "城中村房屋",
  "key-places.rental-house": "居住出租房",
  "key-places.old-place": "老旧场所",
  "key-places.large-mall": "大型商业综合体",
} as const;
export type ObjectSource = keyof typeof objectSources;

/** What was done about an object with problems. SH-3.10 */
export const outcomes = { rectified: "整改", demolished: "拆除", relocated: "搬迁", closed: "停用" } as const;

export const objectStates = { pending: "待查", checked: "已查", found: "有隐患", cleared: "已清零", notApplicable: "不适用" } as const;
export type ObjectState = keyof typeof objectStates;
