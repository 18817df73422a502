/** The field map an installer reads beside the bytes. */
import { expect, it } from "vitest";
import { describeFrame, encodeFrame } from "./index.ts";
import { framed } from "./testing.ts";

const picture = encodeFrame({
  sequence: 11271,
  version: { major: 1, user: 0 },
  timestamp: "2026-03-18T14:30:52+08:00",
  source: { hex: "800233280100" },
  destination: 1,
  command: 2,
  adu: {
    type: 2,
    objects: [
      {
        systemType: 1,
        systemAddress: 1,
        componentType: 40,
        componentAddress: 0x00020029,
        status: 3,
        description: "3层B区女装东侧走道",
        occurredAt: "2026-03-18T14:30:52+08:00",
      },
    ],
  },
});

it("every field of a component alarm, with its bytes, its Chinese label and its words", () => {
  const fields = describeFrame(picture, { componentAddressMode: "zone-high", addressReading: "hex" });
  expect(fields.map(({ offset, length, labelZh, text, role }) => [`${offset}+${length}`, labelZh, text, role])).toEqual([
    ["0+2", "启动符", "@@", "framing"],
    ["2+2", "业务流水号", "11271", "header"],
    ["4+2", "协议版本", "1.0", "header"],
    ["6+6", "时间标签", "2026-03-18 14:30:52", "time"],
    ["12+6", "源地址", "800233280100", "header"],
    ["18+6", "目的地址", "010000000000", "header"],
    ["24+2", "应用数据长度", "48", "framing"],
    ["26+1", "命令字节", "2 发送数据", "header"],
    ["27+2", "类型、对象数", "2 建筑消防设施部件运行状态，1 个", "adu"],
    ["29+2", "系统类型、地址", "1 火灾报警系统，1 号", "adu"],
    ["31+1", "部件类型", "40 感烟火灾探测器", "adu"],
    ["32+4", "部件地址", "0x00020029 → 2 回路 041", "adu"],
    ["36+2", "部件状态", "0x0003 正常运行、火警", "deciding"],
    ["38+31", "部件说明", "3层B区女装东侧走道", "adu"],
    ["69+6", "状态发生时间", "2026-03-18 14:30:52", "time"],
    ["75+1", "校验和", "9F，算得 9F", "checksum"],
    ["76+2", "结束符", "##", "framing"],
  ]);
  expect(fields.every(({ problem }) => problem === null)).toBe(true);
});

it("what is wrong stands beside the bytes that are wrong", () => {
  const wrong = framed(2, "1501 88 000000000000").with(-3, 0).with(-1, 0x24);
  const problems = describeFrame(wrong).flatMap(({ key, problem }) => (problem ? [[key, problem.zh]] : []));
  expect(problems).toEqual([
    ["status", "预留位不为 0"],
    ["occurredAt", "时间标签全为零"],
    ["checksum", "校验和不符"],
    ["end", "长度字段所示位置没有结束符 23 23"],
  ]);
});

it.each([
  ["no bytes", new Uint8Array(0), []],
  ["noise", Uint8Array.of(1, 2, 3), ["unread"]],
  ["a start alone", Uint8Array.of(0x40, 0x40, 1), ["start", "unread"]],
  [
    "a cut frame",
    picture.subarray(0, 40),
    ["start", "sequence", "version", "timestamp", "source", "destination", "length", "command", "type", "rest"],
  ],
  [
    "bytes after the end",
    Uint8Array.of(...framed(3, ""), 7),
    ["start", "sequence", "version", "timestamp", "source", "destination", "length", "command", "checksum", "end", "unread"],
  ],
])("%s is mapped as far as it goes", (_, bytes, keys) => {
  expect(describeFrame(bytes).map(({ key }) => key)).toEqual(keys);
});

it("an analog value is told with its unit and its raw number", () => {
  const field = describeFrame(framed(2, "0301 0b025b01000000 04 0300 023a091a090c")).find(({ key }) => key === "rawValue");
  expect(field).toMatchObject({ labelZh: "模拟量值", text: "0.3 MPa（原始值 3）", textEn: "0.3 MPa (raw 3)" });
});
