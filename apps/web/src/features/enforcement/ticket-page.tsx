/** 查动火票: a scanned or typed number, and whether the ticket holds now. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { exact } from "../../lib/format.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Facts, PageHead, Panel } from "../../ui/panel.tsx";
import { t } from "./words.ts";
import "./enforcement.css";

export default function TicketPage() {
  const go = useGo();
  const code = new URLSearchParams(useSearchText()).get("code") ?? "";
  const [typed, setTyped] = useState(code);
  const { data, error } = useQuery({
    queryKey: ["enforcement", "ticket", code],
    queryFn: () => api.get("/enforcement/hot-work-tickets/{code}", { code }),
    enabled: code !== "",
    retry: false,
  });
  return (
    <>
      <PageHead title={t("checkTicket")} />
      <Panel className="enforcement-draft">
        <form
          className="row row-wide"
          onSubmit={(event) => {
            event.preventDefault();
            go(`/enforcement/hot-work-tickets?code=${encodeURIComponent(typed.trim())}`);
          }}
        >
          <Field label={t("ticketCode")} help={t("ticketHint")}>
            {(ids) => <Input {...ids} placeholder="DH-____-____" value={typed} onChange={(event) => setTyped(event.target.value)} />}
          </Field>
          <Button kind="primary" type="submit">
            {t("check")}
          </Button>
        </form>
        {error instanceof ApiError && <p className="enforcement-outside">{error.message}</p>}
        {data && (
          <>
            <p className={data.valid ? "ticket-valid" : "enforcement-outside"}>
              {t(data.valid ? "valid" : "invalid")}
              {!data.valid && `：${data.why}`}
            </p>
            <Facts
              items={[
                [t("ticketCode"), data.code],
                [t("unit"), data.unitName],
                [t("where"), data.where],
                [t("worker"), data.worker],
                [t("guard"), data.guard],
                [t("time"), t("fromTo", { from: exact(data.from), to: exact(data.until) })],
              ]}
            />
          </>
        )}
      </Panel>
    </>
  );
}
