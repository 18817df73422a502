import { expect, it } from "vitest";
import { plainError } from "./log.ts";

it("an error in the log says what happened, and nothing it carries along", () => {
  const carried = Object.assign(new Error("Connection terminated", { cause: new Error("reset") }), {
    code: "ECONNRESET",
    client: { password: "geheim" },
  });
  const logged = plainError(carried);
  expect(logged).toMatchObject({ type: "Error", message: "Connection terminated", code: "ECONNRESET", cause: { message: "reset" } });
  expect(JSON.stringify(logged)).not.toContain("geheim");
});

it("a fault thrown as a plain object is told by its message", () => {
  expect(plainError({ message: "connect ECONNREFUSED", queue: "x" })).toEqual({ message: "connect ECONNREFUSED" });
});
