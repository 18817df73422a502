/** A filled .docx of a kind another module keeps, on the office's own template where it has one. Nothing is recorded: the module keeps its own record. */
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import { calendarDate } from "#platform/values.ts";
import { fillTemplate } from "./domain/docx-check.ts";
import type { DocumentKind } from "./domain/kind.ts";
import { type DocumentValues, tellTemplate } from "./domain/values.ts";
import { templateFor } from "./template-store.ts";

export type Filling = {
  readonly kind: DocumentKind;
  readonly values: DocumentValues;
  /** Whose document it is; its own template is used where `id` has one. */
  readonly organ: { readonly id: string | null; readonly name: string };
  readonly number: string;
  readonly party: string;
  readonly on: string;
};

export async function fillDocument(tx: Tx, services: Services, filling: Filling): Promise<Buffer> {
  const { kind, values, organ, number, party, on } = filling;
  const { bytes } = await templateFor(tx, services, kind, organ.id);
  return fillTemplate(bytes, tellTemplate(kind, values, { number, organ: organ.name, party, on: calendarDate.parse(on) }));
}
