import type { DetailPanel } from "../../app/panels.ts";
import { t } from "./words.ts";

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "identity.user": [
    { key: "account", label: () => t("account"), load: () => import("./account-panel.tsx") },
    { key: "posts", label: () => t("posts"), load: () => import("./posts-panel.tsx") },
  ],
};
