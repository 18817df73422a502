import type { Policy } from "@suiren/api-client";
/** 安全策略, set by the security administrator; limits are the server's. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, Field, Input } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

const units = {
  lockAfter: "times",
  lockMinutes: "minutes",
  addressLockAfter: "times",
  passwordMinLength: "letters",
  passwordHistory: "times",
  passwordDays: "days",
  idleMinutes: "minutes",
  sessionHours: "hours",
  dutySessionHours: "hours",
} as const;
type Key = keyof typeof units;
const keys: readonly Key[] = [
  "lockAfter",
  "lockMinutes",
  "addressLockAfter",
  "passwordMinLength",
  "passwordHistory",
  "passwordDays",
  "idleMinutes",
  "sessionHours",
  "dutySessionHours",
];

export default function PolicyPage() {
  const { data, error, refetch } = useQuery({ queryKey: ["policy"], queryFn: () => api.get("/identity/policy") });
  if (error) return <Trouble error={error} what={t("policy")} onRetry={() => void refetch()} />;
  return data ? <PolicyForm policy={data} /> : <Loading what={t("policy")} />;
}

function PolicyForm({ policy }: { readonly policy: Policy }) {
  const [given, setGiven] = useState<Partial<Policy>>({});
  const save = async () => {
    try {
      await api.put("/identity/policy", given);
      toast.done(t("saved", { name: t("policy") }));
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <>
      <PageHead title={t("policy")} />
      <div style={{ maxWidth: 560 }}>
        <Panel
          foot={
            <>
              <span className="grow" />
              <Button kind="primary" size="large" onClick={() => void save()}>
                {t("save")}
              </Button>
            </>
          }
        >
          <div className="col" style={{ gap: 12 }}>
            {keys.map((key) => (
              <Field key={key} label={t(key)}>
                {(ids) => (
                  <Input
                    {...ids}
                    type="number"
                    unit={t(units[key])}
                    value={given[key] ?? policy[key]}
                    onChange={(event) => setGiven({ ...given, [key]: Number(event.target.value) })}
                  />
                )}
              </Field>
            ))}
            <Checkbox
              label={t("adminTotp")}
              checked={given.adminTotp ?? policy.adminTotp}
              onChange={(event) => setGiven({ ...given, adminTotp: event.target.checked })}
            />
          </div>
        </Panel>
      </div>
    </>
  );
}
