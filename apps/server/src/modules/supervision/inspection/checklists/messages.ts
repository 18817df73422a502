import type { MessageTable } from "#platform/messages.ts";

export const messages: MessageTable = {
  "inspection.item_without_text": ["没有检查内容", "No text of the item"],
  "inspection.item_too_long": ["检查内容 {length} 字，超过 {limit} 字", "The item has {length} characters, more than {limit}"],
  "inspection.item_twice": ["与第 {first} 行重复，未导入", "Same as row {first}, left out"],
  "inspection.item_elsewhere": ["与第 {first} 行同文，分类不同，已导入", "Same words as row {first} in another section, taken in"],
  "inspection.item_long": ["较长（{length} 字），手机上分段显示", "Long ({length} characters), shown in parts on a phone"],
  "inspection.unknown_grade": ["等级看不懂，按“一般”", "Unknown grade, taken as general"],
  "inspection.list_is_final": ["已定稿，不能再改；请另立下一版", "The version is final; make the next one"],
  "inspection.in_force_in_past": ["生效日不能早于今天", "The first day in force is in the past"],
  "inspection.list_is_empty": ["没有检查项", "The list has no items"],
  "inspection.list_for_nobody": ["请选适用单位，或写明适用对象", "Say for which kind of unit or place"],
  "inspection.list_too_long": ["文件超过 {limit} 行", "The file has more than {limit} rows"],
  "inspection.file_without_rows": ["文件里没有数据行", "The file has no rows"],
  "inspection.no_text_column": ["请指明哪一列是检查内容", "Say which column holds the text of the items"],
  "inspection.no_draft_item": ["没有这一项：{item}", "No such item: {item}"],
};
