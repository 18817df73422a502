/** Posts 岗位 that carry a duty in each kind of organ, as seeded; an office adds its own. */
import type { OrganKind } from "./organ-kinds.ts";

export type SeedPost = {
  readonly name: string;
  readonly duty: "responsible" | "deputy" | "office" | "supervision" | "duty" | "dispatch" | "clerk" | "grid";
};

const heads: readonly SeedPost[] = [
  { name: "主要负责人", duty: "responsible" },
  { name: "分管消防工作负责人", duty: "deputy" },
];

/** 党政同责、一岗双责: every organ has its first and its deputy responsible; those who work on fire safety daily have more. */
export function postsOf(kind: OrganKind, level: "city" | "county" | "town"): readonly SeedPost[] {
  if (kind === "monitoring-center")
    return [
      { name: "带班领导", duty: "duty" },
      { name: "值班员", duty: "duty" },
    ];
  if (kind === "fire-brigade")
    return [
      ...heads,
      { name: "监督员", duty: "supervision" },
      ...(level === "city" ? [{ name: "指挥调度员", duty: "dispatch" } as const] : []),
    ];
  if (kind === "committee") return [{ name: "办公室工作人员", duty: "office" }];
  if (level === "town" && kind === "government") return [...heads, { name: "专管员", duty: "clerk" }, { name: "网格员", duty: "grid" }];
  if (level === "town") return [{ name: "负责人", duty: "responsible" }];
  return [...heads, { name: "消防安全联络员", duty: "office" }];
}
