/** The seven kinds of signal 警情类别 in the order of the duty seat, fire first, and what each means in colour. */
import type { Meaning } from "../app/theme/theme.ts";

export const kinds = ["fire", "supervision", "linkage", "fault", "shield", "offline", "test"] as const;
export type Kind = (typeof kinds)[number];

export const meaningOf: Readonly<Record<Kind, Meaning>> = {
  fire: "fire",
  supervision: "supervise",
  linkage: "linkage",
  fault: "fault",
  shield: "shield",
  offline: "offline",
  test: "test",
};
