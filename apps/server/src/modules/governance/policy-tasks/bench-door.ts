/** What the bench of duties needs; no module comes through here. */
import type { Services } from "#platform/services.ts";
import { compilePack } from "./packs/domain/compile-pack.ts";
import type { Pack } from "./packs/domain/pack.ts";
import { parsePack } from "./packs/format/check-text.ts";
import { shippedPacks } from "./packs/shipped.ts";

export { boardRoute } from "./duties/board.ts";
export { layOut } from "./duties/laid.ts";
export { followCells, judgeLater, judgePending } from "./duties/recompute.ts";

/** Every pack delivered with the program, as it reads. */
export const packText = ({
  registry,
}: Pick<Services, "registry">): readonly { readonly pack: string; readonly text: string; readonly compiled: Pack }[] =>
  shippedPacks().flatMap(({ text }) => {
    const read = parsePack(text);
    return read.ok
      ? [{ pack: read.value.pack, text, compiled: compilePack(read.value, (measure) => registry.measures.get(measure)?.better) }]
      : [];
  });
