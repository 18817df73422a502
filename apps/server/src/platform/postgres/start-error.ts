/** Why the embedded database cannot start, as one sentence for the person at the terminal: what is wrong, what to do next. */
export class PostgresStartError extends Error {
  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(`${chinese}\n${english}`, options);
    this.name = "PostgresStartError";
  }
}
