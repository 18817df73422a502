/** What the composition root hands to every route, handler and job. */

import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Db } from "./db.ts";
import type { Read } from "./english.ts";
import type { FileStore } from "./files.ts";
import type { Jobs } from "./jobs.ts";
import type { Catalog } from "./ledger/catalog.ts";
import type { LiveFeed } from "./live.ts";
import type { Log } from "./log.ts";
import type { Language, Messages } from "./messages.ts";
import type { Registry } from "./module.ts";
import type { Sealer } from "./seal.ts";
import type { AreaRange } from "./values.ts";

export type Spoken = {
  readonly registry: Registry;
  /** Reads what the program composed and stored in Chinese. */
  readonly read: Read;
};

export type Services = {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly db: Db;
  readonly catalog: Catalog;
  readonly registry: Registry;
  readonly sealer: Sealer;
  readonly files: FileStore;
  readonly live: LiveFeed;
  readonly jobs: Jobs;
  readonly messages: Messages;
  /** The declarations in the words of a language: to show, never to store or decide by. */
  readonly spoken: Readonly<Record<Language, Spoken>>;
  /** The whole of this installation's tree. */
  readonly city: { readonly code: string; readonly name: string; readonly range: AreaRange };
};
