/** A day to come on which nobody works: said beneath the field that was given it, with the next working day one touch away. */
import { useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey, day as dayWords } from "../../lib/format.ts";
import { messages } from "../../lib/i18n.ts";
import { Button } from "../../ui/button.tsx";

const t = messages(
  { weekend: "{day} 是周末", holiday: "{day} 是{name}假期", take: "改为 {day}" },
  { weekend: "{day} is a weekend", holiday: "{day} is a holiday ({name})", take: "Take {day}" },
);

export function RestDay({ day, onChange }: { readonly day: unknown; readonly onChange: (day: string) => void }) {
  const isAhead = typeof day === "string" && day >= dayKey(serverNow());
  const { data } = useQuery({
    queryKey: ["calendar", day],
    queryFn: () => api.get("/calendar/days/{day}", { day: String(day) }),
    enabled: isAhead,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (!isAhead || !data || data.isWorkday) return null;
  const words = { day: dayWords(data.day, serverNow()) };
  return (
    <p className="row small" role="status" style={{ gap: 8, marginTop: 4 }}>
      <span style={{ color: "var(--soonText)" }}>
        {data.holiday ? t("holiday", { ...words, name: data.holiday }) : t("weekend", words)}
      </span>
      <Button onClick={() => onChange(data.nextWorkday)}>{t("take", { day: dayWords(data.nextWorkday, serverNow()) })}</Button>
    </p>
  );
}
