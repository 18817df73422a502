/** Points of a ledger as vector tiles, for a crowd no browser takes as a list. The same filter and range as the list's own. */
import { z } from "zod";
import { scopeOf } from "../actor.ts";
import { inScope } from "../db.ts";
import { parseAsked } from "../http/server.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { RawRoute } from "../route.ts";
import type { Services } from "../services.ts";
import type { Entry } from "./catalog.ts";
import { pathOf } from "./names.ts";
import { datums } from "./point.ts";
import { tilePoints } from "./read.ts";
import { listInput, readerOf } from "./routes.ts";
import { boxOf, dotDegrees, isTile, MOST_ZOOM, NAMES_ZOOM, tileOf, WHOLE_ZOOM } from "./tile.ts";

const TILE_TYPE = "application/vnd.mapbox-vector-tile";
const whole = z.coerce.number().int().nonnegative();
const tileInput = listInput.pick({ view: true, where: true, q: true }).extend({
  z: whole.max(MOST_ZOOM),
  x: whole,
  y: whole,
  datum: z.enum(datums).default("wgs84").describe("底图的坐标系，点随之移动"),
  stand: z.string().max(40).optional().describe("任意字样：换一个，浏览器就不用存着的那一块"),
});

export const ledgerTileRoutes = ({ catalog }: Pick<Services, "catalog">): readonly RawRoute[] =>
  [...catalog.entries.values()].filter(({ ledger }) => ledger.place).map(tileRoute);

const tileRoute = ({ ledger }: Entry): RawRoute => ({
  method: "GET",
  path: `/${pathOf(ledger.name)}/tiles/:z/:x/:y`,
  tag: ledger.label,
  summary: `${ledger.label} 地图瓦片`,
  description: `矢量瓦片，图层 points，每点有 id，${NAMES_ZOOM} 级起有 title。${WHOLE_ZOOM} 级以下拥挤处只留分得开的点。`,
  permission: `${ledger.name}.read`,
  input: tileInput,
  output: z.string(),
  sends: TILE_TYPE,
  bare: { 204: "此处没有点" },
  async answer({ actor, request, reply, services }): Promise<Result<Buffer | undefined>> {
    const parsed = parseAsked(tileInput, { ...(request.query as object), ...(request.params as object) }, request);
    if (!parsed.ok) return parsed;
    const { z, x, y, datum, ...query } = parsed.value;
    const at = { z, x, y };
    if (!isTile(at)) return refuse("invalid", "ledger.bad_tile", { ...at, most: 2 ** z - 1 });
    const moment = { actor, now: services.clock.now(), today: services.clock.today(), services };
    const found = await inScope(services.db, scopeOf(actor), (tx) =>
      tilePoints(
        services.catalog.get(ledger.name),
        query,
        { box: boxOf(at, datum), cell: z < WHOLE_ZOOM ? dotDegrees(z) : null, named: z >= NAMES_ZOOM },
        readerOf({ tx, ...moment }),
      ),
    );
    if (!found.ok) return found;
    // What one person may see is nobody else's: his browser keeps it a minute, no proxy does.
    void reply.header("cache-control", "private, max-age=60");
    void reply.header("vary", "cookie");
    const bytes = found.value.length > 0 ? tileOf(at, datum, found.value) : null;
    if (!bytes) {
      void reply.status(204);
      return ok(undefined);
    }
    void reply.type(TILE_TYPE);
    return ok(Buffer.from(bytes));
  },
});
