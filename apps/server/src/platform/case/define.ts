/**
 * Case: what must be followed to its end. A ledger with one state, one holder at every moment, side requests in parallel, and a declared life cycle.
 * `decide` (case/decide.ts) is pure and serves the server, the list of next moves and the phone alike. docs/how-to/add-a-case.md.
 */
import type { Actor } from "../actor.ts";
import type { Fields, Ledger, LedgerDeclaration, Row, Values } from "../ledger/define.ts";
import type { Result } from "../result.ts";
import type { RouteContext } from "../route.ts";

/** How long a state may last. Overdue is a question about `dueAt`, never a stored state. */
export type Due =
  | { readonly seconds: number }
  | { readonly minutes: number }
  | { readonly days: number }
  | { readonly working: number }
  | { readonly field: string }
  /** Seconds from a setting an administrator may change, with the default. */
  | { readonly setting: string; readonly seconds: number };

export type State = {
  readonly label: string;
  /** What this part of the life is called on its bar, where the state's own name speaks of waiting: 整改 for 整改中. */
  readonly step?: string;
  readonly due?: Due;
  readonly end?: true;
};

export type Given = Readonly<Record<string, unknown>>;
export type MoveContext = { readonly actor: Actor | null; readonly now: Date; readonly today: string };
export type MoveRefusal = { readonly code: string; readonly params?: Readonly<Record<string, unknown>> };

/** What the shell must fetch or make before a decision (a number, a file, another row), added to what was given; its transaction holds all. */
export type Ready = (context: RouteContext, row: Row, given: Given) => Promise<Result<Given>>;

/** A person opens the case with the standard form: the fields it asks; the program's own values come from `ready`. */
export type ByHand<K extends string> = {
  readonly asks: readonly K[];
  /** The organ in this field holds it first: whoever has to act, not who wrote it down. Without it, and where it is empty, the organ of whoever opens it. */
  readonly holder?: K;
  ready?(context: RouteContext, given: Given & { readonly area: number }): Promise<Result<Given>>;
};

export type Move<F extends Fields, S extends string> = {
  readonly label: string;
  readonly from: readonly S[];
  readonly to: S | "same";
  readonly by: string;
  /** Only the present holder (person, post or organ) may do it. */
  readonly holder?: boolean;
  /** Who holds the case afterwards: the one who moves it, one named in the move, nobody in person, or the organ that stands in a field. */
  readonly passTo?: "self" | "given" | "none" | { readonly organ: keyof F & string };
  /** Fields that must be given with the move. */
  readonly asks?: readonly (keyof F & string)[];
  /** Fields that may be given. */
  readonly takes?: readonly (keyof F & string)[];
  /** Requests that must be answered first. */
  readonly waitsFor?: readonly string[];
  /** A sentence for the record is demanded. */
  readonly note?: "required" | "optional";
  /** Why it cannot be made, known from the row alone: the move is shown closed with this reason, before anything is asked. */
  closed?(row: Partial<Values<F>> & { readonly state: string }, context: MoveContext): MoveRefusal | undefined;
  refuse?(row: Partial<Values<F>> & { readonly state: string }, given: Given, context: MoveContext): MoveRefusal | undefined;
  /** Runs before `refuse` and `sets`, through the route alone; who moves a case otherwise brings the same. */
  readonly ready?: Ready;
  /** Further columns the move writes. */
  sets?(
    row: Partial<Values<F>> & { readonly state: string },
    given: Given,
    context: MoveContext,
  ): Partial<Record<keyof F & string, unknown>>;
};

/** A side request 抄告、协办、延期、会签: parallel to the case's one state, with an organ that owes the answer. */
export type RequestKind<F extends Fields, M extends string> = {
  readonly label: string;
  /** Until when the answer is owed, unless who asks names a day. */
  readonly due: Due;
  /** Who may ask; `answer: "decision"` also: who may decide, at the organ asked. */
  readonly by: string;
  readonly decidedBy?: string;
  /** The organ asked: named by who asks, or the one that stands in a field. */
  readonly to: "named" | { readonly organ: keyof F & string };
  /** Words, or a yes or no. */
  readonly answer: "reply" | "decision";
  /** Holds the case up until who asked has looked at what was done and accepted it. */
  readonly accepted?: true;
  /** Fields asked for with it; a granted request hands them to `onGrant`. */
  readonly asks?: readonly (keyof F & string)[];
  /** The move that follows when it is granted, made by the system. */
  readonly onGrant?: NoInfer<M>;
  /** Numbered with this word: 抄告〔2026〕12号. */
  readonly numbered?: string;
  readonly from?: readonly string[];
  /** Kind of organ, the nearest above the case's place, that hears when the day has passed without an answer. */
  readonly escalatesTo?: string;
};
export type AnyRequestKind = RequestKind<Fields, string>;

/** One level of 三级提醒: so many working days before (negative) or after the deadline. */
export type Reminder = {
  readonly level: 1 | 2 | 3;
  readonly working: number;
  /** Tells the organ above the holder as well. */
  readonly escalates?: true;
};

export type CaseDeclaration<F extends Fields, S extends string, M extends string> = LedgerDeclaration<F> & {
  readonly states: Readonly<Record<S, State>>;
  readonly start: NoInfer<S>;
  readonly moves: Readonly<Record<M, Move<F, NoInfer<S>>>>;
  /** Offered as 登记 to whoever holds the case's right `write`. */
  readonly byHand?: ByHand<keyof F & string>;
  readonly requests?: Readonly<Record<string, RequestKind<F, M>>>;
  /** Who hears of a deadline before, at and after it; each level once a deadline. */
  readonly reminders?: readonly Reminder[];
  /** What a line of 工作台 says, where the title is only a number. */
  readonly says?: keyof F & string;
  /** One open case per these columns: the same thing raised again counts on it. */
  readonly sameWhileOpen?: readonly (keyof F & string)[];
};

export type Case<F extends Fields = Fields, S extends string = string, M extends string = string> = CaseDeclaration<F, S, M> & Ledger<F>;

/** The erased form. */
export type AnyCase = Omit<Case, "moves" | "states" | "derive" | "check" | "requests" | "byHand"> & {
  readonly byHand?: ByHand<string>;
  readonly requests?: Readonly<Record<string, AnyRequestKind>>;
  readonly states: Readonly<Record<string, State>>;
  readonly moves: Readonly<Record<string, AnyMove>>;
};
export type AnyMove = Omit<Move<Fields, string>, "closed" | "refuse" | "sets" | "asks" | "takes" | "passTo"> & {
  readonly passTo?: "self" | "given" | "none" | { readonly organ: string };
  readonly asks?: readonly string[];
  readonly takes?: readonly string[];
  closed?(row: Given & { readonly state: string }, context: MoveContext): MoveRefusal | undefined;
  refuse?(row: Given & { readonly state: string }, given: Given, context: MoveContext): MoveRefusal | undefined;
  sets?(row: Given & { readonly state: string }, given: Given, context: MoveContext): Given;
};

export const defineCase = <const F extends Fields, const S extends string, const M extends string>(
  name: string,
  declaration: CaseDeclaration<F, S, M>,
): Case<F, S, M> => ({
  ...declaration,
  name,
  isCase: true,
});

export const eraseCase = (declared: unknown): AnyCase => declared as AnyCase;

/** Last parts of the addresses every case has beside its moves. */
const TAKEN = new Set(["next", "timeline", "notices", "requests", "urge", "history", "reveal", "files"]);

/** What the compiler cannot see: dead ends, unknown states, fields a move asks that do not exist. */
export function checkCase(declared: AnyCase, permissions: ReadonlySet<string>): readonly string[] {
  const problems: string[] = [];
  const say = (what: string) => problems.push(`${declared.name}: ${what}`);
  const states = Object.keys(declared.states);
  if (!states.includes(declared.start)) say(`start ${declared.start} is no state`);
  for (const [key, move] of Object.entries(declared.moves)) {
    for (const state of [...move.from, ...(move.to === "same" ? [] : [move.to])])
      if (!states.includes(state)) say(`move ${key} names unknown state ${state}`);
    for (const state of move.from) if (declared.states[state]?.end) say(`move ${key} leaves the end ${state}`);
    for (const field of [...(move.asks ?? []), ...(move.takes ?? [])])
      if (!(field in declared.fields)) say(`move ${key} asks unknown field ${field}`);
    if (typeof move.passTo === "object" && !(move.passTo.organ in declared.fields))
      say(`move ${key} passes to unknown field ${move.passTo.organ}`);
    if (TAKEN.has(key)) say(`move ${key} has the name of a route every case has`);
    if (!permissions.has(move.by)) say(`move ${key} needs unknown permission ${move.by}`);
    for (const request of move.waitsFor ?? [])
      if (!(request in (declared.requests ?? {}))) say(`move ${key} waits for unknown request ${request}`);
  }
  for (const [key, kind] of Object.entries(declared.requests ?? {})) {
    if (!permissions.has(kind.by)) say(`request ${key} needs unknown permission ${kind.by}`);
    if (kind.decidedBy && !permissions.has(kind.decidedBy)) say(`request ${key} needs unknown permission ${kind.decidedBy}`);
    if (kind.onGrant && !(kind.onGrant in declared.moves)) say(`request ${key} makes unknown move ${kind.onGrant}`);
    for (const field of [...(kind.asks ?? []), ...(kind.to === "named" ? [] : [kind.to.organ])])
      if (!(field in declared.fields)) say(`request ${key} names unknown field ${field}`);
  }
  for (const state of states) if (!reachesEnd(declared, state, new Set())) say(`state ${state} reaches no end`);
  const holder = declared.byHand?.holder;
  if (holder !== undefined && declared.fields[holder]?.kind !== "organ") say(`byHand gives it first to ${holder}, which is no organ`);
  for (const key of declared.byHand?.asks ?? []) if (!(key in declared.fields)) say(`byHand asks unknown field ${key}`);
  for (const key of declared.sameWhileOpen ?? []) if (!(key in declared.fields)) say(`sameWhileOpen names unknown field ${key}`);
  return problems;
}

function reachesEnd(declared: AnyCase, state: string, seen: Set<string>): boolean {
  if (declared.states[state]?.end) return true;
  if (seen.has(state)) return false;
  seen.add(state);
  return Object.values(declared.moves).some(
    (move) => move.to !== "same" && move.from.includes(state) && reachesEnd(declared, move.to, seen),
  );
}
