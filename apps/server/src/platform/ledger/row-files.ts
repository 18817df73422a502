/**
 * Evidence of a row: whoever may read the row may see the files it holds, wherever they were uploaded. What a row takes: files-of-rows.ts.
 */
import { sql } from "kysely";
import { z } from "zod";
import { pastRowFilter, type Tx } from "../db.ts";
import { inRequest } from "../http/server.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { RawRoute } from "../route.ts";
import type { Services } from "../services.ts";
import type { Entry } from "./catalog.ts";
import { filesFields, idsOf } from "./files-of-rows.ts";
import { pathOf } from "./names.ts";
import { findRow } from "./read.ts";
import { readerOf } from "./routes.ts";

const idInput = z.object({ id: z.uuid(), file: z.uuid() });
type Kept = { readonly sha256: string; readonly name: string; readonly mediaType: string; readonly sizeBytes: number };

/** `GET /<ledger>/:id/files/:file`, for every ledger that holds files. */
export const rowFileRoutes = ({ catalog }: Pick<Services, "catalog">): readonly RawRoute[] =>
  [...catalog.entries.values()].filter(({ ledger }) => filesFields(ledger).length > 0).map(rowFileRoute);

function rowFileRoute({ ledger }: Entry): RawRoute {
  const route: RawRoute = {
    method: "GET",
    path: `/${pathOf(ledger.name)}/:id/files/:file`,
    tag: ledger.label,
    summary: `${ledger.label} 所附文件`,
    description: "能看这一条，就能看它所附的文件。",
    permission: `${ledger.name}.read`,
    input: idInput,
    output: z.string(),
    sends: "*/*",
    async answer({ request, reply, services }) {
      const given = idInput.safeParse(request.params);
      const found = await inRequest(route, request, reply, services, async (context): Promise<Result<Kept>> => {
        const row = given.success ? await findRow(services.catalog.get(ledger.name), given.data.id, readerOf(context)) : undefined;
        if (!row || !given.success) return refuse("not_found", "ledger.unknown_row");
        const holds = filesFields(ledger).some((key) => idsOf(row[key]).includes(given.data.file));
        const file = holds ? await pastRowFilter(context.tx, (tx) => keptFile(given.data.file, tx)) : undefined;
        return file ? ok(file) : refuse("not_found", "ledger.unknown_row");
      });
      if (!found.ok) return found;
      const file = found.value as Kept;
      void reply
        .type(file.mediaType)
        .header("content-length", file.sizeBytes)
        .header("cache-control", "private, max-age=86400")
        .header("content-security-policy", "sandbox; default-src 'none'")
        .header("content-disposition", `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`);
      return ok(services.files.read(file.sha256));
    },
  };
  return route;
}

async function keptFile(id: string, tx: Tx): Promise<Kept | undefined> {
  const { rows } =
    await sql<Kept>`select encode(sha256, 'hex') as sha256, name, media_type, size_bytes from platform.file where id = ${id}`.execute(tx);
  return rows[0];
}
