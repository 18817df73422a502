import { expect, it } from "vitest";
import { acceptCode, base32, codeAt, enrolmentUri, stepAt } from "./totp.ts";

const secret = Buffer.from("12345678901234567890");
const at = (seconds: number) => new Date(seconds * 1_000);

// RFC 6238 appendix B, SHA-1 column.
it.each([
  [59, "94287082"],
  [1_111_111_109, "07081804"],
  [1_111_111_111, "14050471"],
  [1_234_567_890, "89005924"],
  [2_000_000_000, "69279037"],
  [20_000_000_000, "65353130"],
])("at %i s the code of the RFC is %s", (seconds, code) => {
  expect(codeAt(secret, stepAt(at(seconds)), 8)).toBe(code);
});

// RFC 4226 appendix D.
it("the counter values of RFC 4226 give its six-digit codes", () => {
  const codes = Array.from({ length: 10 }, (_, counter) => codeAt(secret, counter));
  expect(codes).toEqual(["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]);
});

it("a code is taken one step early or late and no further", () => {
  const code = codeAt(secret, 100);
  const accepted = [98, 99, 100, 101, 102].map((step) => acceptCode(secret, code, at(step * 30 + 15), null));
  expect(accepted).toEqual([null, 100, 100, 100, null]);
});

it("a code used once, or older than the last used, is worth nothing", () => {
  const now = at(100 * 30 + 1);
  expect(acceptCode(secret, codeAt(secret, 100), now, 100)).toBeNull();
  expect(acceptCode(secret, codeAt(secret, 99), now, 100)).toBeNull();
  expect(acceptCode(secret, codeAt(secret, 101), now, 100)).toBe(101);
});

it.each(["", "12345", "1234567", "12345a", "１２３４５６"])("%j is no code", (code) => {
  expect(acceptCode(secret, code, at(59), null)).toBeNull();
});

// RFC 4648 §10, without padding.
it.each([
  ["", ""],
  ["f", "MY"],
  ["fo", "MZXQ"],
  ["foo", "MZXW6"],
  ["foob", "MZXW6YQ"],
  ["fooba", "MZXW6YTB"],
  ["foobar", "MZXW6YTBOI"],
])("base32 of %j is %s", (text, encoded) => {
  expect(base32(Buffer.from(text))).toBe(encoded);
});

it("the enrolment address names issuer, account and secret", () => {
  expect(enrolmentUri(secret, "zhouhaiyan", "燧人")).toBe(
    "otpauth://totp/%E7%87%A7%E4%BA%BA:zhouhaiyan?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=%E7%87%A7%E4%BA%BA&algorithm=SHA1&digits=6&period=30",
  );
});
