/** The gateway's own connection to the database: plain `pg`, one statement at a time, opened again after any trouble. */
import pg from "pg";
import type { StoringTrouble } from "#modules/sensing/remote-monitoring/index.ts";
import { copyInto } from "./copy-rows.ts";

/** Trouble that another try may outlive: the database is away, starting, full, or broke the connection. Anything else lies in the rows. */
export function isPassing(error: unknown): boolean {
  const code = (error as { readonly code?: unknown }).code;
  if (typeof code !== "string") return true;
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|25006|40|53|55|57|58)/.test(code);
}

/** For the person who has to do something about it: make room, or look for the database. A full disk soon takes the database away as well. */
export function troubleOf(error: Error | null): StoringTrouble {
  const isFull = (error as { readonly code?: unknown } | null)?.code === "53100" || /No space left on device/i.test(error?.message ?? "");
  return isFull ? "disk-full" : "database-away";
}

export class Store {
  readonly #url: string;
  readonly #name: string;
  readonly #prelude: string;
  #client: pg.Client | null = null;

  /** @param prelude statements for every new connection */
  constructor(url: string, name: string, prelude = "") {
    this.#url = url;
    this.#name = name;
    this.#prelude = prelude;
  }

  /** Statements and binary rows in one transaction; see `copyInto`. */
  async copy(text: string, rows: Buffer): Promise<void> {
    await this.#use((client) => copyInto(client, text, rows));
  }

  async rows<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return this.#use(async (client) => (await client.query<Row>({ name, text, values })).rows);
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = null;
    await client?.end().catch(() => undefined);
  }

  async #use<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = this.#client ?? (await this.#open());
    try {
      return await work(client);
    } catch (error) {
      if (isPassing(error)) this.#drop(client);
      throw error;
    }
  }

  async #open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: this.#name,
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
    });
    client.on("error", () => this.#drop(client));
    await client.connect();
    if (this.#prelude !== "") await client.query(this.#prelude);
    this.#client = client;
    return client;
  }

  #drop(client: pg.Client): void {
    if (this.#client === client) this.#client = null;
    client.end().catch(() => undefined);
  }
}
