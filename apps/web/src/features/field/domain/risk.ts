/** The grade as the phone sees it before the server says so; points and limits come with the day's download. */
type Limits = { readonly red: number; readonly orange: number; readonly yellow: number };
export type Grade = "red" | "orange" | "yellow" | "blue";

export const scoreOf = (factors: readonly string[], points: Readonly<Record<string, number>>): number =>
  [...new Set(factors)].reduce((sum, factor) => sum + (points[factor] ?? 0), 0);

export const gradeOf = (score: number, { red, orange, yellow }: Limits): Grade =>
  score >= red ? "red" : score >= orange ? "orange" : score >= yellow ? "yellow" : "blue";
