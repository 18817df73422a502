/** The worked examples E1 to E6: bytes of well-formed frames and what they say. */
import { expect, it } from "vitest";
import { decodeFrame, encodeFrame } from "./index.ts";
import { bytesOf, decoded } from "./testing.ts";

const device = { value: "889", hex: "790300000000" };
const centre = { value: "88888", hex: "385b01000000" };
const fromDevice = {
  sequence: 1,
  version: { major: 1, user: 1 },
  timestamp: "2012-09-26T09:58:32+08:00",
  source: device,
  destination: centre,
};
const fromCentre = { ...fromDevice, source: centre, destination: device };
const happened = "2012-09-26T09:58:02+08:00";

const E1 = `404001000101203a091a090c790300000000385b01000000300002 0201 0101280a0002000200 ${"20".repeat(30)}00 023a091a090c 462323`;
const E2 = "404001000101233A091A090C385B01000000790300000000000003AB2323";
const E3 = "404001000101203A091A090C790300000000385B010000000900021501 08023A091A090C 422323";
const E4 = "404001000101203A091A090C385B01000000790300000000030004510100FE2323";
const E5 = "404001000101203A091A090C385B01000000790300000000080001 5A01023A091A090C7D2323";
const E6 = "404001000101203A091A090C385B010000007903000000000300015B010A0F2323";

it("E1 is a smoke detector's fire alarm from zone 10, point 2", () => {
  expect(decoded(E1)).toMatchObject({
    ...fromDevice,
    command: 2,
    anomalies: [],
    adu: {
      kind: "component-status",
      type: 2,
      count: 1,
      objects: [
        {
          systemType: 1,
          systemAddress: 1,
          componentType: 40,
          componentAddress: 0x0002000a,
          status: 2,
          flags: { normal: false, fire: true, fault: false },
          description: "",
          descriptionRaw: `${"20".repeat(30)}00`,
          occurredAt: happened,
        },
      ],
    },
  });
});

it("E2 is the centre's acknowledgement, empty", () => {
  expect(decoded(E2)).toEqual({ ...fromCentre, timestamp: "2012-09-26T09:58:35+08:00", command: 3, adu: null, anomalies: [] });
});

it("E3 is the transmitter's mains fault", () => {
  const flags = {
    normal: false,
    fire: false,
    fault: false,
    mainsFault: true,
    backupPowerFault: false,
    channelFault: false,
    lineFault: false,
  };
  const adu = { kind: "device-status", type: 21, count: 1, objects: [{ status: 8, flags, occurredAt: happened }] };
  expect(decoded(E3)).toEqual({ ...fromDevice, command: 2, adu, anomalies: [] });
});

it.each([
  ["E4 reads the transmitter's status", E4, 4, { kind: "read-device", type: 81, count: 1, objects: [{ reserved: 0 }] }],
  ["E5 sets the transmitter's clock", E5, 1, { kind: "clock-sync", type: 90, count: 1, objects: [{ time: happened }] }],
  ["E6 asks who is on duty, within ten minutes", E6, 1, { kind: "duty-check", type: 91, count: 1, objects: [{ timeoutMinutes: 10 }] }],
])("%s", (_, hex, command, adu) => {
  expect(decoded(hex)).toEqual({ ...fromCentre, command, adu, anomalies: [] });
});

it.each([E1, E2, E3, E4, E5, E6])("encoding what was decoded gives the same bytes: %s", (hex) => {
  expect(encodeFrame(decoded(hex))).toEqual(bytesOf(hex));
});

it("changing or moving the input afterwards changes nothing in the frame", () => {
  const bytes = bytesOf(E1);
  const result = decodeFrame(bytes);
  const before = JSON.stringify(result);
  bytes.fill(0xff);
  expect(JSON.stringify(result)).toBe(before);
});
