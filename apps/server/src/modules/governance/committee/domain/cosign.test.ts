/** What an organ has signed for. */
import { expect, it } from "vitest";
import { listWords, stands } from "./cosign.ts";

const words = listWords([{ title: "整改隐患", dueOn: "2026-04-30" }]);
const signed = { note: words, answered: true, granted: true };

it("is what it agreed to, not what the words or the day became afterwards", () => {
  expect(words).toBe("整改隐患（2026-04-30 前）");
  expect(stands(signed, words)).toBe("signed");
  expect(stands(signed, listWords([{ title: "整改隐患", dueOn: "2026-04-10" }]))).toBe("silent");
  expect(stands({ ...signed, answered: false, granted: null }, words)).toBe("silent");
  expect(stands({ ...signed, granted: false }, "别的话")).toBe("refused");
});
