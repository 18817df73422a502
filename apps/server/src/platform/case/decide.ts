/**
 * May this move be made, and what does it change? Pure: the server asks before it saves, the detail answer asks to list the next moves,
 * the phone asks to grey out buttons. Nobody writes the transition twice.
 */
import { may } from "../actor.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { CalendarDate } from "../values.ts";
import { dueAt, type Settings } from "./calendar.ts";
import type { AnyCase, AnyMove, Given, MoveContext } from "./define.ts";

export type CaseRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly area: number;
  readonly state: string;
  readonly version: number;
  readonly holderOrgan: string | null;
  readonly holderPost: string | null;
  readonly holderPerson: string | null;
};

export type Change = {
  readonly to: string;
  readonly ends: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  readonly move: AnyMove;
};
export type DecideContext = MoveContext & {
  readonly today: CalendarDate;
  readonly settings: Settings;
  /** Kinds of request on this case without an answer. */
  readonly openRequests: readonly string[];
};

/** `asking`: only whether the button may be shown, before anything was filled in. */
export function decide(declared: AnyCase, row: CaseRow, key: string, given: Given, context: DecideContext, asking = false): Result<Change> {
  const move = Object.hasOwn(declared.moves, key) ? declared.moves[key] : undefined;
  if (!move) return refuse("not_found", "case.unknown_move", { move: key });
  const { actor } = context;
  if (actor && !may(actor, move.by)) return refuse("forbidden", "http.no_permission", { permission: move.by });
  if (!move.from.includes(row.state))
    return refuse("conflict", "case.wrong_state", { state: row.state, label: declared.states[row.state]?.label, move: move.label });
  if (actor && move.holder && !holds(row, actor))
    return refuse("conflict", "case.held_by_other", { by: row.holderName ?? row.holderPost ?? "", person: row.holderPerson });
  const waiting = (move.waitsFor ?? []).filter((request) => context.openRequests.includes(request));
  if (waiting.length > 0)
    return refuse("conflict", "case.waits_for", {
      requests: waiting.map((request) => declared.requests?.[request]?.label ?? request).join("、"),
    });
  const closed = move.closed?.(row, context);
  if (closed) return refuse("conflict", closed.code, closed.params ?? {});
  if (!asking) {
    const missing = (move.asks ?? []).filter((field) => isEmpty(given[field]));
    const names = missing.map((field) => declared.fields[field]?.label ?? field);
    if (move.note === "required" && isEmpty(given.note)) names.push("说明");
    if (names.length > 0) return refuse("invalid", "case.asks", { fields: names.join("、"), keys: missing });
    const refused = move.refuse?.(row, given, context);
    if (refused) return refuse("conflict", refused.code, refused.params ?? {});
  }
  const to = move.to === "same" ? row.state : move.to;
  return ok({ to, ends: declared.states[to]?.end === true, values: asking ? {} : changes(declared, row, move, to, given, context), move });
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

const holds = (row: CaseRow, actor: { readonly userId: string; readonly organId: string | null; readonly post: string | null }): boolean =>
  row.holderPerson !== null ? row.holderPerson === actor.userId : row.holderOrgan === null || row.holderOrgan === actor.organId;

function changes(
  declared: AnyCase,
  row: CaseRow,
  move: AnyMove,
  to: string,
  given: Given,
  context: DecideContext,
): Record<string, unknown> {
  const own = Object.fromEntries(
    [...(move.asks ?? []), ...(move.takes ?? [])].filter((key) => key in given).map((key) => [key, given[key]]),
  );
  const sets = move.sets?.(row, given, context) ?? {};
  const whole = { ...row, ...own, ...sets };
  const limit = declared.states[to]?.due;
  // A case that stays where it is keeps its deadline, unless the very day it hangs on was moved.
  const keeps = move.to === "same" && !(limit && "field" in limit && (limit.field in own || limit.field in sets));
  const due = keeps ? {} : { dueAt: dueAt(limit, context.now, context.today, whole, context.settings)?.toISOString() ?? null };
  const end = declared.states[to]?.end ? { closedAt: context.now.toISOString(), dueAt: null } : {};
  return { ...own, ...sets, ...holder(move, given, context, whole), ...due, ...end, state: to };
}

function holder(move: AnyMove, given: Given, { actor }: DecideContext, whole: Given): Record<string, unknown> {
  if (move.passTo === "self" && actor) return { holderPerson: actor.userId, holderOrgan: actor.organId, holderPost: actor.post };
  if (move.passTo === "none") return { holderPerson: null };
  if (typeof move.passTo === "object") return { holderOrgan: whole[move.passTo.organ] ?? whole.holderOrgan, holderPerson: null };
  if (move.passTo === "given") {
    const named = Object.fromEntries(
      ["holderPerson", "holderOrgan", "holderPost"].filter((key) => given[key] !== undefined).map((key) => [key, given[key]]),
    );
    return "holderOrgan" in named && !("holderPerson" in named) ? { ...named, holderPerson: null } : named;
  }
  return {};
}

export type NextMove = {
  readonly move: string;
  readonly label: string;
  readonly asks: readonly string[];
  readonly takes: readonly string[];
  readonly note?: "required" | "optional";
};
export type ClosedMove = {
  readonly move: string;
  readonly label: string;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
};

/** The moves open now, and those people expect that are not, with the reason. */
export function nextMoves(
  declared: AnyCase,
  row: CaseRow,
  context: DecideContext,
): { readonly can: readonly NextMove[]; readonly cannot: readonly ClosedMove[] } {
  const can: NextMove[] = [];
  const cannot: ClosedMove[] = [];
  for (const [key, move] of Object.entries(declared.moves)) {
    const decision = decide(declared, row, key, {}, context, true);
    if (decision.ok)
      can.push({ move: key, label: move.label, asks: move.asks ?? [], takes: move.takes ?? [], ...(move.note ? { note: move.note } : {}) });
    else if (decision.refusal.code !== "case.wrong_state" && decision.refusal.kind !== "forbidden")
      cannot.push({ move: key, label: move.label, code: decision.refusal.code, params: decision.refusal.params });
  }
  return { can, cannot };
}
