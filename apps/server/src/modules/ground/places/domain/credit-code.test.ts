import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CREDIT_CODE_ALPHABET, checkCreditCode, completeBodyCode, completeCreditCode } from "./credit-code.ts";

const anyCharacter = fc.constantFrom(...CREDIT_CODE_ALPHABET);
const any17 = fc.array(anyCharacter, { minLength: 17, maxLength: 17 }).map((characters) => characters.join(""));

describe("unified social credit codes", () => {
  it("a code worked out by hand is right", () => {
    // one 1 at the first place: sum 1, 31 - 1 = 30, the last character of the alphabet
    expect(completeCreditCode("10000000000000000")).toBe("10000000000000000Y");
    // sum 0 gives 0, not the 31st character
    expect(checkCreditCode("000000000000000000")).toEqual({ ok: true });
  });

  it("a wrong check character is refused with the right one", () => {
    expect(checkCreditCode("10000000000000000A")).toEqual({ ok: false, reason: "places.bad_credit_code", expected: "Y" });
  });

  it.each(["", "1234", "1000000000000000001", "I0000000000000000Y", "10000000000000000y"])("%j has not the form of a code", (code) => {
    expect(checkCreditCode(code)).toEqual({ ok: false, reason: "places.bad_credit_code_form" });
  });

  it("any 17 characters are completed to a valid code, and any one changed character is noticed", () => {
    fc.assert(
      fc.property(any17, fc.nat(17), anyCharacter, (first17, place, other) => {
        const code = completeCreditCode(first17) ?? "";
        const changed = code.slice(0, place) + other + code.slice(place + 1);
        return checkCreditCode(code).ok && checkCreditCode(changed).ok === (changed === code);
      }),
    );
  });

  it("the body code of a demonstration unit carries its own check character", () => {
    expect(completeBodyCode("00000000")).toBe("000000000");
    expect(completeBodyCode("10000000")).toBe("100000008");
  });
});
