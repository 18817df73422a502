/** The seven kinds of signal, in the seat's order: fire first, its own queue each. */
import type { Meaning } from "../../app/theme/theme.ts";

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
