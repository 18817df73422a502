/** The record on paper: always light, no frame. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { Button } from "../../ui/button.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { Record } from "./record.tsx";
import { recordQuery } from "./record-panel.tsx";
import { t } from "./words.ts";

export default function Print() {
  const id = String(useParams({ strict: false }).id);
  const { data, error } = useQuery(recordQuery(id));
  useEffect(() => {
    if (data) document.title = `${t("title")} ${data.unitName}`;
  }, [data]);
  if (error) return <Trouble error={error} what={t("record")} />;
  if (!data) return <Loading what={t("record")} />;
  return (
    <main className="visit-paper" data-theme="light">
      <header>
        <h1>{t("title")}</h1>
        <span className="visit-screen">
          <Button kind="primary" onClick={() => print()}>
            {t("print")}
          </Button>
        </span>
      </header>
      <Record record={data} />
    </main>
  );
}
