/** Sentences for codes: every refusal and label the server utters, Chinese first. A module brings its own table. */
import { asWritten, type Read } from "./english.ts";

export type MessageTable = Readonly<Record<string, readonly [zh: string, en: string]>>;
export type Language = "zh" | "en";
export type Messages = { say(code: string, params: Readonly<Record<string, unknown>>, language: Language): string };

/**
 * `{name}` in a sentence is replaced by the parameter of that name. An unknown code says so with its code, never nothing.
 * In English a parameter the program composed in Chinese (`主电故障`) is read; a name stays a name.
 */
export function createMessages(tables: readonly MessageTable[], read: Read = asWritten): Messages {
  const all = new Map(tables.flatMap((table) => Object.entries(table)));
  return {
    say(code, params, language) {
      const sentence = all.get(code)?.[language === "zh" ? 0 : 1] ?? (language === "zh" ? `未能办理（${code}）` : `Not done (${code})`);
      return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
        const value = String(params[name] ?? "");
        return language === "zh" ? value : read(value);
      });
    },
  };
}

export const platformMessages: MessageTable = {
  "http.bad_input": ["填写有误：{field} {problem}", "Invalid input: {field} {problem}"],
  "http.bad_body": [
    "发来的内容读不出来：须为完整的 JSON，或规定格式的文件",
    "What was sent cannot be read: it must be complete JSON, or a file of the kind asked for",
  ],
  "http.bad_value": [
    "有一项内容存不进去：数字过大，或格式、字符不对，请检查后再提交",
    "A value cannot be stored: a number too large, or a wrong format or character",
  ],
  "http.signed_out": ["登录已过期，请重新登录", "Please sign in again"],
  "http.no_permission": ["没有这项权限，可找本单位管理员开通", "You do not have this permission"],
  "http.unknown_path": ["没有这个地址", "No such address"],
  "http.too_large": ["内容超过 {limit}", "Content exceeds {limit}"],
  "http.bad_origin": ["请求来源不明，已拒绝", "Request of unknown origin refused"],
  "http.fault": ["系统出错，编号 {incident}，可报给管理员", "System error, number {incident}"],
  "http.database_away": ["数据库暂时连不上，稍后自动恢复", "The database is away and will be back"],
  "storing.disk-full": [
    "磁盘已满，报文存不进去：已停止确认，设备会自动重发。请腾出空间，之后自动恢复",
    "The disk is full and nothing can be stored: devices are not acknowledged and will resend. Free space; the rest recovers by itself",
  ],
  "storing.database-away": [
    "数据库暂时连不上，报文存不进去：已停止确认，设备会自动重发，数据库回来后自动恢复",
    "The database is away and nothing can be stored: devices are not acknowledged and will resend; it recovers by itself",
  ],
  "ledger.required": ["必填", "Required"],
  "ledger.out_of_range": ["超出范围（{min}–{max}）", "Out of range ({min}–{max})"],
  "ledger.not_a_number": ["不是数字", "Not a number"],
  "ledger.not_yet": ["日期不能晚于今天：记的是已经做的事", "The day has not come: a record says what was done"],
  "ledger.no_such_day": ["日期不存在", "No such day"],
  "ledger.not_a_choice": ["不在可选范围：{choices}", "Not one of: {choices}"],
  "ledger.too_long": ["超过 {max} 字", "Longer than {max}"],
  "ledger.bad_value": ["格式不对", "Wrong format"],
  "ledger.bad_phone": ["电话号码格式不对", "Not a telephone number"],
  "ledger.bad_point": ["经纬度格式不对", "Not a coordinate"],
  "ledger.point_swapped": ["经纬度可能写反，建议对调", "Longitude and latitude look swapped"],
  "ledger.point_out_of_range": ["经纬度不在中国范围内", "Coordinate outside China"],
  "ledger.unknown_field": ["没有“{field}”这个字段", "No field {field}"],
  "ledger.unknown_view": ["没有这个视图", "No such view"],
  "ledger.bad_condition": ["筛选条件有误：{field}", "Bad condition: {field}"],
  "ledger.bad_tile": ["第 {z} 级的瓦片编号只到 {most}", "Tile numbers of zoom {z} end at {most}"],
  "ledger.bad_cursor": ["翻页位置已失效，请回到第一页", "The page position is no longer valid"],
  "ledger.unknown_row": ["没有这条记录，或不在您的辖区", "No such row, or outside your area"],
  "ledger.unknown_area": ["没有这个辖区", "No such area"],
  "ledger.ended_area": ["这个辖区已经撤并，请选现行的辖区", "This area has ended; choose one in force"],
  "ledger.outside_area": ["不在您的辖区", "Outside your area"],
  "ledger.unknown_reference": ["关联的记录不存在或不在您的辖区", "The referenced row does not exist for you"],
  "ledger.invalid": ["有 {count} 处要改", "There are problems to fix"],
  "ledger.not_own": ["由上级填报，不能自己填自己的", "Written by those above; nobody writes his own"],
  "ledger.id_taken": [
    "这个编号已经登记过，内容与这次的不同，或不是您登记的",
    "A row of this id exists already; it says something else or is not yours",
  ],
  "ledger.frozen": ["依据已冻结，不能再改", "The evidence is frozen and no longer changes"],
  "ledger.duplicate": ["{label}已存在", "{label} already exists"],
  "ledger.changed_by_other": ["别人刚改过这一条", "Somebody else has changed this row"],
  "ledger.record_locked": ["记录超过 {days} 天已锁定，请另登更正记录", "The record is locked after {days} days"],
  "ledger.needs_reason": ["请写明理由", "A reason is required"],
  "case.unknown_move": ["没有这一步", "No such move"],
  "case.wrong_state": ["现在的状态不能这样办", "Not possible in the present state"],
  "case.asks": ["还要填写：{fields}", "Still required: {fields}"],
  "case.waits_for": ["还有未答复的{requests}", "Still waiting for: {requests}"],
  "case.changed_meanwhile": [
    "{by}已改过{fields}，您看到的不是最新的；请刷新后再提交",
    "{fields} changed since you opened this (by {by}); reload before you send",
  ],
  "case.held_by_other": ["{by} 已接，您可请求移交", "Held by {by}"],
  "ledger.unknown_file": ["没有这份文件，请重新上传", "No such file; upload it again"],
  "case.asked": ["{what} {organ}{number}：{note}", "{what} asked of {organ} {number}: {note}"],
  "case.request_received": ["{organ} 签收{what}", "{organ} received: {what}"],
  "case.request_replied": ["{organ} 答复{what}：{note}", "{organ} answered {what}: {note}"],
  "case.request_granted": ["{organ} 同意{what}：{note}", "{organ} granted {what}: {note}"],
  "case.request_refused": ["{organ} 不同意{what}：{note}", "{organ} refused {what}: {note}"],
  "case.request_accepted": ["{organ} 的{what}已核实 {note}", "{what} of {organ} accepted {note}"],
  "case.request_sent_back": ["{organ} 的{what}退回：{note}", "{what} sent back to {organ}: {note}"],
  "case.unknown_request": ["没有这项请求", "No such request"],
  "case.request_not_now": ["“{state}”时不能提{label}", "{label} cannot be asked in state {state}"],
  "case.name_an_organ": ["请选定一个机构", "Name an organ"],
  "case.request_due_in_past": ["答复期限不能早于今天", "The day to answer by lies in the past"],
  "case.asked_of_other": ["这项请求由{organ}答复", "This was asked of {organ}"],
  "case.request_answered": ["{by}已经答复过", "{by} has answered already"],
  "case.request_not_answered": ["{organ}还没有答复", "{organ} has not answered yet"],
  "case.say_yes_or_no": ["请写明同意或不同意", "Say yes or no"],
  "case.say_why": ["退回须写明理由", "Say why it is sent back"],
  "case.accepts_own_work": ["协办方不能核实自己的工作", "One cannot accept one's own work"],
  "case.urged": ["催办：{note}", "Urged: {note}"],
  "case.reminded": ["{what}（第 {level} 级）", "{what} (level {level})"],
  "case.escalated": ["{what}，已报{organ}（第 {level} 级）", "{what}, reported to {organ} (level {level})"],
  "case.answer_late": ["{organ} 逾期未答复{what}", "{organ} has not answered in time: {what}"],
  "case.answer_escalated": ["{organ} 逾期未答复{what}，已报{above}", "{organ} has not answered in time: {what}; reported to {above}"],
  "case.told": ["抄送 {organs}", "Told {organs}"],
  "case.told_with_note": ["抄送 {organs}：{note}", "Told {organs}: {note}"],
  "case.repeated": ["再次报警，计第 {repeats} 次", "Reported again, count {repeats}"],
  "measure.unknown": ["没有这个指标", "No such measure"],
  "measure.not_computed": ["这个指标由任务计算，尚无结果", "This measure is computed by a job and has no result yet"],
  "measure.not_per": ["这个指标不能按机构或人员分", "This measure is not told one by one"],
  "measure.not_by": ["这个指标不能这样分", "This measure cannot be broken down so"],
  "measure.bad_period": ["时段不对：{from} 至 {to}", "Bad period: {from} to {to}"],
};
