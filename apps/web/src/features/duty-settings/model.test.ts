import type { DutySettings } from "@suiren/api-client";
import { expect, it } from "vitest";
import { changedKeys, changesTyped, type Limits, problemsOf, rebased, restored, type Typed, typedOf } from "./model.ts";

const each = { fire: 30, supervision: 120, linkage: 300, fault: 3_600, shield: 7_200, offline: 7_200, test: 7_200 };
const limits: Limits = {
  acceptSeconds: each,
  verifySeconds: each,
  raiseWindowSeconds: 60,
  stormPerMinute: 10,
  offlineSeconds: 180,
  nuisanceTimes: 3,
  nuisanceDays: 30,
  dutyAnswerMinutes: 10,
  claimFireMinutes: 10,
  messageDays: 400,
  dispatchUrl: null,
  escalation: [{ kind: "fire", state: "reported", afterSeconds: 30, channel: "screen", to: "带班领导", what: "再次响铃" }],
};
const settings = { limits: { ...limits, messageDays: 60 }, defaults: limits };
const ranges: DutySettings["ranges"] = {
  messageDays: { least: 30, most: 3_650 },
  acceptSeconds: { least: 1, most: 2_592_000 },
  escalation: { least: 1, most: 2_592_000 },
};
const type = (texts: Readonly<Record<string, string>>, typed: Typed = typedOf(settings.limits)): Typed => ({
  ...typed,
  texts: { ...typed.texts, ...texts },
});

it("nothing typed is nothing to save, however the figures are written", () => {
  expect(changedKeys(settings.limits, typedOf(settings.limits))).toEqual([]);
  expect(changedKeys(settings.limits, type({ messageDays: " 060 " }))).toEqual([]);
});

it("only what changed is sent, and the default is sent as none", () => {
  expect(changesTyped(settings, type({ messageDays: "400", "acceptSeconds.fire": "45" }))).toEqual({
    messageDays: null,
    acceptSeconds: { ...each, fire: 45 },
  });
});

it("names each field that cannot be sent", () => {
  const typed = type({ messageDays: "3", "acceptSeconds.fire": "", stormPerMinute: "zehn", dispatchUrl: "ftp://a" });
  const steps = typed.steps.map((step) => ({ ...step, to: " ", afterSeconds: "0" }));
  expect(problemsOf(ranges, { ...typed, steps })).toEqual({
    messageDays: "range",
    "acceptSeconds.fire": "empty",
    stormPerMinute: "whole",
    dispatchUrl: "url",
    "escalation.0.afterSeconds": "range",
    "escalation.0.to": "empty",
  });
});

it("one setting goes back to its default and leaves the others as typed", () => {
  const typed = restored(type({ "acceptSeconds.fire": "45", offlineSeconds: "200" }), "acceptSeconds", limits);
  expect(changedKeys(settings.limits, typed)).toEqual(["offlineSeconds"]);
});

it("over somebody else's change, what was typed stays and the rest follows him", () => {
  const theirs = { ...settings.limits, nuisanceTimes: 5, messageDays: 90 };
  const typed = rebased(settings.limits, theirs, type({ messageDays: "120" }));
  expect(typed.texts).toMatchObject({ messageDays: "120", nuisanceTimes: "5" });
  expect(changesTyped({ limits: theirs, defaults: limits }, typed)).toEqual({ messageDays: 120 });
});
