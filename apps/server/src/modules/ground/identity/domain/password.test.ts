import { expect, it } from "vitest";
import { newPassword } from "../secrets.ts";
import { checkPassword } from "./password.ts";

const codeOf = (password: string, account = "zhouhaiyan", min = 10): string => {
  const checked = checkPassword(password, account, min);
  return checked.ok ? "ok" : checked.refusal.code.replace("identity.", "");
};

it.each([
  ["短了A1!", "weak_password_short"],
  ["Ab1!efghi", "weak_password_short"],
  [`Ab1!${"x".repeat(125)}`, "weak_password_long"],
  ["Zhouhaiyan-2026", "weak_password_account"],
  ["x1-ZHOUHAIYAN", "weak_password_account"],
  ["P@ssw0rd2026", "weak_password_common"],
  ["Admin@123456", "weak_password_common"],
  ["1qaz@WSX3edc", "weak_password_common"],
  ["Qwerty12345!", "weak_password_common"],
  ["0123456789", "weak_password_common"],
  ["aaaaaaaaaaaa", "weak_password_common"],
  ["lowercaseonly", "weak_password_kinds"],
  ["lowerand1234567", "weak_password_kinds"],
])("%s is refused: %s", (password, code) => {
  expect(codeOf(password)).toBe(code);
});

it.each(["Kuai-huo-7", "衢州江畔水亭Abc9", "three Kinds of 1"])("%s is taken", (password) => {
  expect(codeOf(password)).toBe("ok");
});

it("the length counts characters, not bytes, and follows the policy", () => {
  expect(codeOf("消防Aa1消防安全字", "x", 10)).toBe("ok");
  expect(codeOf("Kuai-huo-7", "x", 12)).toBe("weak_password_short");
});

it("first passwords keep every rule and never repeat", () => {
  const made = new Set(Array.from({ length: 200 }, newPassword));
  expect(made.size).toBe(200);
  for (const password of made) expect(codeOf(password, "")).toBe("ok");
});
