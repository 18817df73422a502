/** A file is in and readable: from here on it is an import of its sender, and the audit says so. */
import type { Actor } from "../../actor.ts";
import { writeAudit } from "../../audit.ts";
import { asWorker } from "../../db.ts";
import type { Services } from "../../services.ts";
import type { Entry } from "../catalog.ts";
import { createImport } from "./import-store.ts";

export type ReceivedFile = {
  readonly id: string;
  readonly entry: Entry;
  readonly fileName: string;
  readonly sizeBytes: number;
  /** Where it came from: an address, or the terminal. */
  readonly address: string;
  readonly sha256?: string;
};

export function recordImport(
  { id, entry, fileName, sizeBytes, address, sha256 }: ReceivedFile,
  actor: Actor,
  services: Services,
): Promise<void> {
  const options = {
    area: actor.area,
    actorName: actor.name,
    areaName: actor.areaName,
    ...(sha256 === undefined ? {} : { fileSha256: sha256 }),
  };
  return asWorker(services.db, async (tx) => {
    await createImport(tx, { id, ledger: entry.ledger.name, fileName, options, createdBy: actor.userId });
    await writeAudit(tx, {
      action: `${entry.ledger.label} 送入导入文件`,
      actor: actor.userId,
      actorName: actor.name,
      subject: entry.ledger.name,
      subjectId: id,
      area: actor.area.lo,
      detail: { file: fileName, sizeBytes, address },
    });
  });
}
