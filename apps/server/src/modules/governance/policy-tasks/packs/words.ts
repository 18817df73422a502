/** Words for the kinds a pack speaks of. */
export const levelWords: Readonly<Record<string, string>> = { city: "市级", county: "县级", town: "乡镇街道", village: "村社区" };
export const periodWords = { month: "每月", quarter: "每季度", "half-year": "每半年", year: "每年" } as const;
export const bindingWords: Readonly<Record<string, string>> = {
  measure: "平台指标",
  ledger: "台账",
  case: "办件",
  document: "上传材料",
  awaits: "暂由人工填报",
};
