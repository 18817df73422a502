/** A text becomes a draft: checked as it stands, kept with its errors. */
import { z } from "zod";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import type { AreaKey } from "#platform/values.ts";
import { readYaml } from "./format/read-yaml.ts";
import { addVersion, type NewVersion } from "./store.ts";
import { trialOf } from "./trial.ts";

type Head = { readonly pack: string; readonly title: string };
const headSchema = z.object({ pack: z.string().regex(/^[A-Z][A-Z0-9]{0,11}$/), title: z.coerce.string().trim().min(1).max(80) });

/** The letters and title a text gives itself; a draft needs no more to be kept. */
function headIn(source: string): Head | undefined {
  const read = readYaml(source);
  const found = read.ok ? headSchema.safeParse(read.data) : undefined;
  return found?.success ? found.data : undefined;
}

export type Written = Pick<NewVersion, "pack" | "title" | "source" | "compiled" | "errors" | "by" | "at">;
type Asked = {
  readonly source: string;
  readonly area: AreaKey;
  /** Of a draft whose text does not read just now. */
  readonly fallback?: Head | undefined;
  /** The document's own words, where they were attached. */
  readonly document?: string | undefined;
};

export async function asWritten(
  { source, area, fallback, document }: Asked,
  context: RouteContext,
): Promise<Result<{ readonly written: Written; readonly trial: Awaited<ReturnType<typeof trialOf>> }>> {
  const head = headIn(source) ?? fallback;
  if (!head) return refuse("invalid", "packs.no_such_pack");
  const trial = await trialOf(source, { area, on: context.today, document }, context);
  const errors = trial.tried.problems.filter(({ severity }) => severity === "error").length;
  const { actor, now } = context;
  const compiled = errors === 0 ? (trial.tried.pack ?? null) : null;
  return ok({
    trial,
    written: { pack: head.pack, title: head.title, source, compiled, errors, by: { id: actor.userId, name: actor.name }, at: now },
  });
}

export async function newDraft(
  { source, area, note }: { readonly source: string; readonly area: AreaKey; readonly note: string },
  context: RouteContext,
): Promise<Result<{ readonly id: string; readonly number: number }>> {
  const made = await asWritten({ source, area }, context);
  if (!made.ok) return made;
  const { written } = made.value;
  const id = uuidv7(context.now.getTime());
  const number = await addVersion({ id, area, note, ...written }, context.tx);
  context.audit({ action: "另立政策包", subject: "policy-tasks.pack", subjectId: id, area, detail: { pack: written.pack, number } });
  return ok({ id, number });
}
