/** 轮到谁: whose turn it is with a hazard, in words. Pure. */
import type { Row } from "../../lib/schema.ts";

export type Words = "unitMends" | "organMends" | "reviews" | "gradesIt" | "assignsIt" | "nobody" | "closedBy" | "void";
type Say = (key: Words, params?: Readonly<Record<string, string>>) => string;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

export function turnOf(row: Row, say: Say): string {
  const name = (key: string): string => row._ref?.[key] ?? "";
  const organ = name("holderOrgan") || name("supervisor");
  switch (row.state) {
    case "found":
      return organ ? say("gradesIt", { organ }) : say("nobody");
    case "graded":
      return say("assignsIt", { organ });
    case "assigned":
      return row.rectifier === "organ"
        ? say("organMends", { organ: name("rectifierOrgan") || organ })
        : say("unitMends", { unit: name("unit"), who: text(row.rectifierName) });
    case "rectified":
      return say("reviews", { organ });
    case "void":
      return say("void");
    default:
      return name("reviewedBy");
  }
}
