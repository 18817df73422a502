/** What custom fields and views say. */
import type { MessageTable } from "../messages.ts";

export const fieldMessages: MessageTable = {
  "fields.unknown_ledger": ["没有这个台账", "No such ledger"],
  "fields.unknown": ["没有“{key}”这个自定字段", "No custom field {key}"],
  "fields.read_only_ledger": ["这个台账由系统汇总，不能加字段", "This ledger is read only"],
  "fields.key_taken": ["代号“{key}”已被占用", "The key {key} is taken"],
  "fields.label_taken": ["已有名为“{label}”的字段", "A field named {label} exists"],
  "fields.too_many": ["一个台账最多 {limit} 个自定字段，可先停用不用的", "At most {limit} custom fields"],
  "fields.bad_choices": ["可选项应为 1 至 {limit} 个，且只用于单选、多选", "1 to {limit} choices, only for choice fields"],
  "fields.choices_alike": ["两个可选项同名", "Two choices have the same name"],
  "fields.bad_bounds": ["最小值大于最大值", "The minimum is above the maximum"],
  "fields.kind_fixed": ["类型不能改，可停用后另加一个", "The kind cannot change"],
  "fields.choice_removed": ["可选项“{label}”不能删除，已填的数据还要用它", "The choice {label} cannot be removed"],
  "fields.not_active": ["字段尚未生效或已停用", "The field is not active"],
  "fields.not_retired": ["字段没有停用", "The field is not retired"],
  "fields.already_proposed": ["已有一项改动在送审", "A change is already proposed"],
  "fields.already_promoted": ["已经可以筛选、排序", "Already promoted"],
  "fields.cannot_promote": ["长文字不能用于筛选、排序", "Long text cannot be promoted"],
  "fields.nothing_proposed": ["没有待审的改动", "Nothing is proposed"],
  "fields.own_proposal": ["不能审核自己送审的改动", "One cannot approve one's own proposal"],
  "fields.definition_missing": ["没有写明改成什么", "The new definition is missing"],
  "fields.case_not_required": [
    "办件由设备和事件开立，自定字段不能必填",
    "Cases are opened by devices and events; their own fields cannot be required",
  ],
  "fields.appears_in_circle": ["出现条件绕回了自己", "The condition leads back to the field itself"],
  "fields.used_in_condition": [
    "“{label}”何时出现要看这个字段，先改那一个",
    "{label} appears depending on this field; change that one first",
  ],
  "fields.bad_fill": ["一律填的值不合这个字段的类型或范围", "The value for existing rows is not one this field takes"],
  "fields.does_not_appear": [
    "这一条不用填：{fields}不符合出现条件，请清空",
    "Not asked on this row: {fields} does not fulfil the condition; leave it empty",
  ],
  "fields.bad_order": ["次序里有没有的字段，或缺了字段，请刷新后再排", "The order names other fields than there are; reload and try again"],
  "views.unknown_ledger": ["没有这个台账，或没有查看权限", "No such ledger for you"],
  "views.unknown": ["没有这个视图，或不是您保存的", "No such view of yours"],
  "views.too_many": ["一个台账最多保存 {limit} 个视图", "At most {limit} views"],
};
