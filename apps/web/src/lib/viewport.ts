import { useSyncExternalStore } from "react";

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => matchMedia(query).matches,
  );
}

const NARROW = "(max-width: 1023px)";
/** Below 1024 the phone layout. */
export const useNarrow = (): boolean => useMedia(NARROW);
export const isNarrow = (): boolean => matchMedia(NARROW).matches;
/** From 1366 a drawer stands beside the list, below that over it. */
export const useDrawerBeside = (): boolean => useMedia("(min-width: 1366px)");
