import { expect, it } from "vitest";
import { csvLine } from "./export-audit.ts";

it.each([
  [["1", null, "登录"], '"1","","登录"\r\n'],
  [['说"好"', "a,b", "一\n二"], '"说""好""","a,b","一\n二"\r\n'],
  [["=1+1", "+8613800000000", "-2", "@x"], '"\'=1+1","\'+8613800000000","\'-2","\'@x"\r\n'],
])("%j becomes one line no spreadsheet runs", (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
