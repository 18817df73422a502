import { expect, it } from "vitest";
import type { LedgerSchema } from "../../lib/schema.ts";
import { visibleSteps } from "../../ui/case-bar.tsx";
import { type Line, stepsOf } from "./use-case.ts";

const schema: LedgerSchema = {
  name: "remote-monitoring.alarm",
  label: "警情",
  counter: "起",
  path: "remote-monitoring/alarm",
  title: "number",
  place: "point",
  fields: [],
  retired: [],
  head: [],
  list: { columns: [], filters: [], search: false, sort: "-id" },
  views: [],
  record: null,
  partOf: null,
  unitKeeps: null,
  can: [],
  case: {
    asksOthers: false,
    start: "raised",
    byHand: null,
    states: {
      raised: { label: "报警", step: "报警", end: false },
      accepted: { label: "接警", step: "接警", end: false },
      confirmed: { label: "确认火警", step: "确认火警", end: false },
      closed: { label: "结案", step: "结案", end: true },
      false: { label: "误报", step: "误报", end: true },
    },
    moves: {},
  },
};
const line = (toState: string): Line => ({
  id: 1,
  at: "",
  kind: "person",
  code: null,
  given: {},
  actorName: "",
  move: null,
  fromState: null,
  toState,
  sentence: "",
});
const steps = (state: string, ...been: readonly string[]) =>
  stepsOf(schema, state, been.map(line), () => "").map(({ label, state: at }) => `${label} ${at}`);

it("an open case shows what is done, the step now, what may come, and one end", () =>
  expect(steps("accepted", "raised", "accepted")).toEqual(["报警 done", "接警 now", "确认火警 later", "结案 later"]));
it("a closed case shows only the way it went", () =>
  expect(steps("false", "raised", "accepted", "false")).toEqual(["报警 done", "接警 done", "误报 done"]));

it("over seven steps fold to first, last and the present ± 2", () => {
  const many = Array.from({ length: 12 }, (_, index) => ({
    key: String(index),
    label: String(index),
    state: index < 6 ? ("done" as const) : index === 6 ? ("now" as const) : ("later" as const),
  }));
  expect(visibleSteps(many).map((step) => step?.key ?? "…")).toEqual(["0", "…", "4", "5", "6", "7", "8", "…", "11"]);
});
