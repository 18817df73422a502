/** Which template a document is printed from: the organ's own in force, else the common one of the nearest area that holds the organ, else ours. */
import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import { defaultTemplate } from "./domain/docx-build.ts";
import type { DocumentKind } from "./domain/kind.ts";
import { nearestTemplate } from "./domain/nearest-template.ts";

export type FoundTemplate = { readonly bytes: Buffer; readonly version: string };
type Kept = { readonly sha256: string; readonly edition: number; readonly organ: string | null; readonly area: number };

/** @param place where the organ is looked for when it is not on the record: the document's area, the asker's */
export async function templateFor(
  tx: Tx,
  services: Pick<Services, "files">,
  kind: DocumentKind,
  organ: string | null,
  place?: number,
): Promise<FoundTemplate> {
  const { rows } = await sql<Kept>`select sha256, edition, organ, area from enforcement.template
    where kind = ${kind.key} and in_force and deleted_at is null and (organ is null or organ = ${organ})`.execute(tx);
  const { rows: organs } = await sql<{ area: number }>`select area from organizations.v_organ where id = ${organ}`.execute(tx);
  const found = nearestTemplate(rows, organs[0]?.area ?? place);
  if (!found) return { bytes: defaultTemplate(kind), version: "默认" };
  return { bytes: await readFile(services.files.path(found.sha256)), version: `${found.organ ? "本单位" : "通用"}第${found.edition}版` };
}
