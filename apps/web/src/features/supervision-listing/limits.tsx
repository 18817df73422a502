/** The limits in force: none of them stands in a document, so each says whether the office has set it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { limitsQuery } from "./model.ts";
import { t } from "./words.ts";

export function Limits() {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(limitsQuery);
  const [changed, setChanged] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  if (error) return <Trouble error={error} what={t("settings")} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { mayChange } = data;
  const save = async () => {
    setBusy(true);
    try {
      const limits = Object.fromEntries(Object.entries(changed).map(([key, value]) => [key, Number(value)]));
      await api.put("/supervision-listing/settings", { limits, reason: reason.trim() });
      setChanged({});
      setReason("");
      toast.done(t("saved"));
      await client.invalidateQueries({ queryKey: ["supervision-listing"] });
    } catch (problem) {
      toast.trouble(problem);
    } finally {
      setBusy(false);
    }
  };
  const isChanged = Object.keys(changed).length > 0;
  return (
    <>
      <table className="listing-table listing-limits">
        <thead>
          <tr>
            <th>{t("settings")}</th>
            <th>{t("value")}</th>
            <th className="amount">{t("byDefault")}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {data.limits.map(({ key, label, value, byDefault, confirmed }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td>
                {mayChange ? (
                  <Input
                    aria-label={label}
                    inputMode="numeric"
                    value={changed[key] ?? String(value)}
                    onChange={(event) => setChanged({ ...changed, [key]: event.target.value })}
                  />
                ) : (
                  value
                )}
              </td>
              <td className="amount">{byDefault}</td>
              <td>
                <StateDot meaning={confirmed ? "met" : "soon"}>{t(confirmed ? "confirmed" : "unconfirmed")}</StateDot>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayChange && isChanged && (
        <div className="listing-foot">
          <Input
            aria-label={t("settingsReason")}
            placeholder={t("settingsReason")}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            kind="primary"
            busy={busy}
            reason={reason.trim().length >= 2 ? undefined : t("settingsReason")}
            onClick={() => void save()}
          >
            {t("save")}
          </Button>
        </div>
      )}
    </>
  );
}
