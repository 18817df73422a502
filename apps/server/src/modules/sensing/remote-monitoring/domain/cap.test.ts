import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CapAlert, capMessage, capName, capTime } from "./cap.ts";

const dongfeng: CapAlert = {
  identifier: "HJ-20260318-0047",
  sender: "suiren.330800",
  senderName: "衢州市消防远程监控中心",
  sent: new Date("2026-03-18T06:31:40.123Z"),
  status: "Actual",
  msgType: "Alert",
  event: "建筑火灾",
  severity: "Severe",
  onset: new Date("2026-03-18T06:30:20Z"),
  headline: "东风商厦 3 层火警",
  description: "3 层 B 防火分区 女装区东侧走道",
  contact: "消防控制室 0570-3051190",
  areaDesc: "柯城区荷花街道府东街 128 号",
  point: { lon: 118.87, lat: 28.95 },
  geocode: "330802",
  parameters: { alarmNumber: "HJ-20260318-0047", reported: "" },
};

describe("a CAP 1.2 message", () => {
  it("states time with the offset of China and no fraction", () => {
    expect(capTime(dongfeng.sent)).toBe("2026-03-18T14:31:40+08:00");
  });
  it("has the elements in the order the schema demands", () => {
    const names = [...capMessage(dongfeng).matchAll(/<(\w+)[ >]/g)].map(([, name]) => name);
    expect(names).toEqual([
      ..."alert identifier sender sent status msgType scope restriction info language category event responseType urgency severity certainty onset".split(
        " ",
      ),
      ..."senderName headline description contact parameter valueName value area areaDesc circle geocode valueName value".split(" "),
    ]);
  });
  it("draws a circle of latitude, longitude and kilometres, and none without coordinates", () => {
    expect(capMessage(dongfeng)).toContain("<circle>28.95,118.87 0.1</circle>");
    expect(capMessage({ ...dongfeng, point: null })).not.toContain("<circle>");
  });
  it("stays well-formed whatever people type", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const inner =
          capMessage({ ...dongfeng, description: `x${text}` })
            .split("<description>")[1]
            ?.split("</description>")[0] ?? "";
        return (
          !/[<>]|&(?!amp;|lt;|gt;|quot;|apos;)/.test(inner) &&
          [...inner].every((letter) => letter >= " " || letter === "\n" || letter === "\t")
        );
      }),
    );
  });
  it("takes out what an identifier may not hold", () => {
    expect(capName("衢州 监控,中心<1>&2")).toBe("衢州-监控-中心-1>-2");
  });
});
