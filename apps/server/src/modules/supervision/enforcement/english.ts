/** English of enforcement. */
import type { EnglishTable } from "#platform/english.ts";
import { firstWords } from "./english-penalties.ts";
import { furtherWords } from "./english-places.ts";

export const english: EnglishTable = {
  words: {
    ...firstWords,
    ...furtherWords,
    "penalty/fields/earlier/unit": "cases",
    "product-check/fields/sampled/unit": "pieces",
    "product-holding/fields/quantity/unit": "pieces",
    "batch-alert/fields/quantity/unit": "pieces",
    "utility-cut/moves/cancel": "Call off",
    "utility-cut/states/cancelled": "Called off",
    "joint-action/states/cancelled": "Called off",
    检查表: "Check list",
    共用检查表: "Shared check list",
  },
  sentences: {
    重大隐患逾期未改: "A major hazard is past its term",
    "复查不合格 {#n} 次": "Failed review {#n} times",
    "延期 {#n} 次后仍未改": "Still not rectified after {#n} prolongations",
    整改期限已过: "The term has passed",
    "近 {#days} 日：联合检查 {#joint} 次，登记隐患 {#hazards} 处；在办移交 {#open} 件":
      "Last {#days} days: joint checks {#joint}, hazards {#hazards}; open hand-overs {#open}",
  },
};
