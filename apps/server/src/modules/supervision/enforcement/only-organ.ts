/** Whose step it is: some moves belong to the organ that stands in a field of the case, whoever else holds the right. */
import type { MoveContext, MoveRefusal } from "#platform/case/define.ts";

type Row = Readonly<Record<string, unknown>>;

/** Closed to everybody but the organ in `field`; open to the program itself, and where the case names none. */
export const onlyOrgan =
  (field: string, code: string) =>
  (row: Row, { actor }: Pick<MoveContext, "actor">): MoveRefusal | undefined =>
    actor && typeof row[field] === "string" && row[field] !== actor.organId ? { code } : undefined;
