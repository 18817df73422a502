/** Which document and place the page shows, kept in its address. */
import { useGo, useSearchText } from "../../lib/go.tsx";

export function useAddress(path: string) {
  const go = useGo();
  const given = new URLSearchParams(useSearchText());
  const get = (key: string): string | null => given.get(key) || null;
  const area = Number(given.get("area") ?? Number.NaN);
  return {
    get,
    asked: {
      ...(get("pack") ? { pack: get("pack") ?? "" } : {}),
      ...(Number.isSafeInteger(area) && area > 0 ? { area } : {}),
    },
    set(next: Readonly<Record<string, string | null>>) {
      const search = new URLSearchParams(given);
      for (const [key, value] of Object.entries(next)) {
        if (value === null || value === "") search.delete(key);
        else search.set(key, value);
      }
      const text = search.toString();
      go(`${path}${text ? `?${text}` : ""}`, { replace: true });
    },
  };
}
