/** 应到、实到、代会、请假: one line an organ, with the receipt of its notice. */
import { useState } from "react";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayTime } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Input, Select } from "../../ui/field.tsx";
import type { Attendee, Page } from "./model.ts";
import { OrgansInput } from "./organs-input.tsx";
import { t } from "./words.ts";

type Sent = {
  readonly organ: string;
  readonly presence: Attendee["presence"];
  readonly deputy: string | null;
  readonly reason: string | null;
  readonly kind: Attendee["kind"];
};
const states = ["unknown", "present", "deputed", "leave", "absent"] as const;

function Receipt({ notice }: Pick<Attendee, "notice">) {
  if (!notice) return <span className="t3">{t("receiptNone")}</span>;
  if (notice.answeredAt) return <span title={notice.answer ?? ""}>{notice.answer}</span>;
  return notice.receivedAt ? (
    <span className="t2">
      {t("receiptGot")} {dayTime(notice.receivedAt, serverNow())}
    </span>
  ) : (
    <span className="ink-soon">{t("receiptWait")}</span>
  );
}

export function AttendanceDialog({
  page,
  writes,
  onClose,
  onSave,
}: {
  readonly page: Page;
  readonly writes: boolean;
  readonly onClose: () => void;
  readonly onSave: (attendees: Sent[]) => Promise<void>;
}) {
  const [rows, setRows] = useState<readonly Attendee[]>(page.attendees);
  const [invited, setInvited] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const set = (id: string, change: Partial<Attendee>) => setRows(rows.map((each) => (each.id === id ? { ...each, ...change } : each)));
  const save = async () => {
    setBusy(true);
    const changed = rows.filter((each) => JSON.stringify(each) !== JSON.stringify(page.attendees.find(({ id }) => id === each.id)));
    const sent: Sent[] = [
      ...changed.map(({ organ, presence, deputy, reason, kind }) => ({ organ, presence, deputy, reason, kind })),
      ...invited.map((organ) => ({ organ, presence: "present" as const, deputy: null, reason: null, kind: "invited" as const })),
    ];
    if (sent.length === 0) onClose();
    else await onSave(sent);
    setBusy(false);
  };
  const everybody = () => setRows(rows.map((each) => (each.presence === "unknown" ? { ...each, presence: "present" } : each)));
  return (
    <Dialog
      title={t("attendance")}
      width={920}
      onClose={onClose}
      foot={
        writes && (
          <>
            <Button onClick={everybody}>{`${t("unknown")} → ${t("present")}`}</Button>
            <span className="grow" />
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button kind="primary" busy={busy} onClick={() => void save()}>
              {t("save")}
            </Button>
          </>
        )
      }
    >
      <div className="attendance">
        <table className="committee-table">
          <thead>
            <tr>
              <th>{t("organ")}</th>
              <th>{t("person")}</th>
              <th>{t("receipt")}</th>
              <th>{t("attendance")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((each) => (
              <tr key={each.id}>
                <th scope="row">{each.organName}</th>
                <td>
                  {each.post} {each.name}
                </td>
                <td className="truncate attendance-receipt">
                  <Receipt notice={each.notice} />
                </td>
                <td>
                  {writes ? (
                    <span className="row attendance-state">
                      <Select
                        aria-label={`${t("attendance")} ${each.organName}`}
                        options={states.map((value) => ({ value, label: t(value) }))}
                        value={each.presence}
                        onChange={(event) => set(each.id, { presence: states.find((value) => value === event.target.value) ?? "unknown" })}
                      />
                      {each.presence === "deputed" && (
                        <Input
                          aria-label={`${t("deputy")} ${each.organName}`}
                          placeholder={t("deputy")}
                          value={each.deputy ?? ""}
                          onChange={(event) => set(each.id, { deputy: event.target.value || null })}
                        />
                      )}
                      {each.presence === "leave" && (
                        <Input
                          aria-label={`${t("reason")} ${each.organName}`}
                          placeholder={t("reason")}
                          value={each.reason ?? ""}
                          onChange={(event) => set(each.id, { reason: event.target.value || null })}
                        />
                      )}
                    </span>
                  ) : (
                    <span className={cx(each.presence === "unknown" && "t3")}>
                      {t(each.presence)} {each.deputy ?? each.reason}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {writes && (
          <div className="attendance-invite">
            <span className="small t2">{t("invite")}</span>
            <OrgansInput value={invited} onChange={setInvited} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
