/** 开设账号, by the system administrator: without rights until the security administrator grants some. */
import { useState } from "react";
import { ApiError, api, sentenceOf } from "../../lib/api.ts";
import { Go, useGo } from "../../lib/go.tsx";
import type { UserKind } from "../../lib/session.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button } from "../../ui/button.tsx";
import { Choices, Field, Input } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Control } from "../ledger/form-control.tsx";
import "../ledger/form.css";
import { OncePassword } from "./once-password.tsx";
import { t } from "./words.ts";

type Given = Readonly<Record<string, unknown>> & { readonly kind: UserKind };
const kinds = (): readonly { readonly value: UserKind; readonly label: string }[] => [
  { value: "official", label: t("official") },
  { value: "unit", label: t("unitUser") },
  { value: "system-admin", label: t("systemAdmin") },
  { value: "security-admin", label: t("securityAdmin") },
  { value: "audit-admin", label: t("auditAdmin") },
];

export default function OpenAccount() {
  const go = useGo();
  const [given, setGiven] = useState<Given>({ kind: "official" });
  const [areaName, setAreaName] = useState("");
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [opened, setOpened] = useState<{ id: string; account: string; password: string }>();
  const set = (key: string, value: unknown) => setGiven({ ...given, [key]: value });
  const open = async () => {
    const missing = ["name", "account", "area"].filter((key) => !given[key]);
    setErrors(Object.fromEntries(missing.map((key) => [key, t("required")])));
    if (missing.length > 0) return;
    try {
      setOpened(await api.post("identity/accounts", given));
    } catch (error) {
      const problems = error instanceof ApiError ? error.problems : [];
      setErrors(
        problems.length > 0
          ? Object.fromEntries(problems.map(({ field, message = "" }) => [field, message]))
          : { account: sentenceOf(error) },
      );
    }
  };
  const text = (key: "name" | "account" | "post" | "phone", optional = false, help?: string) => (
    <Field label={t(key)} optional={optional} error={errors[key]} help={help}>
      {(ids) => (
        <Input {...ids} autoComplete="off" value={String(given[key] ?? "")} onChange={(event) => set(key, event.target.value || null)} />
      )}
    </Field>
  );
  return (
    <>
      <PageHead
        up={
          <>
            <Go href="/identity/user">{t("users")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={t("openTitle")}
      />
      <div style={{ maxWidth: 600 }}>
        {opened ? (
          <Panel
            title={t("opened", { account: opened.account })}
            foot={<Button onClick={() => go(`/identity/user?open=${opened.id}`)}>{t("users")}</Button>}
          >
            <OncePassword password={opened.password} />
          </Panel>
        ) : (
          <Panel
            foot={
              <>
                <span className="grow" />
                <Button kind="primary" size="large" onClick={() => void open()}>
                  {t("open")}
                </Button>
              </>
            }
          >
            <div className="col" style={{ gap: 14 }}>
              <Field label={t("kind")}>
                {() => (
                  <Choices
                    label={t("kind")}
                    options={kinds()}
                    value={[given.kind]}
                    onChange={(value) => {
                      const kind = kinds().find((each) => each.value === value)?.value;
                      if (kind) setGiven({ ...given, kind, unit: null });
                    }}
                  />
                )}
              </Field>
              {text("name")}
              {text("account", false, t("accountRule"))}
              <Field label={t("area")} error={errors.area}>
                {() => (
                  <span className="row">
                    {areaName && <b style={{ fontWeight: 500 }}>{areaName}</b>}
                    <Popover buttonClass="btn btn-plain btn-normal" button={t("choose")}>
                      {(close) => (
                        <AreaPicker
                          onChoose={(area) => {
                            setAreaName(area.name);
                            set("area", area.key);
                            close();
                          }}
                        />
                      )}
                    </Popover>
                  </span>
                )}
              </Field>
              {given.kind === "unit" ? (
                <Field label={t("unit")} error={errors.unit}>
                  {(ids) => (
                    <Control
                      ids={ids}
                      field={{ key: "unit", label: t("unit"), kind: "ref", ref: "places.unit" }}
                      value={given.unit}
                      onChange={(value) => set("unit", value)}
                    />
                  )}
                </Field>
              ) : (
                <Field label={t("organ")} optional error={errors.organ}>
                  {(ids) => (
                    <Control
                      ids={ids}
                      field={{ key: "organ", label: t("organ"), kind: "organ", ref: "organizations.organ" }}
                      value={given.organ}
                      onChange={(value) => set("organ", value)}
                    />
                  )}
                </Field>
              )}
              {text("post", true)}
              {text("phone", true)}
            </div>
          </Panel>
        )}
      </div>
    </>
  );
}
