/** Our own words: nothing of the document may stand in a pack twelve characters in a row. */
export const COPIED = 12;
const squeezed = (text: string): string => text.replace(/\s+/g, "");

/** @returns a finder of the longest run a text shares with the document, if it is that long */
export function copiedFrom(document: string): (text: string) => string | undefined {
  const source = squeezed(document);
  const runs = new Set<string>();
  for (let i = 0; i + COPIED <= source.length; i += 1) runs.add(source.slice(i, i + COPIED));
  return (text) => {
    const own = squeezed(text);
    for (let i = 0; i + COPIED <= own.length; i += 1) {
      if (!runs.has(own.slice(i, i + COPIED))) continue;
      let end = i + COPIED;
      while (end < own.length && source.includes(own.slice(i, end + 1))) end += 1;
      return own.slice(i, end);
    }
    return undefined;
  };
}
