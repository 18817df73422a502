/** What the committee's pages ask and send. */
import type { Gives, Takes } from "@suiren/api-client";
import { queryOptions, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";

export type Overview = Gives<"GET", "/committee/overview">;
export type Committee = Overview["committees"][number];
export type Page = Gives<"GET", "/committee/meetings/{id}">;
export type Agenda = Page["agendas"][number];
export type Resolution = Page["resolutions"][number];
export type Attendee = Page["attendees"][number];
export type HeldBack = Page["heldBack"][number];
export type SentMark = Takes<"PUT", "/committee/meetings/{id}/minutes">["marks"][number];

const key = "committee";
export const overviewQuery = (year: number, towns: boolean) =>
  queryOptions({
    queryKey: [key, "overview", year, towns],
    queryFn: () => api.get("/committee/overview", { year, towns: towns ? "true" : "false" }),
  });
export const feedbackQuery = (year: number) =>
  queryOptions({ queryKey: [key, "feedback", year], queryFn: () => api.get("/committee/feedback", { year }) });
export const meetingQuery = (id: string) =>
  queryOptions({ queryKey: [key, "meeting", id], queryFn: () => api.get("/committee/meetings/{id}", { id }) });

/** Puts the answer of a change in place of the page shown, and lets lists read again. */
export function useShown(id: string): (page: Page) => void {
  const client = useQueryClient();
  return (page) => {
    client.setQueryData(meetingQuery(id).queryKey, page);
    void client.invalidateQueries({ queryKey: [key, "overview"] });
    void client.invalidateQueries({ queryKey: ["ledger"] });
    void client.invalidateQueries({ queryKey: ["work"] });
  };
}

export const sentMark = ({ id, kind, start, end }: Pick<Resolution, "id" | "kind" | "start" | "end">): SentMark => ({
  id,
  kind,
  start,
  end,
});
