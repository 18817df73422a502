/**
 * 一件不丢、一件不重: whatever dies in between (phone, network, answer), in whatever order, each fact and each photo arrives exactly once, and the
 * server ends up with what the phone shows.
 */
import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import type { FieldList } from "@suiren/api-client";
import fc from "fast-check";
import { expect, it } from "vitest";
import { ApiError } from "../../lib/api.ts";
import { uuidv7 } from "../../lib/uuid.ts";
import { addItemPhoto, addSnapPhoto, beginVisit, finishVisit, type MadePhoto, saveAnswer, signVisit, snap } from "./acts.ts";
import { leftOf } from "./domain/queue.ts";
import { noAnswer, type Outcome, type PhotoPart, type Piece } from "./domain/rows.ts";
import { beginPatrol, checkRisk, endPatrol, foundProblem, type RiskGiven, visitPoint } from "./patrol-acts.ts";
import { sendAll } from "./send.ts";
import { FieldStore, piecesOf } from "./store.ts";
import type { PhotoStatement, Wire } from "./wire.ts";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** A server as ours promises to be: a piece counts once by its id, the later answer to an item stands, a photo by its id and bytes. */
function aServer() {
  const pieces = new Map<string, Piece>();
  const effects = new Map<string, number>();
  const photos = new Map<
    string,
    { stated: PhotoStatement; parts: Record<PhotoPart, Uint8Array>; closed: Set<PhotoPart>; closings: number }
  >();
  const owners = () =>
    new Set(
      [...pieces.values()].flatMap((piece) => ("visit" in piece ? [piece.visit] : piece.kind === "hazardFound" ? [piece.hazard] : [])),
    );
  const begunPatrols = () => new Set([...pieces.values()].flatMap((piece) => (piece.kind === "patrolBegun" ? [piece.patrol] : [])));
  const wire: Wire = {
    async sync(given) {
      const receipts = given.map((piece) => {
        const had = pieces.has(piece.id);
        const early = piece.kind !== "visitBegun" && piece.kind !== "hazardFound" && !owners().has(piece.visit);
        if (early) return { id: piece.id, result: "later" as const, receipt: null, code: null, message: null };
        pieces.set(piece.id, piece);
        if (!had) effects.set(piece.id, (effects.get(piece.id) ?? 0) + 1);
        return {
          id: piece.id,
          result: had ? ("had" as const) : ("accepted" as const),
          receipt: piece.id.slice(-8),
          code: null,
          message: null,
        };
      });
      return { receipts, visits: [], serverTime: "2026-03-18T07:00:00.000Z" };
    },
    async patrols(given) {
      const receipts = given.map((piece) => {
        const early = piece.kind !== "patrolBegun" && piece.kind !== "riskChecked" && !begunPatrols().has(piece.patrol);
        if (early) return { id: piece.id, result: "later" as const, receipt: null, code: null, message: null };
        const had = pieces.has(piece.id);
        pieces.set(piece.id, piece);
        if (!had) effects.set(piece.id, (effects.get(piece.id) ?? 0) + 1);
        return {
          id: piece.id,
          result: had ? ("had" as const) : ("accepted" as const),
          receipt: piece.id.slice(-8),
          code: null,
          message: null,
        };
      });
      return { receipts, visits: [], serverTime: "2026-03-18T07:00:00.000Z" };
    },
    async state(stated) {
      const owner = stated.visit ?? stated.hazard ?? "";
      if (!owners().has(owner)) throw new ApiError(503, { code: "inspection.photo_before_record", message: "", params: {} });
      const photo = photos.get(stated.id) ?? {
        stated,
        parts: { shown: new Uint8Array(), original: new Uint8Array() },
        closed: new Set<PhotoPart>(),
        closings: 0,
      };
      photos.set(stated.id, photo);
      const standing = (part: PhotoPart) => ({ receivedBytes: photo.parts[part].length, receipt: photo.closed.has(part) ? "R" : null });
      return { shown: standing("shown"), original: stated.original ? standing("original") : null };
    },
    async put(id, part, at, bytes) {
      const photo = photos.get(id);
      if (!photo || photo.parts[part].length !== at)
        throw new ApiError(409, { code: "inspection.photo_other_place", message: "", params: {} });
      photo.parts[part] = new Uint8Array(Buffer.concat([photo.parts[part], new Uint8Array(bytes)]));
      return { receivedBytes: photo.parts[part].length };
    },
    async close(id, part) {
      const photo = photos.get(id);
      if (!photo || sha256(photo.parts[part]) !== photo.stated[part]?.sha256)
        throw new ApiError(409, { code: "inspection.photo_damaged", message: "", params: {} });
      if (!photo.closed.has(part)) photo.closings += 1;
      photo.closed.add(part);
      return { receipt: "R" };
    },
  };
  return { wire, pieces, effects, photos };
}

class Died extends Error {}
const fates = ["ok", "lostOnTheWay", "answerLost", "diesBefore", "diesAfter", "signedOut"] as const;
type Fate = (typeof fates)[number];

/** The same way, with what may befall each call; after its last fate all is well. */
function befallen(wire: Wire, given: readonly Fate[]): Wire {
  const left = [...given];
  const away = () => new ApiError(0, { code: "network.away", message: "", params: {} });
  const through = async <T>(call: () => Promise<T>): Promise<T> => {
    const fate = left.shift() ?? "ok";
    if (fate === "lostOnTheWay") throw away();
    if (fate === "diesBefore") throw new Died();
    if (fate === "signedOut") throw new ApiError(401, { code: "http.signed_out", message: "", params: {} });
    const value = await call();
    if (fate === "answerLost") throw away();
    if (fate === "diesAfter") throw new Died();
    return value;
  };
  return {
    sync: (pieces) => through(() => wire.sync(pieces)),
    patrols: (pieces) => through(() => wire.patrols(pieces)),
    state: (photo) => through(() => wire.state(photo)),
    put: (id, part, at, bytes) => through(() => wire.put(id, part, at, bytes)),
    close: (id, part) => through(() => wire.close(id, part)),
  };
}

const items = ["1", "2", "3"].map((id) => ({
  id,
  section: "疏散",
  text: `第 ${id} 项`,
  ground: null,
  grade: "general" as const,
  penalty: null,
  photo: "onFail" as const,
  remedy: null,
}));
const list: FieldList = { id: "shop", version: 1, title: "商场检查表", items };
const unit = {
  id: "u",
  name: "东风商厦",
  address: "上街",
  areaName: null,
  kind: "shop",
  grade: null,
  lon: null,
  lat: null,
  datum: null,
  responsible: null,
  manager: null,
  code: null,
};
const beginning = {
  unit,
  list,
  task: null,
  purpose: "supervision",
  purposeLabel: "监督抽查",
  inspectors: ["林晓东"],
  guidance: false,
  point: null,
};
const aPhoto = (n: number): MadePhoto => {
  const [shown, original] = [new Uint8Array(n % 7).fill(n), new Uint8Array(600_000 + n).fill(n)];
  return {
    ...{ shown: shown.buffer, shownSha256: sha256(shown), original: original.buffer, originalSha256: sha256(original) },
    thumb: "",
    name: "a.jpg",
    takenAt: "2026-03-18T06:31:00.000Z",
    blurred: 0,
  };
};

type Step =
  | { readonly do: "answer"; readonly item: string; readonly outcome: Outcome }
  | { readonly do: "photo"; readonly item: string; readonly n: number }
  | { readonly do: "sign" | "snap" | "reopen" | "begin" | "rounds" | "place" | "problem" | "end" | "risk" }
  | { readonly do: "send"; readonly fates: readonly Fate[] };
const anItem = fc.constantFrom("1", "2", "3");
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("answer" as const),
      item: anItem,
      outcome: fc.constantFrom<Outcome>("pass", "fail", "notApplicable"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("photo" as const), item: anItem, n: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("sign" as const, "snap" as const, "reopen" as const, "begin" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom("rounds" as const, "place" as const, "problem" as const, "end" as const, "risk" as const),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("send" as const), fates: fc.array(fc.constantFrom(...fates), { maxLength: 6 }) }) },
);

/** Saves an item as the page does: with what lies in its draft. */
async function answer(phone: FieldStore, visit: string, item: string, outcome: Outcome): Promise<void> {
  const row = await phone.visits.get(visit);
  await saveAnswer(phone, visit, item, { ...(row?.drafts[item] ?? row?.answers[item] ?? noAnswer), outcome });
}

/** 随手拍 as the page does it: the photo first. */
async function report(phone: FieldStore): Promise<void> {
  const hazard = uuidv7();
  await addSnapPhoto(phone, hazard, aPhoto(3), { point: null, place: "后门" });
  await snap(phone, { hazard, what: "堆放杂物", place: "后门", unit: null, point: null });
}

/** A touch on the pages of a patrol; without one under way there is no such button. */
async function onRounds(phone: FieldStore, touch: Step["do"]): Promise<void> {
  if (touch === "rounds") await beginPatrol(phone, "第 1 网格", null);
  if (touch === "risk") await checkRisk(phone, uuidv7(), aRisk, "red");
  const open = await phone.patrols.filter(({ endedAt }) => endedAt === null).first();
  if (!open) return;
  if (touch === "place") await visitPoint(phone, open.id, "1 幢", null);
  if (touch === "problem")
    await foundProblem(phone, open.id, { place: "2 幢", what: "楼道堆物", onSpot: open.facts.length % 2 === 0, point: null });
  if (touch === "end") await endPatrol(phone, open.id, "", null);
}
const aRisk: RiskGiven = {
  ...{
    unit: null,
    place: "和平弄 9 号",
    placeKind: "rental",
    source: "gridMember",
    finder: "",
    factors: ["wiring"],
    words: "",
    point: null,
  },
};

let phones = 0;
it("any course of acts, deaths and losses ends with everything on the server exactly once", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      phones += 1;
      const person = `person-${phones}`;
      const server = aServer();
      let phone = new FieldStore(person);
      const reopen = () => {
        phone.close();
        phone = new FieldStore(person);
      };
      let visit = await beginVisit(phone, beginning);
      for (const each of steps) {
        if (each.do === "begin") visit = await beginVisit(phone, beginning);
        if (each.do === "answer") await answer(phone, visit, each.item, each.outcome);
        if (each.do === "photo") await addItemPhoto(phone, visit, each.item, aPhoto(each.n), { point: null, place: "" });
        if (each.do === "sign") await signVisit(phone, visit, "unit", { name: "朱勇", strokes: [[0, 0, 9, 9]], refusedWhy: null });
        if (each.do === "snap") await report(phone);
        await onRounds(phone, each.do);
        if (each.do === "reopen") reopen();
        if (each.do === "send")
          await sendAll(phone, befallen(server.wire, each.fates)).catch((error: unknown) => {
            if (!(error instanceof Died)) throw error;
            reopen();
          });
      }
      for (const { id, drafts } of await phone.visits.toArray())
        for (const item of Object.keys(drafts)) await answer(phone, id, item, "fail");
      await finishVisit(phone, visit, { present: "", presentPost: "", opinion: "", firstExempt: false });
      for (let i = 0; i < 3; i += 1) expect(await sendAll(phone, server.wire)).toBe("done");

      const pieces = await piecesOf(phone);
      const photos = await phone.photos.toArray();
      expect(leftOf(pieces, photos).pieces).toBe(0);
      // What the phone shows of a patrol is what the server holds of it, each fact once.
      for (const { id, facts, endedAt } of await phone.patrols.toArray()) {
        const sent = [...server.pieces.values()].filter((piece) => "patrol" in piece && piece.patrol === id);
        expect(sent).toHaveLength(1 + facts.length + (endedAt === null ? 0 : 1));
      }
      expect([...server.effects.values()].every((n) => n === 1)).toBe(true);
      expect(pieces.every(({ id, receipt }) => server.pieces.has(id) && receipt !== null)).toBe(true);
      expect(new Set(server.pieces.keys())).toEqual(new Set(pieces.map(({ id }) => id)));
      for (const { id, answers } of await phone.visits.toArray())
        for (const [item, { outcome }] of Object.entries(answers)) {
          const sent = [...server.pieces.values()].filter(
            (piece) => piece.kind === "itemAnswered" && piece.visit === id && piece.item === item,
          );
          const last = sent.toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))[0];
          expect(last).toMatchObject({ outcome });
        }
      expect(photos.every(({ id }) => server.photos.get(id)?.closings === 2)).toBe(true);
      expect(await phone.blobs.count()).toBe(0);
      await phone.delete();
    }),
    { numRuns: 60 },
  );
});

it("another user of the same phone sees nothing of it", async () => {
  const [mine, other] = [new FieldStore("林晓东"), new FieldStore("徐丽娟")];
  await beginVisit(mine, beginning);
  expect([await mine.pieces.count(), await other.pieces.count(), await other.visits.count()]).toEqual([1, 0, 0]);
});

it("an act that breaks off leaves nothing half done", async () => {
  const phone = new FieldStore("半途");
  const visit = await beginVisit(phone, beginning);
  const broken = { ...aPhoto(1), shown: null as unknown as ArrayBuffer };
  await expect(addItemPhoto(phone, visit, "1", broken, { point: null, place: "" })).rejects.toThrow();
  expect([await phone.photos.count(), await phone.blobs.count(), (await phone.visits.get(visit))?.drafts]).toEqual([0, 0, {}]);
});

it("a session that ended keeps everything and says so", async () => {
  const phone = new FieldStore("过期");
  await beginVisit(phone, beginning);
  const server = aServer();
  expect(await sendAll(phone, befallen(server.wire, ["signedOut"]))).toBe("signedOut");
  expect(leftOf(await piecesOf(phone), []).pieces).toBe(1);
  expect(await sendAll(phone, server.wire)).toBe("done");
});

it("one patrol at a time: begun twice it is the same, and a find saved twice is one", async () => {
  const phone = new FieldStore("巡查");
  const [one, two] = [await beginPatrol(phone, "第 1 网格", null), await beginPatrol(phone, "第 2 网格", null)];
  expect(two).toBe(one);
  const risk = uuidv7();
  await checkRisk(phone, risk, aRisk, "red");
  await checkRisk(phone, risk, aRisk, "red");
  expect((await piecesOf(phone)).map(({ kind }) => kind)).toEqual(["patrolBegun", "riskChecked"]);
});

it("a problem that could not be put right leaves as a hazard beside the patrol, and a letter of one kind waits for none of the other", async () => {
  const phone = new FieldStore("隐患");
  const patrol = await beginPatrol(phone, "第 1 网格", null);
  await foundProblem(phone, patrol, { place: "3 幢", what: "楼道充电", onSpot: false, point: null });
  const server = aServer();
  // the first letter (visits and hazards) arrives, the second does not
  expect(await sendAll(phone, befallen(server.wire, ["ok", "lostOnTheWay"]))).toBe("away");
  expect([...server.pieces.values()].map(({ kind }) => kind)).toEqual(["hazardFound"]);
  expect(await sendAll(phone, server.wire)).toBe("done");
  const sent = [...server.pieces.values()];
  const named = sent.find(({ kind }) => kind === "problemFound");
  const hazard = sent.find(({ kind }) => kind === "hazardFound");
  expect(named && "hazard" in named ? named.hazard : null).toBe(hazard && "hazard" in hazard ? hazard.hazard : undefined);
});
