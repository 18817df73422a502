/** Which check list: of those in force that the asker may see; empty leaves it to the kind of each unit. */
import { useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { messages } from "../../lib/i18n.ts";
import { Select } from "../../ui/field.tsx";

const t = messages(
  { byKind: "按单位类别取", items: "{title}　{n} 项" },
  { byKind: "By the kind of each unit", items: "{title}, {n} items" },
);

type Ids = { readonly id: string; readonly "aria-describedby": string; readonly "aria-invalid": boolean };

export function ChecklistSelect({
  ids,
  value,
  onChange,
}: {
  readonly ids: Ids;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { data } = useQuery({ queryKey: ["checklists"], queryFn: () => api.get("/inspection/checklists", {}), staleTime: 300_000 });
  const lists = (data?.lists ?? []).filter(({ state }) => state === "inForce");
  return (
    <Select
      {...ids}
      empty={t("byKind")}
      options={lists.map(({ id, title, items }) => ({ value: id, label: t("items", { title, n: items }) }))}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
