/** Which template a document is printed from: the organ's own in force, else the office-wide one, else ours. */
import { readFile } from "node:fs/promises";
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import { defaultTemplate } from "./domain/docx-build.ts";
import type { DocumentKind } from "./domain/kind.ts";

export type FoundTemplate = { readonly bytes: Buffer; readonly version: string };

export async function templateFor(
  tx: Tx,
  services: Pick<Services, "files">,
  kind: DocumentKind,
  organ: string | null,
): Promise<FoundTemplate> {
  const { rows } = await sql<{
    sha256: string;
    edition: number;
    organ: string | null;
  }>`select sha256, edition, organ from enforcement.template
    where kind = ${kind.key} and in_force and deleted_at is null and (organ is null or organ = ${organ}) order by organ nulls last limit 1`.execute(
    tx,
  );
  const own = rows[0];
  if (!own) return { bytes: defaultTemplate(kind), version: "默认" };
  return { bytes: await readFile(services.files.path(own.sha256)), version: `${own.organ ? "本单位" : "通用"}第${own.edition}版` };
}
