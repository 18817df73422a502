/** Refusals of fire investigation in both languages. */
import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "fire-investigation.burned_in_future": ["起火日期不能晚于今天", "The day of the fire lies in the future"],
  "fire-investigation.due_in_past": ["期限不能早于今天", "The term lies in the past"],
  "fire-investigation.is_closed": ["这起调查已办结", "This investigation is closed"],
  "fire-investigation.nothing_follows": ["立案整改、同类排查至少选一样", "Choose at least one: mend it here, or check similar units"],
  "fire-investigation.nobody_similar": ["这个范围内没有这类单位", "No such units in this area"],
  "fire-investigation.too_many_similar": ["一次最多排查 {most} 家，请缩小范围", "At most {most} units at once; narrow the area"],
  "fire-investigation.not_all_mended": [
    "还有 {left} 项没有了结，全部整改后才能办结",
    "{left} matters are still open; the investigation ends when all are mended",
  ],
};
