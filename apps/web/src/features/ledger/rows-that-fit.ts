import { useCallback, useState } from "react";
import { usePreferences } from "../../app/theme/preferences.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { rowHeights } from "../../ui/ledger-table.tsx";

const HEAD = 33;
const KEY = "suiren.pageSize";

export type Fit = {
  /** Rows a page; 0 until the space is known. */
  readonly limit: number;
  /** 0 is "as many as fit". */
  readonly chosen: number;
  readonly choose: (limit: number) => void;
  readonly measure: (element: HTMLElement | null) => void;
};

/** As many rows a page as the screen holds, or the number a person chose. */
export function useRowsThatFit(): Fit {
  const height = rowHeights[usePreferences().density];
  const narrow = useNarrow();
  const [space, setSpace] = useState(0);
  const [chosen, setChosen] = useState(() => Number(localStorage.getItem(KEY) ?? 0));
  const measure = useCallback((element: HTMLElement | null) => {
    if (element) setSpace(element.clientHeight);
  }, []);
  const choose = (limit: number) => {
    localStorage.setItem(KEY, String(limit));
    setChosen(limit);
  };
  const fits = narrow ? 20 : space === 0 ? 0 : Math.max(10, Math.floor((space - HEAD) / height));
  return { limit: chosen || fits, chosen, choose, measure };
}
