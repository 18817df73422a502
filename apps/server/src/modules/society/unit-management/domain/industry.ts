/** 行业: whose department guides a unit's standardisation. What the unit has not said follows from its kind. QZ-2.2.4 */
export const industries = {
  education: "教育",
  religion: "民族宗教",
  civil: "民政",
  housing: "住建",
  commerce: "商务",
  culture: "文旅",
  health: "卫健",
  market: "市场监管",
  industryAffairs: "工信",
  transport: "交通",
  other: "其他",
} as const;
export type Industry = keyof typeof industries;

const byKind: Readonly<Record<string, Industry>> = {
  school: "education",
  boardingSchool: "education",
  kindergarten: "education",
  religious: "religion",
  nursing: "civil",
  residence: "housing",
  construction: "housing",
  shop: "commerce",
  hotel: "culture",
  entertainment: "culture",
  library: "culture",
  museum: "culture",
  relic: "culture",
  stadium: "culture",
  hospital: "health",
  smallPlace: "market",
  restaurant: "market",
  factory: "industryAffairs",
  station: "transport",
  airport: "transport",
};
export const industryOf = (kind: string, said: string | null): Industry =>
  said && said in industries ? (said as Industry) : (byKind[kind] ?? "other");
