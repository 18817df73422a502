/** Is it the same hazard again? The same place and the same check item; without an item nobody can say, and each stands for itself. */
export type Where = {
  readonly unit: string | null;
  readonly building?: string | null;
  readonly area: number;
  readonly placeWords: string;
  readonly item: string | null;
};

const SPACES_AND_MARKS = /[\s，。、,.;；：:（）()【】\-—]/gu;

/** Two inspectors write one place in two ways: width, spaces and marks do not tell places apart. */
export const plainPlace = (words: string): string => words.normalize("NFKC").toLowerCase().replace(SPACES_AND_MARKS, "");

/** @returns a key that two sightings of one hazard share; null where no check item was named */
export function samenessOf({ unit, building, area, placeWords, item }: Where): string | null {
  if (item === null || item === "") return null;
  const place = unit ?? `area ${area}`;
  return [place, building ?? "", plainPlace(placeWords), item].join("|");
}
