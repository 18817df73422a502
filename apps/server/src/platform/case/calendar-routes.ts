/** What kind of day a deadline falls on: whoever sets one is told before it lies on a day when nobody works. */
import chineseDays from "chinese-days";
import { z } from "zod";
import { ok } from "../result.ts";
import { type Route, route } from "../route.ts";
import { addDays, type CalendarDate, calendarDate } from "../values.ts";
import { addWorkingDays } from "./calendar.ts";

const dayKind = z
  .object({
    day: calendarDate,
    isWorkday: z.boolean(),
    holiday: z.string().nullable().describe("放假安排里的节日名；普通周末为空"),
    nextWorkday: calendarDate.describe("当天或其后第一个工作日"),
  })
  .meta({ id: "DayKind", description: "一天是不是工作日" });

/** Pure: by the State Council's yearly arrangement as far as it is known, weekends alone beyond. */
export function kindOfDay(day: CalendarDate): z.output<typeof dayKind> {
  const { work, name } = chineseDays.getDayDetail(day);
  const [, chinese] = name.split(",");
  return { day, isWorkday: work, holiday: (!work && chinese) || null, nextWorkday: addWorkingDays(addDays(day, -1), 1) };
}

export const calendarRoutes: readonly Route[] = [
  route({
    method: "GET",
    path: "/calendar/days/:day",
    tag: "工作台",
    summary: "某天是不是工作日",
    permission: "signed-in",
    input: z.object({ day: calendarDate }),
    output: dayKind,
    example: { input: { day: "2026-10-03" } },
    run: async (_, { day }) => ok(kindOfDay(day)),
  }),
];
