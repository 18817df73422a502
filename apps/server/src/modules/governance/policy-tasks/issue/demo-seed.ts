/** Documents of the demonstration city on their way: one received everywhere but in one place, and a launch that was just sent. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, startOfDay } from "#platform/values.ts";
import { issue } from "./issue.ts";
import { RECEIPT, receipt } from "./receipt.ts";

type Organ = { readonly id: string; readonly area: number; readonly kind: string; readonly level: string; readonly name: string };
const at = (day: CalendarDate): string => new Date(startOfDay(day).getTime() + 9 * 3_600_000).toISOString();
const endOf = (day: CalendarDate): string => new Date(startOfDay(addDays(day, 1)).getTime() - 1).toISOString();

const DOCUMENTS = [
  {
    key: "opinion",
    title: "年度消防工作意见",
    kind: "document",
    pack: "QZ",
    ago: 40,
    number: "衢政办发〔{year}〕9 号",
    meeting: "市政府常务会议",
  },
  {
    key: "launch",
    title: "沿街店铺整治动员部署",
    kind: "launch",
    pack: null,
    ago: 2,
    number: "衢消安〔{year}〕5 号",
    meeting: "市消安委全体会议",
  },
] as const;

export async function seedIssues(tx: Tx, services: Services): Promise<void> {
  const { rows: organs } = await sql<Organ>`select id, area, kind, level, short_name as name from organizations.v_organ
    where kind = 'government' and level in ('city', 'county') order by level, area, name`.execute(tx);
  const issuer = organs.find(({ level }) => level === "city") ?? organs[0];
  const counties = organs.filter(({ id }) => id !== issuer?.id);
  if (!issuer || counties.length === 0) return;
  const today = services.clock.today();
  const year = today.slice(0, 4);
  const issues: StoredRow[] = [];
  const receipts: StoredRow[] = [];
  for (const { key, title, kind, pack, ago, number, meeting } of DOCUMENTS) {
    const issuedOn = addDays(today, -ago);
    const replyBy = addDays(issuedOn, 20);
    const head = { title, kind, pack, issuer: issuer.id, documentNumber: number.replace("{year}", year), issuedOn, replyBy };
    const ofIssue = counties.map((county, i) => {
      const state = kind === "launch" ? "toReceive" : i === 0 ? "toAssign" : "assigned";
      return receiptRow(`${key} ${county.id}`, county, state, { ...head, issueId: demoId(`issue ${key}`), meeting });
    });
    receipts.push(...ofIssue);
    const is = (...states: string[]) => ofIssue.filter(({ values }) => states.includes(String(values.state))).length;
    issues.push({
      id: demoId(`issue ${key}`),
      area: issuer.area,
      demo: true,
      values: {
        ...head,
        meeting,
        meetingNumber: "第 3 次",
        meetingOn: addDays(issuedOn, -6),
        content: kind === "launch" ? "各地两日内签收，十日内把任务分到镇街" : null,
        sent: ofIssue.length,
        received: is("toAssign", "assigned"),
        assigned: is("assigned"),
      },
    });
  }
  await insertDemo(tx, services, issue, issues);
  await insertDemo(tx, services, receipt, receipts);
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, move, from_state, to_state, given)
    select ${RECEIPT}, x.id, x.at, 'person', '市政府办公室（演示）', null, null, 'toReceive', '{}'::jsonb
    from jsonb_to_recordset(${JSON.stringify(receipts.map(({ id, values }) => ({ id, at: values.openedAt })))}::jsonb) x (id uuid, at timestamptz)`.execute(
    tx,
  );
}

function receiptRow(
  key: string,
  organ: Organ,
  state: "toReceive" | "toAssign" | "assigned",
  head: Readonly<Record<string, unknown>> & { readonly issuedOn: CalendarDate; readonly replyBy: CalendarDate },
): StoredRow {
  const isReceived = state !== "toReceive";
  const isDone = state === "assigned";
  const closedOn = addDays(head.issuedOn, 8);
  return {
    id: demoId(`receipt ${key}`),
    area: organ.area,
    demo: true,
    values: {
      ...head,
      organ: organ.id,
      owner: isReceived ? `${organ.name}消防联络员` : null,
      receivedOn: isReceived ? addDays(head.issuedOn, 1) : null,
      tasks: isDone ? 3 : 0,
      assignedOn: isDone ? closedOn : null,
      state,
      openedAt: at(head.issuedOn),
      lastAt: at(head.issuedOn),
      dueAt: isDone ? null : endOf(isReceived ? head.replyBy : addDays(head.issuedOn, 3)),
      closedAt: isDone ? at(closedOn) : null,
      holderOrgan: organ.id,
      repeats: 1,
    },
  };
}
