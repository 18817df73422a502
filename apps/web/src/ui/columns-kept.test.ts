import { expect, it } from "vitest";
import { columnsKept } from "./columns.tsx";

it.each([
  [undefined, { shown: null, widths: {} }],
  ["name", { shown: null, widths: {} }],
  [
    { shown: ["name", 7, "kind"], widths: { name: 220, kind: "wide", area: -3 } },
    { shown: ["name", "kind"], widths: { name: 220 } },
  ],
  [{ widths: { name: 90 } }, { shown: null, widths: { name: 90 } }],
])("what was kept as %j is read as %j", (stored, read) => expect(columnsKept(stored)).toEqual(read));
