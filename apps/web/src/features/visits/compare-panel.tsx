/** Two records of one day side by side where they differ; whoever decides touches the answer that stands, item by item. */
import type { VisitRecord } from "@suiren/api-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { dayTime } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";
import "./visits.css";

type Choices = Readonly<Record<string, string>>;

export default function ComparePanel({ row }: PanelProps) {
  const client = useQueryClient();
  const may = useMay();
  const compared = useQuery({
    queryKey: ["inspection", "compare", row.id],
    queryFn: ({ signal }) => api.get("/inspection/conflicts/{id}/compare", { id: row.id }, signal),
  });
  const [choices, setChoices] = useState<Choices>({});
  const [reason, setReason] = useState("");
  const [trouble, setTrouble] = useState<string>();
  const decide = useMutation({
    mutationFn: () =>
      api.post("/inspection/conflicts/{id}/decide", {
        id: row.id,
        choices: Object.entries(choices).map(([item, visit]) => ({ item, visit })),
        reason,
      }),
    onSuccess: ({ hazards }) => {
      toast.done(t("decided"));
      if (hazards.length > 0) toast.mine(t("voidHazards", { n: hazards.length }));
      return client.invalidateQueries();
    },
    onError: toast.trouble,
  });
  if (compared.error) return <Trouble error={compared.error} what={t("compare")} onRetry={() => void compared.refetch()} />;
  if (!compared.data) return <Loading what={t("compare")} />;
  const { items, records, own } = compared.data;
  const undecided = row.closedAt === null && may("inspection.settle");
  const open = undecided && !own;
  const submit = () => {
    const missing = items.filter((item) => !choices[item]).length;
    if (missing > 0) return setTrouble(t("missing", { n: missing }));
    if (reason.trim().length < 2) return setTrouble(t("needReason"));
    setTrouble(undefined);
    decide.mutate();
  };
  if (items.length === 0) return <StateBlock kind="empty" title={t("compareNone")} />;
  return (
    <div className="visit-compare">
      <table>
        <thead>
          <tr>
            <th>{t("item")}</th>
            {records.map((record) => (
              <th key={record.id}>
                <Go className="link" href={`/inspection/visit/${record.id}`}>
                  {record.inspectors}
                </Go>
                <span className="t2 small num">　{dayTime(record.startedAt)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item}>
              <th>
                <span className="num t2">{item}</span>　{records[0]?.items.find((each) => each.item === item)?.text}
              </th>
              {records.map((record) => (
                <td key={record.id}>
                  <Answer
                    record={record}
                    item={item}
                    chosen={choices[item] === record.id}
                    onChoose={open ? () => setChoices({ ...choices, [item]: record.id }) : undefined}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {undecided && own && <p className="t2">{t("ownRecord")}</p>}
      {open && (
        <div className="visit-decide">
          <Field label={t("reason")} help={t("reasonHelp")} error={trouble}>
            {(ids) => <TextArea {...ids} rows={2} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Field>
          <Button kind="primary" busy={decide.isPending} onClick={submit}>
            {t("decide")}
          </Button>
        </div>
      )}
    </div>
  );
}

type AnswerProps = {
  readonly record: VisitRecord;
  readonly item: string;
  readonly chosen: boolean;
  readonly onChoose: (() => void) | undefined;
};
function Answer({ record, item, chosen, onChoose }: AnswerProps) {
  const given = record.items.find((each) => each.item === item);
  const photos = record.photos.filter((photo) => photo.item === item && photo.arrived);
  if (!given?.outcome) return <span className="t2">{t("open")}</span>;
  return (
    <div className="visit-answer">
      <b className={given.outcome === "fail" ? "ink-overdue" : given.outcome === "pass" ? "ink-ok" : "t2"}>{t(given.outcome)}</b>
      {given.note && <span>{given.note}</span>}
      <span className="visit-thumbs">
        {photos.map((photo) => (
          <a key={photo.id} href={`/api/v1/files/${photo.id}`} target="_blank" rel="noreferrer">
            <img src={`/api/v1/files/${photo.id}`} alt={photo.place ?? ""} loading="lazy" />
          </a>
        ))}
      </span>
      {onChoose && (
        <button type="button" className={cx("visit-choose", chosen && "visit-chosen")} aria-pressed={chosen} onClick={onChoose}>
          {t("choose")}
        </button>
      )}
    </div>
  );
}
