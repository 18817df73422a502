/** What is wrong with a pack, and where: a place in the data, later a line of the text. */
export type Path = readonly (string | number)[];
export type Problem = {
  readonly path: Path;
  /** `packs.…`; its sentence names the remedy. */
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
  /** Another place the sentence speaks of, as `{otherLine}`. */
  readonly other?: Path;
  /** A warning is said and does not stop the pack. */
  readonly severity?: "warning";
};

/** Edits that turn one word into the other, up to `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length] ?? most + 1;
}

const MOST_EDITS = 12;
const SHOWN = 5;

/** Names most like a wrong one: those that share its beginning or a part, then by spelling. */
export function likely(wrong: string, names: Iterable<string>): readonly string[] {
  const asked = wrong.slice(0, 120);
  const home = asked.split(".")[0] ?? "";
  return [...names]
    .map((name) => {
      const bonus = name.includes(asked) || (home.length > 2 && name.startsWith(`${home}.`)) ? 6 : 0;
      return { name, far: distance(asked, name, MOST_EDITS) - bonus };
    })
    .filter(({ far }) => far <= MOST_EDITS)
    .sort((a, b) => a.far - b.far || a.name.localeCompare(b.name))
    .slice(0, SHOWN)
    .map(({ name }) => name);
}

const LISTED = 24;
export const listed = (names: Iterable<string>): string => {
  const all = [...names];
  return all.length > LISTED ? `${all.slice(0, LISTED).join("、")}…` : all.join("、");
};
