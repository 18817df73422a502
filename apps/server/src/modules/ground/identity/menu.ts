/** The menu of one person: the modules' entries he may open, under the wings in their fixed order. */
import { type Actor, may } from "#platform/actor.ts";
import type { MenuEntry } from "#platform/module.ts";
import type { Spoken } from "#platform/services.ts";

type Parent = { readonly key: MenuEntry["parent"]; readonly label: string; readonly icon: string };

/** Nine entries by work, not by organ chart, and 系统 for the administrators. Icons are names in the web's icon sheet. */
const parents: readonly Parent[] = [
  { key: "work", label: "工作台", icon: "home" },
  { key: "policy", label: "政策任务", icon: "doc" },
  { key: "hazard", label: "隐患监管", icon: "fault" },
  { key: "places", label: "单位台账", icon: "building" },
  { key: "sensing", label: "感知值守", icon: "bell" },
  { key: "forces", label: "力量救援", icon: "truck" },
  { key: "objects", label: "设施对象", icon: "hydrant" },
  { key: "society", label: "宣传共治", icon: "people" },
  { key: "statistics", label: "考核统计", icon: "chart" },
  { key: "system", label: "系统", icon: "gear" },
];

export type Menu = {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  readonly path: string;
  readonly children: MenuPage[];
};
export type MenuPage = { readonly key: string; readonly label: string; readonly path: string; readonly tabs: MenuTab[] };
export type MenuTab = { readonly key: string; readonly label: string; readonly path: string };
type Entry = MenuEntry & { readonly as: string | undefined };

/** A capability's pages stand together under its first one; a page alone keeps its own name. */
function pagesOf(entries: readonly Entry[]): MenuPage[] {
  const tabOf = ({ key, label, path }: Entry): MenuTab => ({ key, label, path });
  return entries.flatMap((entry) => {
    const together = entry.as === undefined ? [entry] : entries.filter(({ as }) => as === entry.as);
    if (together[0] !== entry) return [];
    if (together.length === 1) return [{ ...tabOf(entry), tabs: [] }];
    return [{ ...tabOf(entry), label: entry.as ?? entry.label, tabs: together.map(tabOf) }];
  });
}

/** @param landing the page of his own, first among its neighbours */
export function menuOf(actor: Actor, { registry: { modules }, read }: Spoken, landing: string): Menu[] {
  const all = modules.flatMap(({ menu, menuAs }) => (menu ?? []).map((entry): Entry => ({ ...entry, as: menuAs })));
  const allowed = all.filter((entry) => may(actor, entry.permission));
  const ordered = parents.flatMap(({ key }) => allowed.filter((entry) => entry.parent === key));
  // A page stands once in a menu, in the first wing that has it: 系统 is not opened for one page that stands with its work already.
  const once = ordered.filter((entry, index) => ordered.findIndex(({ path }) => path === entry.path) === index);
  const entries = [...once.filter(({ path }) => path === landing), ...once.filter(({ path }) => path !== landing)];
  return parents.flatMap(({ key, label, icon }) => {
    const children = pagesOf(entries.filter((entry) => entry.parent === key));
    const first = children[0];
    return first ? [{ key, label: read(label), icon, path: first.path, children }] : [];
  });
}
