/** Search over everything: grouped by ledger, the shortest way to a row. On a phone the box stands here. */
import type { Gives } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { messages } from "../../lib/i18n.ts";
import { Input } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import "./search.css";

type Found = Gives<"GET", "/search">;
type Group = Found["groups"][number];

const t = messages(
  {
    title: "搜索",
    hint: "单位、设备、编号、电话，拼音首字母也行",
    none: "没有找到“{q}”",
    noneHint: "可换个简称、编号的一段，或电话后几位再试。",
    start: "输入要找的名称、编号或电话",
    all: "在{label}里看全部",
    commands: "去",
  },
  {
    title: "Search",
    hint: "Units, devices, numbers, telephones, pinyin initials",
    none: "Nothing found for “{q}”",
    noneHint: "Try a shorter name, part of a number, or the end of a telephone number.",
    start: "Enter a name, number or telephone",
    all: "All in {label}",
    commands: "Go to",
  },
);

export default function Search() {
  const go = useGo();
  const q = new URLSearchParams(useSearchText()).get("q") ?? "";
  const [text, setText] = useState(q);
  useEffect(() => setText(q), [q]);
  useEffect(() => {
    if (text.trim() === q) return;
    const timer = setTimeout(() => go(`/search?q=${encodeURIComponent(text.trim())}`, { replace: true }), 300);
    return () => clearTimeout(timer);
  }, [text, q, go]);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["search", q],
    queryFn: ({ signal }) => api.get("/search", { q }, signal),
    enabled: q !== "",
  });
  const commands: Group = {
    key: "commands",
    label: t("commands"),
    path: null,
    more: false,
    rows: (data?.commands ?? []).map(({ key, label, path }) => ({ id: key, title: label, note: "", path })),
  };
  const groups = [...(data?.numbers ?? []), commands, ...(data?.groups ?? [])].filter((group) => group.rows.length > 0);
  return (
    <div className="search-page">
      <PageHead title={t("title")} />
      <Input
        icon="search"
        large
        type="search"
        autoFocus
        placeholder={t("hint")}
        aria-label={t("hint")}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {q === "" ? (
        <p className="small t3">{t("start")}</p>
      ) : error ? (
        <Trouble error={error} what={t("title")} onRetry={() => void refetch()} />
      ) : isPending ? (
        <Loading what={t("title")} />
      ) : groups.length === 0 ? (
        <StateBlock kind="filtered" title={t("none", { q })}>
          {t("noneHint")}
        </StateBlock>
      ) : (
        groups.map((group, index) => (
          <Panel
            key={`${group.key}-${index < (data?.numbers.length ?? 0) ? "number" : "words"}`}
            title={group.label}
            flush
            end={group.more && group.path && <Go href={`${group.path}?q=${encodeURIComponent(q)}`}>{t("all", { label: group.label })}</Go>}
          >
            {group.rows.map((row) => (
              <Go key={row.id} className="search-row" href={row.path}>
                <span>{row.title}</span>
                <span className="small t2 truncate">{row.note}</span>
              </Go>
            ))}
          </Panel>
        ))
      )}
    </div>
  );
}
