/** Stored messages for people who connect devices 报文: lists, and one message field by field. Read in the caller's transaction and rights. */
import { anomalyTexts, decodeFrame, describeFrame, errorTexts, nameOf, type ProfileChoice } from "@suiren/gb26875";
import { sql } from "kysely";
import type { MessageField, MessageHead, Unreadable, WholeMessage } from "#modules/sensing/remote-monitoring/index.ts";
import type { Tx } from "#platform/db.ts";
import type { Language } from "#platform/messages.ts";
import { UPLOAD, wantsAnswer } from "./receive.ts";

/** Ids carry the instant of arrival, so a message is looked for in the days around it only. */
const instantOf = (id: string): number => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);
const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const AROUND_MS = 15 * 60_000;

type HeadRow = {
  readonly id: string;
  readonly address: string;
  readonly receivedAt: string;
  readonly bytes: number;
  readonly command: number;
  readonly type: number | null;
  readonly objectCount: number | null;
};

const HEARTBEAT = { zh: "心跳", en: "heartbeat" } as const;

/** 部件运行状态 1 个; a heartbeat and the device's answers by their command. */
export function summaryOf(
  command: number,
  type: number | null,
  count: number | null,
  profile: ProfileChoice | undefined,
  language: Language,
): string {
  const choice = typeof profile === "string" || profile === undefined ? profile : profile.name;
  if (type === null) return command === UPLOAD ? HEARTBEAT[language] : nameOf("commands", command, choice)[language];
  const name = nameOf("typeFlags", type, choice)[language];
  return language === "zh" ? `${name} ${count ?? 0} 个` : `${name}, ${count ?? 0}`;
}

const headOf = (row: HeadRow, profile: ProfileChoice | undefined, language: Language): MessageHead => ({
  id: row.id,
  address: row.address,
  receivedAt: row.receivedAt,
  bytes: row.bytes,
  summary: summaryOf(row.command, row.type, row.objectCount, profile, language),
  signals: Math.max(1, row.objectCount ?? 0),
});

/** Messages of a device, newest first; `before` is the last id of the page before. */
export async function messagesOf(
  tx: Tx,
  address: string,
  before: string | null,
  limit: number,
  profile: ProfileChoice | undefined,
  language: Language,
): Promise<readonly MessageHead[]> {
  if (before !== null && !isUuid(before)) return [];
  const older = before === null ? sql`` : sql`and received_at <= ${new Date(instantOf(before))} and id < ${before}`;
  const { rows } = await sql<HeadRow>`select id, address, received_at, length(raw) as bytes, command, type, object_count
    from gateway.message where address = ${address} ${older} order by received_at desc, id desc limit ${limit}`.execute(tx);
  return rows.map((row) => headOf(row, profile, language));
}

type WholeRow = HeadRow & { readonly raw: Buffer; readonly peer: string; readonly storedAt: string | null };

/** One message with its bytes and what each of them says. */
export async function message(
  tx: Tx,
  id: string,
  profileOf: (address: string) => ProfileChoice | undefined,
  language: Language,
): Promise<WholeMessage | undefined> {
  if (!isUuid(id)) return undefined;
  const at = instantOf(id);
  const { rows } =
    await sql<WholeRow>`select m.id, m.address, m.received_at, length(m.raw) as bytes, m.command, m.type, m.object_count, m.raw, m.peer,
      (select b.at from gateway.batch b where b.id = m.batch_id) as stored_at
    from gateway.message m where m.id = ${id} and m.received_at between ${new Date(at - AROUND_MS)} and ${new Date(at + AROUND_MS)}`.execute(
      tx,
    );
  const row = rows[0];
  if (!row) return undefined;
  const profile = profileOf(row.address);
  const result = decodeFrame(row.raw, { profile });
  const said = (each: { readonly message: string; readonly messageZh: string }) => (language === "zh" ? each.messageZh : each.message);
  const trouble = result.ok ? result.frame.anomalies.map(said).join(language === "zh" ? "；" : "; ") : said(result.error);
  return {
    ...headOf(row, profile, language),
    hex: row.raw.toString("hex"),
    remote: row.peer,
    acknowledgedAt: result.ok && wantsAnswer(result.frame) ? row.storedAt : null,
    fields: describeFrame(row.raw, { profile }).map(
      ({ key, labelZh, labelEn, offset, length, text, textEn, role }): MessageField => ({
        ...{ key, offset, length, group: role },
        label: language === "zh" ? labelZh : labelEn,
        words: language === "zh" ? text : textEn,
      }),
    ),
    trouble: trouble === "" ? null : trouble,
  };
}

const REASONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ...errorTexts,
  ...anomalyTexts,
  storage: { zh: "数据库不收这条报文", en: "The database does not take this message" },
  projection: { zh: "这条报文无法处理", en: "This message cannot be processed" },
};

/** A row with its bytes stands for as many in one run; one without, for what else came from that peer in its minute. */
const again = (count: number, bytes: number, isRun: boolean, language: Language): string => {
  if (isRun) return language === "zh" ? `，连着 ${count} 个` : `; ${count} in a row`;
  return language === "zh"
    ? `，同一来源一分钟内另有 ${count} 个，共 ${bytes} 字节`
    : `; ${count} more from the same peer within a minute, ${bytes} bytes in all`;
};

type UnreadableRow = {
  readonly id: string;
  readonly at: string;
  readonly peer: string;
  readonly address: string | null;
  readonly reason: string;
  readonly detail: string | null;
  readonly byteOffset: number | null;
  readonly bytes: Buffer | null;
  readonly byteCount: number;
  readonly count: number;
};

/** Bytes nobody could read, newest first; `before` is the last id of the page before. A row may stand for many of one peer and minute. */
export async function unreadable(tx: Tx, before: string | null, limit: number, language: Language): Promise<readonly Unreadable[]> {
  const older = before === null ? sql`` : sql`where (at, id) < (select at, id from gateway.unreadable where id = ${before})`;
  if (before !== null && !isUuid(before)) return [];
  const { rows } = await sql<UnreadableRow>`select id, at, peer, address, reason, detail, byte_offset, bytes, byte_count, count
    from gateway.unreadable ${older} order by at desc, id desc limit ${limit}`.execute(tx);
  return rows.map(({ id, at, peer, address, reason, detail, byteOffset, bytes, byteCount, count }) => ({
    id,
    receivedAt: at,
    remote: peer,
    address,
    reason: [
      REASONS[reason]?.[language] ?? reason,
      detail === null ? "" : language === "zh" ? `（${detail}）` : ` (${detail})`,
      count > 1 ? again(count, byteCount, bytes !== null, language) : "",
    ].join(""),
    offset: byteOffset,
    hex: bytes?.toString("hex") ?? "",
  }));
}
