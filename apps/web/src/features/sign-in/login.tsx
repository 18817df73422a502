import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { queryClient } from "../../app/query-client.ts";
import { ApiError } from "../../lib/api.ts";
import { cityQuery } from "../../lib/city.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { getLanguage, setLanguage } from "../../lib/i18n.ts";
import { landingOf } from "../../lib/landing.ts";
import { meQuery, signIn } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { CityPicture } from "./city-picture.tsx";
import { t } from "./words.ts";
import "./login.css";

type Way = "account" | "scan" | "unit";

export default function Login() {
  const { data: city } = useQuery(cityQuery);
  const [way, setWay] = useState<Way>("account");
  const [note, setNote] = useState<string>();
  const name = city ? t("platform", { city: city.name }) : "";
  useEffect(() => {
    document.title = name ? `${name} ${t("brand")}` : t("brand");
  }, [name]);
  return (
    <div className="login">
      <div className="login-ink">
        <div className="login-brand">
          <Icon name="mark" size={44} />
          <b>{t("brand")}</b>
          {city?.demo && <span className="demo-mark">{t("demo")}</span>}
        </div>
        {city && <CityPicture city={city} />}
        <div className="login-name">
          <h1>{name}</h1>
          <p>{t("motto")}</p>
        </div>
      </div>
      <main className="login-door">
        <div className="login-form">
          <h2>{t("title")}</h2>
          <Tabs
            label={t("title")}
            items={[
              { key: "account", label: t("byAccount") },
              { key: "scan", label: t("byScan") },
              { key: "unit", label: t("asUnit") },
            ]}
            value={way}
            onChange={setWay}
          />
          {way === "scan" ? (
            <p className="login-note">{t("scanNotYet")}</p>
          ) : (
            <Credentials key={way} hint={way === "unit" ? t("unitHow") : undefined} />
          )}
          <div className="login-under">
            <span>{t("lockRule")}</span>
            <button type="button" className="link" onClick={() => setNote(t("forgotHow"))}>
              {t("forgot")}
            </button>
          </div>
          <div className="login-public">
            <Button icon="camera" onClick={() => setNote(t("reportNotYet"))}>
              {t("report")}
            </Button>
            <Button icon="search" onClick={() => setNote(t("progressNotYet"))}>
              {t("progress")}
            </Button>
          </div>
          <output className="login-note">{note}</output>
        </div>
        <footer className="login-foot">
          <span>{t("grade")}</span>
          <button
            type="button"
            className="link"
            lang={getLanguage() === "zh" ? "en" : "zh"}
            onClick={() => setLanguage(getLanguage() === "zh" ? "en" : "zh")}
          >
            {t("switchLanguage")}
          </button>
        </footer>
      </main>
    </div>
  );
}

type Errors = { readonly account?: string; readonly password?: string; readonly code?: string };

/** Account and password; the one-time code only when the server asks for it. */
function Credentials({ hint }: { readonly hint: string | undefined }) {
  const go = useGo();
  const next = new URLSearchParams(useSearchText()).get("next");
  const form = useRef<HTMLFormElement>(null);
  const [asksCode, setAsksCode] = useState(false);
  const [errors, setErrors] = useState<Errors>({});
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!form.current || busy) return;
    const given = new FormData(form.current);
    const read = (key: string): string => String(given.get(key) ?? "");
    const account = read("account").trim();
    const password = read("password");
    const code = read("code").replace(/\s/g, "");
    const missing: Errors = {
      ...(account ? {} : { account: t("missingAccount") }),
      ...(password ? {} : { password: t("missingPassword") }),
      ...(asksCode && !/^\d{6}$/.test(code) ? { code: t("missingCode") } : {}),
    };
    setErrors(missing);
    const first = Object.keys(missing)[0];
    if (first) return form.current.querySelector<HTMLInputElement>(`[name=${first}]`)?.focus();
    setBusy(true);
    try {
      await signIn({ account, password, ...(code ? { code } : {}) });
      queryClient.clear();
      const me = await queryClient.fetchQuery(meQuery);
      go(next?.startsWith("/") && !next.startsWith("//") ? next : landingOf(me), { replace: true });
    } catch (trouble) {
      refuse(trouble);
    } finally {
      setBusy(false);
    }
  };

  const refuse = (trouble: unknown) => {
    const code = trouble instanceof ApiError ? trouble.code : "";
    const sentence = trouble instanceof Error ? trouble.message : String(trouble);
    if (code === "identity.totp_required") {
      setErrors(asksCode ? { code: sentence } : {});
      setAsksCode(true);
      requestAnimationFrame(() => form.current?.querySelector<HTMLInputElement>("[name=code]")?.focus());
    } else setErrors(asksCode && code.includes("totp") ? { code: sentence } : { password: sentence });
  };

  return (
    <form ref={form} className="login-fields" onSubmit={(event) => void submit(event)} noValidate>
      {hint && <p className="small t2">{hint}</p>}
      <Field label={t("account")} error={errors.account}>
        {(ids) => <Input {...ids} large name="account" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus />}
      </Field>
      <Field label={t("password")} error={errors.password}>
        {(ids) => <Input {...ids} large name="password" type="password" autoComplete="current-password" />}
      </Field>
      {asksCode && (
        <Field label={t("code")} error={errors.code}>
          {(ids) => (
            <Input {...ids} large name="code" inputMode="numeric" autoComplete="one-time-code" maxLength={7} placeholder={t("codeHint")} />
          )}
        </Field>
      )}
      <Button kind="primary" type="submit" className="login-go" busy={busy}>
        {t("go")}
      </Button>
    </form>
  );
}
