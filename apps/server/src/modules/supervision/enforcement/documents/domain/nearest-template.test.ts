import { describe, expect, it } from "vitest";
import { keyOfCode } from "#platform/values.ts";
import { nearestTemplate } from "./nearest-template.ts";

const [city, kecheng, jiangshan] = [keyOfCode("330800"), keyOfCode("330802"), keyOfCode("330881")];
const common = [kecheng, city, jiangshan].map((area) => ({ organ: null, area }));

describe("the template a document is printed from", () => {
  it("is the organ's own, else the common one of the smallest area that holds the organ", () => {
    expect(nearestTemplate([...common, { organ: "brigade", area: city }], kecheng)).toEqual({ organ: "brigade", area: city });
    expect(nearestTemplate(common, jiangshan)).toEqual({ organ: null, area: jiangshan });
    expect(nearestTemplate(common, keyOfCode("330822"))).toEqual({ organ: null, area: city });
    expect(nearestTemplate(common, city)).toEqual({ organ: null, area: city });
  });
  it("is none of a neighbour's", () => expect(nearestTemplate([{ organ: null, area: kecheng }], jiangshan)).toBeUndefined());
});
