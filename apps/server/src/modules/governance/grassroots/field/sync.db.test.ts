/** Patrols of a phone through the door: nothing lost, nothing doubled, whatever was sent again, in pieces or out of order. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { uuidv7 } from "#platform/ledger/write.ts";

let app: App;
let town: number;
let village: number;
let organ: string;
let own: Caller;
let member: string;
type Piece = Readonly<Record<string, unknown>> & { readonly id: string };
type Receipt = {
  readonly message: string | null;
  readonly id: string;
  readonly result: string;
  readonly receipt: string | null;
  readonly code: string | null;
};

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T07:30:00Z" });
  const [row] = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 1", [sample.kecheng]);
  town = Number(row?.key);
  const [first] = await app.sql("select key from platform.area where parent = $1 and level = 'village' order by key limit 1", [town]);
  village = Number(first?.key);
  const [government] = await app.sql("select id from organizations.organ where area = $1 and kind = 'government' limit 1", [town]);
  organ = String(government?.id);
  own = app.as("grid-member", { area: town, organId: organ, name: "胡小平" });
  const { userId } = own.actor;
  await app.sql(
    `insert into identity."user" (id, area, name, account, kind, state, search_text) values ($1, $2, '胡小平', 'hxp', 'official', 'active', '')`,
    [userId, town],
  );
  const clerk = app.as("street-clerk", { area: town, organId: organ, name: "方丽华" });
  const made = await clerk.post("/grassroots/grid-member", {
    area: village,
    name: "胡小平",
    kind: "full",
    status: "active",
    objects: 40,
    patrolsAMonth: 4,
    user: userId,
  });
  member = String(made.body.id);
});
afterAll(() => app?.end());

const at = (minute: number) => `2026-03-18T06:${String(minute).padStart(2, "0")}:00.000Z`;
const begun = (patrol: string): Piece => ({
  id: uuidv7(),
  kind: "patrolBegun",
  patrol,
  at: at(0),
  route: "第 1 网格",
  point: { lon: 118.87, lat: 28.97 },
});
const visited = (patrol: string, n: number, place: string): Piece => ({
  id: uuidv7(),
  kind: "pointVisited",
  patrol,
  at: at(n),
  place,
  fine: true,
});
const problem = (patrol: string, n: number, onSpot: boolean): Piece => ({
  id: uuidv7(),
  kind: "problemFound",
  patrol,
  at: at(n),
  place: "3 幢",
  what: "楼道停放电动车",
  onSpot,
});
const ended = (patrol: string): Piece => ({ id: uuidv7(), kind: "patrolEnded", patrol, at: at(40) });
const send = async (pieces: readonly Piece[], who = own): Promise<readonly Receipt[]> => {
  const { status, body } = await who.post("/grassroots/field/sync", { pieces });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.receipts as Receipt[];
};
const held = (patrol: string) =>
  app.sql(
    "select member, objects::int, problems::int, on_spot::int, found_words, via, jsonb_array_length(points) as points, area from grassroots.patrol where id = $1",
    [patrol],
  );

describe("a patrol from a phone", () => {
  it("becomes one record when its end has come, with its points; the same letter again changes nothing", async () => {
    const patrol = uuidv7();
    const letter = [begun(patrol), visited(patrol, 1, "1 幢"), visited(patrol, 2, "2 幢"), problem(patrol, 3, true)];
    expect((await send(letter)).map(({ result }) => result)).toEqual(Array(4).fill("accepted"));
    expect(await held(patrol)).toEqual([]);
    const end = ended(patrol);
    await send([end]);
    const stands = {
      member,
      objects: 3,
      problems: 1,
      on_spot: 1,
      found_words: "3 幢：楼道停放电动车",
      via: "phone",
      points: 2,
      area: village,
    };
    expect(await held(patrol)).toMatchObject([{ ...stands, area: String(village) }].map((row) => ({ ...row, area: expect.anything() })));
    const again = await send([...letter, end]);
    expect(again.map(({ result }) => result)).toEqual(Array(5).fill("had"));
    expect(again.every(({ receipt }) => /^[0-9A-F]{8}$/.test(receipt ?? ""))).toBe(true);
    expect(await held(patrol)).toHaveLength(1);
    expect((await own.get(`/grassroots/grid-member/${member}`)).body.row).toMatchObject({ lastPatrolOn: "2026-03-18" });
  });

  it("what comes before its beginning waits; what comes after its end is added to the one record", async () => {
    const patrol = uuidv7();
    const [start, late, end] = [begun(patrol), visited(patrol, 5, "5 幢"), ended(patrol)];
    expect(await send([late])).toMatchObject([{ result: "later", code: "grassroots.patrol_unknown" }]);
    await send([start, end]);
    expect(await held(patrol)).toMatchObject([{ objects: 0 }]);
    expect(await send([late])).toMatchObject([{ result: "accepted" }]);
    expect(await held(patrol)).toMatchObject([{ objects: 1, points: 1 }]);
  });

  it("an id with other content is refused, another's id too, and a broken piece holds up no other", async () => {
    const patrol = uuidv7();
    const start = begun(patrol);
    const [first, other, broken, good] = await send([
      start,
      { ...start, route: "第 2 网格" },
      { id: uuidv7(), kind: "nonsense" },
      visited(patrol, 1, "1 幢"),
    ]);
    expect([first?.result, other?.code, broken?.code, good?.result]).toEqual([
      "accepted",
      "grassroots.piece_differs",
      "grassroots.bad_piece",
      "accepted",
    ]);
    expect(broken?.message).not.toMatch(/[A-Z][a-z]+ /);
    const stranger = await app.as("grid-member", { area: town }).post("/grassroots/field/sync", { pieces: [start] });
    expect(stranger).toMatchObject({ status: 403, body: { code: "grassroots.no_grid_member" } });
  });

  it("sent twice, in any cut and order, the server ends where one clean sending would", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { minLength: 4, maxLength: 12 }), async (order) => {
        const patrol = uuidv7();
        const facts = [
          begun(patrol),
          visited(patrol, 1, "1 幢"),
          visited(patrol, 2, "2 幢"),
          problem(patrol, 3, false),
          problem(patrol, 4, true),
          ended(patrol),
        ];
        for (const n of order) await send([facts[n] as Piece]);
        await send(facts);
        await send(facts);
        expect(await held(patrol)).toMatchObject([{ objects: 3, problems: 2, on_spot: 1, points: 2 }]);
      }),
      { numRuns: 5 },
    );
  });
});

describe("a risk check from a phone", () => {
  const check = (place: string, factors: readonly string[], more: object = {}): Piece => ({
    ...{ id: uuidv7(), kind: "riskChecked", risk: uuidv7(), at: at(10), place, placeKind: "rental", source: "gridMember", factors },
    ...more,
  });
  const stored = (piece: Piece) =>
    app.sql("select grade, route, repeats, earlier, hazard, source, finder from grassroots.risk_check where id = $1", [piece.risk]);

  it("is graded and sent where it belongs: a red one is a hazard at once, once", async () => {
    const red = check("和平弄 9 号", ["sleepingMixed", "exitBlocked"]);
    expect(await send([red])).toMatchObject([{ result: "accepted", code: "grassroots.risk_hazard" }]);
    expect(await send([red])).toMatchObject([{ result: "had" }]);
    const [row] = await stored(red);
    expect(row).toMatchObject({ grade: "red", route: "hazard", repeats: false });
    expect(await app.sql("select origin_name, found_by from hazard_loop.hazard where id = $1", [row?.hazard])).toMatchObject([
      { origin_name: "grassroots.risk-check", found_by: "胡小平" },
    ]);
  });

  it("seen again by somebody else within the month it counts as found again, and raises no second hazard", async () => {
    const first = check("和平弄 12 号", ["sleepingMixed", "exitBlocked"]);
    const second = check("和平弄12号", ["sleepingMixed", "exitBlocked"], { source: "volunteer", finder: "志愿者老周" });
    await send([first]);
    expect(await send([second])).toMatchObject([{ code: "grassroots.risk_seen" }]);
    const [one] = await stored(first);
    expect(await stored(second)).toMatchObject([
      { repeats: true, earlier: first.risk, hazard: one?.hazard, source: "volunteer", finder: "志愿者老周" },
    ]);
    expect(await app.sql("select count(*)::int as n from hazard_loop.hazard where place_words like '和平弄%12%'")).toMatchObject([
      { n: 1 },
    ]);
  });

  it("the survey counts by source", async () => {
    await send([check("光荣路 1 号", ["wiring"], { source: "citizen", finder: "居民" })]);
    const { body } = await app.as("street-clerk", { area: town }).get("/grassroots/risks");
    const sources = body.sources as { source: string; finds: number; repeats: number }[];
    expect(sources.find(({ source }) => source === "citizen")).toMatchObject({ finds: 1, repeats: 0 });
    expect(sources.find(({ source }) => source === "volunteer")).toMatchObject({ finds: 1, repeats: 1 });
  });
});

it("the day's download knows the member, his plan and the words of the form", async () => {
  const { body } = await own.get("/grassroots/field/day");
  expect(body).toMatchObject({
    member: { id: member, name: "胡小平", planned: 4 },
    factors: { exitBlocked: expect.any(String) },
    points: { exitBlocked: 30 },
  });
  expect((await app.as("grid-member", { area: town }).get("/grassroots/field/day")).body).toMatchObject({ member: null, last: [] });
});
