/** 文书: what the documents engine contributes to the module. */
import type { MessageTable } from "#platform/messages.ts";
import { enforcementDocument } from "./document.ts";
import { office } from "./office.ts";
import { changeRoute, downloadDocument, draftRoute, listKinds, readDocument } from "./routes.ts";
import { template } from "./template.ts";
import { checkTemplateRoute, downloadTemplate, retireTemplateRoute, takeTemplateRoute } from "./template-routes.ts";

const messages: MessageTable = {
  "enforcement.unknown_kind": ["没有这种文书", "No such kind of document"],
  "enforcement.no_organ": ["您不在任何机关，不能制作文书", "You belong to no organ and cannot make documents"],
  "enforcement.no_office_mark": [
    "本机关还没有在用的文书字号，请先在“执法机关”登记",
    "This organ has no document mark in force; enter it under Enforcement offices",
  ],
  "enforcement.bad_mark": ["文书字号为 2 至 8 个汉字", "A document mark has 2 to 8 Chinese characters"],
  "enforcement.ends_before": ["止日早于起日", "It ends before it begins"],
  "enforcement.not_draft": ["只有起草中的文书可以修改", "Only a draft can be changed"],
  "enforcement.document_not_now": ["按办件现在的状态，还不能起草《{name}》", "As the case stands, {name} cannot be drafted"],
  "enforcement.no_approval_needed": ["这种文书不需审批，请直接签发", "This kind needs no approval; issue it"],
  "enforcement.no_check_needed": ["这种文书只需审批，不需审核", "This kind is approved without a check"],
  "enforcement.check_first": ["先审核，再审批", "It is checked before it is approved"],
  "enforcement.not_approved": ["这种文书经批准后才能签发", "This kind is issued after approval only"],
  "enforcement.own_document": ["自己起草或审核的文书，由另一人审批", "Somebody else approves what you drafted or checked"],
  "enforcement.other_organ": [
    "这是其他机关的文书，由制作机关自己办理",
    "Another organ's document: only the organ that makes it handles it",
  ],
  "enforcement.void_needs_approval": ["经批准签发的文书，由有审批权的人作废", "Issued after approval: one who may approve voids it"],
  "enforcement.served_in_future": ["送达日期不能晚于今天", "Service cannot lie in the future"],
  "enforcement.served_before_issued": ["送达日期不能早于签发日期", "Service cannot be earlier than issue"],
  "enforcement.witness_needed": ["留置送达或拒绝签收的，须有见证人", "Leaving it there or a refusal to sign needs a witness"],
  "enforcement.receiver_needed": ["请写明收件人", "Name who received it"],
  "enforcement.not_docx": ["这不是 Word 文档（.docx）", "This is no Word document (.docx)"],
  "enforcement.template_too_large": ["模板最大 2 MB", "A template has 2 MB at most"],
  "enforcement.template_runs": ["模板里有宏、嵌入对象或控件（{what}），不收", "The template holds macros, objects or controls ({what})"],
  "enforcement.template_calls_out": ["模板引用了外部内容（{what}），不收", "The template refers to something outside ({what})"],
  "enforcement.template_syntax": ["模板的花括号不成对：{what}", "Braces do not match: {what}"],
  "enforcement.template_lacks": ["模板缺少必有的字段 {what}", "The template lacks the field {what}"],
  "enforcement.wrong_tags": [
    "模板里有没有的字段：{tags}。旧模板仍在用",
    "The template uses unknown fields: {tags}. The old one stays in use",
  ],
  "enforcement.template_right": ["字段都对，可以启用", "All fields are right; it can be taken into use"],
  "enforcement.test_print": ["试打印", "Test print"],
};

export const documents = {
  ledgers: [office, template],
  cases: [enforcementDocument],
  routes: [listKinds, draftRoute, changeRoute, checkTemplateRoute, takeTemplateRoute, retireTemplateRoute],
  raw: [readDocument, downloadDocument, downloadTemplate],
  permissions: {
    "enforcement.draft": "起草、签发、送达文书",
    "enforcement.check": "审核文书",
    "enforcement.approve": "审批文书",
    "enforcement.template.manage": "管理文书模板",
  },
  messages,
} as const;
