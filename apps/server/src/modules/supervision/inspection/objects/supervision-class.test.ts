import { describe, expect, it } from "vitest";
import { classOf, classRules, initialRisk, nextDue, readClassRules } from "./supervision-class.ts";

const mall = { kind: "shop", grade: "key", highRisk: false };
const office = { kind: "government", grade: "general", highRisk: null };

describe("supervision class", () => {
  it("begins with what is known of the unit, and says why", () => {
    expect(initialRisk({ ...mall, highRisk: true })).toEqual({ risk: "red", why: "火灾高危单位" });
    expect(initialRisk(mall)).toEqual({ risk: "orange", why: "人员密集的重点单位" });
    expect(initialRisk(office)).toEqual({ risk: "blue", why: "一般单位" });
  });
  it("is risk times credit: a bad name makes the draw likelier and the next check sooner", () => {
    expect(classOf({ risk: "red", credit: "unknown" }, office)).toMatchObject({ weight: 400, everyMonths: 6, depth: "full" });
    expect(classOf({ risk: "orange", credit: "d" }, office)).toMatchObject({ weight: 400, everyMonths: 6 });
    expect(classOf({ risk: "blue", credit: "a" }, office)).toMatchObject({ weight: 25, everyMonths: 54, depth: "spot" });
  });
  it("gives way to what the law demands: a crowded key unit is checked every year, however well it stands", () => {
    expect(classOf({ risk: "blue", credit: "a" }, mall)).toMatchObject({ everyMonths: 12, duty: "SI-03 人员密集的重点单位每年至少一次" });
  });
  it("does not follow a duty that was not confirmed, nor one of another province", () => {
    const { duties } = classRules;
    expect(duties.find(({ id }) => id === "SI-20")?.confidence).toBe("memory");
    expect(classOf({ risk: "blue", credit: "b" }, office)).toMatchObject({ everyMonths: 36, duty: null });
    expect(classOf({ risk: "orange", credit: "b" }, { ...office, highRisk: true }).everyMonths).toBe(12);
  });
  it("never checked counts from the day the unit was taken up; the last day of a short month stays in it", () => {
    expect(nextDue(null, "2026-03-18", 12)).toBe("2027-03-18");
    expect(nextDue("2026-01-31", "2025-01-01", 1)).toBe("2026-02-28");
    expect(nextDue("2024-02-29", "2020-01-01", 12)).toBe("2025-02-28");
  });
  it("the file is refused when a unit could fall through its first reading", () => {
    const read = readClassRules({ ...classRules, initial: [{ when: { highRisk: true }, risk: "red", why: "高危" }] });
    expect(read.ok ? [] : read.problems).toEqual(["initial 最后一条须无条件"]);
  });
});
