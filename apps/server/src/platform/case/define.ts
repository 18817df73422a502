/**
 * Case: what must be followed to its end. A ledger with one state, one holder at every moment, side requests in parallel, and a declared life cycle.
 * `decide` (case/decide.ts) is pure and serves the server, the list of next moves and the phone alike. docs/how-to/add-a-case.md.
 */
import type { Actor } from "../actor.ts";
import type { Fields, Ledger, LedgerDeclaration, Values } from "../ledger/define.ts";

/** How long a state may last. Overdue is a question about `dueAt`, never a stored state. */
export type Due =
  | { readonly seconds: number }
  | { readonly minutes: number }
  | { readonly days: number }
  | { readonly working: number }
  | { readonly field: string }
  /** Seconds from a setting an administrator may change, with the default. */
  | { readonly setting: string; readonly seconds: number };

export type State = { readonly label: string; readonly due?: Due; readonly end?: true };

export type Given = Readonly<Record<string, unknown>>;
export type MoveContext = { readonly actor: Actor | null; readonly now: Date; readonly today: string };
export type MoveRefusal = { readonly code: string; readonly params?: Readonly<Record<string, unknown>> };

export type Move<F extends Fields, S extends string> = {
  readonly label: string;
  readonly from: readonly S[];
  readonly to: S | "same";
  readonly by: string;
  /** Only the present holder (person, post or organ) may do it. */
  readonly holder?: boolean;
  /** Who holds the case afterwards: the one who moves it, one named in the move, or nobody in person. */
  readonly passTo?: "self" | "given" | "none";
  /** Fields that must be given with the move. */
  readonly asks?: readonly (keyof F & string)[];
  /** Fields that may be given. */
  readonly takes?: readonly (keyof F & string)[];
  /** Requests that must be answered first. */
  readonly waitsFor?: readonly string[];
  /** A sentence for the record is demanded. */
  readonly note?: "required" | "optional";
  refuse?(row: Partial<Values<F>> & { readonly state: string }, given: Given, context: MoveContext): MoveRefusal | undefined;
  /** Further columns the move writes. */
  sets?(row: Partial<Values<F>>, given: Given, context: MoveContext): Partial<Record<keyof F & string, unknown>>;
};

export type CaseDeclaration<F extends Fields, S extends string, M extends string> = LedgerDeclaration<F> & {
  readonly states: Readonly<Record<S, State>>;
  readonly start: NoInfer<S>;
  readonly moves: Readonly<Record<M, Move<F, NoInfer<S>>>>;
  readonly requests?: Readonly<Record<string, { readonly label: string; readonly due: Due; readonly by: string }>>;
  /** One open case per these columns: the same thing raised again counts on it. */
  readonly sameWhileOpen?: readonly (keyof F & string)[];
};

export type Case<F extends Fields = Fields, S extends string = string, M extends string = string> = CaseDeclaration<F, S, M> & Ledger<F>;

/** The erased form. */
export type AnyCase = Omit<Case, "moves" | "states" | "derive" | "check"> & {
  readonly states: Readonly<Record<string, State>>;
  readonly moves: Readonly<Record<string, AnyMove>>;
};
export type AnyMove = Omit<Move<Fields, string>, "refuse" | "sets" | "asks" | "takes"> & {
  readonly asks?: readonly string[];
  readonly takes?: readonly string[];
  refuse?(row: Given & { readonly state: string }, given: Given, context: MoveContext): MoveRefusal | undefined;
  sets?(row: Given, given: Given, context: MoveContext): Given;
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
    if (!permissions.has(move.by)) say(`move ${key} needs unknown permission ${move.by}`);
    for (const request of move.waitsFor ?? [])
      if (!(request in (declared.requests ?? {}))) say(`move ${key} waits for unknown request ${request}`);
  }
  for (const state of states) if (!reachesEnd(declared, state, new Set())) say(`state ${state} reaches no end`);
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
