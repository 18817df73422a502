/** The menu as this person sees it: the server's entries, with the pages that belong to the console itself and to no module. */
import { messages } from "../lib/i18n.ts";
import type { Me, MenuEntry, MenuItem } from "../lib/session.ts";

const t = messages({ work: "工作台", fields: "字典与字段" }, { work: "My work", fields: "Fields" });

const icons: Readonly<Record<string, string>> = {
  user: "user",
  grant: "people",
  policy: "lock",
  audit: "doc",
  organ: "building",
  post: "people",
  fields: "list",
  "base-map": "layers",
  areas: "pin",
};

/** An administrator sees 系统 alone: its pages stand as entries of their own instead of behind one. */
const asEntry = (item: MenuItem): MenuEntry => ({ ...item, icon: icons[item.key] ?? "gear", children: [] });

export function menusOf({ user, menus }: Pick<Me, "user" | "menus">): readonly MenuEntry[] {
  const system = menus.find((entry) => entry.key === "system");
  if (user.kind.endsWith("-admin")) {
    const pages = system?.children ?? [];
    const fields: MenuItem = { key: "fields", label: t("fields"), path: "/system/fields", tabs: [] };
    const withFields = user.kind !== "audit-admin" && !pages.some((page) => page.path === fields.path) ? [...pages, fields] : pages;
    return withFields.map(asEntry);
  }
  if (menus.some((entry) => entry.key === "work")) return menus;
  return [{ key: "work", label: t("work"), icon: "home", path: "/work", children: [] }, ...menus];
}
