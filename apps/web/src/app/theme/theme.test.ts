import { expect, it } from "vitest";
import { themeSheet } from "./theme.ts";

it("every meaning has its mark, text and ground in every theme", () => {
  const sheet = themeSheet();
  for (const theme of [":root,[data-theme=light]", "[data-theme=dark]", "[data-theme=wall]"]) {
    const block = sheet.split("\n").find((line) => line.startsWith(`${theme}{`)) ?? "";
    for (const meaning of ["fire", "fault", "supervise", "linkage", "shield", "offline", "ok", "test", "overdue", "soon", "met"])
      for (const part of ["", "Text", "Tint"]) expect(block).toContain(`--${meaning}${part}:#`);
  }
});
