/** 挂牌督办通知书, 摘牌通知书, 约谈通知书 and 约谈记录, drawn up from their cases through the door of enforcement. JX-1.2, PT-4.3.3 */
import { sql } from "kysely";
import { type CaseDocuments, caseDocuments, dayWords } from "#modules/supervision/enforcement/index.ts";
import type { Row } from "#platform/ledger/define.ts";
import type { RouteContext } from "#platform/route.ts";
import { INTERVIEW } from "./interview.ts";
import { LISTING } from "./listing.ts";

type Line = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === "string" ? value : "");
const lines = (value: unknown): readonly Line[] => (Array.isArray(value) ? (value as readonly Line[]) : []);
const refOf = (row: Row, key: string): string => (row._ref as Readonly<Record<string, string>> | undefined)?.[key] ?? "";
const joined = (parts: readonly string[], between: string): string => parts.filter(Boolean).join(between);

/** The number the listing went out under: of the notice issued here, else the one typed in at approval. */
async function noticeNumber({ tx }: RouteContext, row: Row): Promise<string> {
  const { rows } = await sql<{ number: string }>`select number from enforcement.document where source_id = ${row.id}
    and kind = 'listing-notice' and state in ('issued', 'served') and deleted_at is null order by issued_at desc limit 1`.execute(tx);
  return rows[0]?.number ?? text(row.documentNumber);
}

/** 2025 年 60 起, 2024 年 64 起, for a town; for what was mended, the finding of the review. */
function recheckWords(row: Line): string {
  const fires =
    row.target === "town" && typeof row.firesBefore === "number" && typeof row.firesNow === "number"
      ? `火灾由上年 ${row.firesBefore} 起变为 ${row.firesNow} 起，下降率 ${String(row.declineRate ?? "—")}%，销号标准 ${String(row.declineTarget ?? "—")}%。`
      : "";
  return joined([fires, text(row.reviewWords), text(row.reviewWords) ? "" : text(row.resultWords)], "");
}

const ofListing: CaseDocuments = {
  name: LISTING,
  path: "supervision-listing/listing",
  tag: "挂牌督办",
  kinds: ["listing-notice", "delisting-notice"],
  offered({ state }) {
    if (state === "listed" || state === "review") return ["listing-notice"];
    if (state === "delisting" || state === "delisted") return ["delisting-notice", "listing-notice"];
    return [];
  },
  known: async (context, row, kind) => ({
    party: text(row.targetName),
    values: {
      hazard: joined([text(row.title), text(row.reason)], "：").slice(0, 2_000),
      dueOn: row.dueOn,
      lead: joined([refOf(row, "supervisorOrgan"), text(row.supervisor)], " "),
      demands: row.measures,
      listing: kind === "delisting-notice" ? await noticeNumber(context, row) : "",
      recheck: recheckWords(row),
      closedOn: row.hazardClosedOn ?? row.reviewedOn ?? row.delistedOn,
    },
  }),
};

/** Longer than this, the parties of a joint record are the first and a number; all of them stand in it by name. */
const PARTY = 60;

/** 甲商厦 王某（经理） */
const attendeeWords = ({ who, attendee, post }: Line): string =>
  joined([text(who), `${text(attendee)}${text(post) ? `（${text(post)}）` : ""}`], " ");

const ofInterview: CaseDocuments = {
  name: INTERVIEW,
  path: "supervision-listing/interview",
  tag: "约谈",
  kinds: ["talk-notice", "talk-record"],
  offered: ({ state }) => (state === "planned" ? ["talk-notice"] : state === "cancelled" || state === "drafted" ? [] : ["talk-record"]),
  // 集体约谈: a notice is served on each by himself and speaks of his matter alone; the record is one, of one table.
  recipients: (row, kind) =>
    kind === "talk-notice"
      ? lines(row.invited)
          .map(({ who }) => text(who))
          .filter(Boolean)
      : [],
  known(_, row, kind, recipient) {
    const everybody = lines(row.invited);
    const invited = recipient === undefined ? everybody : everybody.filter(({ who }) => text(who) === recipient);
    const attendees = lines(row.attendees);
    const why = invited.map(({ who, why }) => (text(why) ? `${text(who)} ${text(why)}` : "")).filter(Boolean);
    const names = invited.map(({ who }) => text(who)).join("、");
    const several = kind === "talk-record" && everybody.length > 1;
    return Promise.resolve({
      party: several && names.length > PARTY ? `${text(everybody[0]?.who)}等 ${everybody.length} 家` : names,
      values: {
        matter: joined([recipient === undefined ? text(row.title) : `${text(row.title)}（集体约谈）`, why.join("；")], "："),
        at: row.state === "planned" ? dayWords(row.planOn) : joined([dayWords(row.heldOn), text(row.place)], " "),
        place: row.place,
        people: row.state === "planned" ? names : attendees.map(attendeeWords).join("、"),
        host: joined([refOf(row, "host"), text(row.leader)], " "),
        content: joined([text(row.issues), text(row.minutes)], "\n"),
        promise: attendees.map((line) => `${text(line.who)}：${text(line.pledge)}`).join("；"),
      },
    });
  },
};

export const listingDocuments = [ofListing, ofInterview].flatMap(caseDocuments);
