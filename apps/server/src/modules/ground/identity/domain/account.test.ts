import { expect, it } from "vitest";
import { checkAccount, normalAccount } from "./account.ts";

it.each([
  ["zhouhaiyan", "zhouhaiyan"],
  ["ZhouHaiyan", "zhouhaiyan"],
  ["周海燕", "周海燕"],
  [" 周 海燕 ", "周海燕"],
  ["ＺＨＯＵ１", "zhou1"],
  ["duty.01-a_b", "duty.01-a_b"],
])("%j is the account %s", (text, account) => {
  expect(checkAccount(text)).toEqual({ ok: true, value: account });
});

it.each(["", "a", "a b\u0000", "-abc", "x'; drop", "a".repeat(33), "火🔥人"])("%j is no account", (text) => {
  expect(checkAccount(text)).toMatchObject({ ok: false, refusal: { code: "identity.bad_account" } });
});

it("two spellings of one account are one", () => {
  expect(normalAccount("ＺｈｏｕHaiYan")).toBe(normalAccount("zhouhaiyan"));
});
