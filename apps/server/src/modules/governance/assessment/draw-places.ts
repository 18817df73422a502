/**
 * 抽查地点 by a number nobody knew when the lists were fixed. Format `suiren-sample/1`: the lists are lines of text, their SHA-256 is the commitment;
 * seed = SHA-256 of format, commitment and public value; in each area the places are ordered by SHA-256 of seed and key, and the first n are drawn.
 * Anybody with the lists and the number gets the same. (The draw of inspection chooses by weight and pairs people; here neither is wanted.)
 */
import { createHash } from "node:crypto";

const FORMAT = "suiren-sample/1";
export type PlaceList = {
  readonly id: string;
  readonly area: number;
  readonly places: readonly { readonly key: number; readonly name: string }[];
};
export type PlacePick = {
  readonly entrant: string;
  readonly area: number;
  readonly place: number;
  readonly name: string;
  readonly order: number;
};

const sha256 = (content: string): string => createHash("sha256").update(content, "utf8").digest("hex");

export function drawPlaces(
  id: string,
  lists: readonly PlaceList[],
  ask: number,
  publicValue: string,
): { readonly commitment: string; readonly picks: readonly PlacePick[] } {
  const ordered = lists.toSorted((a, b) => a.area - b.area);
  const lines = [
    FORMAT,
    `sample|${id}|${ask}`,
    ...ordered.flatMap(({ area, places }) =>
      places
        .map(({ key }) => key)
        .sort((a, b) => a - b)
        .map((key) => `place|${area}|${key}`),
    ),
  ];
  const commitment = sha256(lines.map((line) => `${line}\n`).join(""));
  const seed = sha256(`${FORMAT}\n${commitment}\n${publicValue.normalize("NFC").replaceAll(/\s+/g, " ").trim()}\n`);
  const picks = ordered.flatMap(({ id: entrant, area, places }) =>
    places
      .map((place) => ({ place, lot: sha256(`${seed}|${place.key}`) }))
      .sort((a, b) => (a.lot < b.lot ? -1 : 1))
      .slice(0, ask)
      .map(({ place }, i) => ({ entrant, area, place: place.key, name: place.name, order: i + 1 })),
  );
  return { commitment, picks };
}
