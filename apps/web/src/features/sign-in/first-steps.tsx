/** Before the first work: an own password instead of the one that was handed over, then the phone as second key. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { ApiError, api, sentenceOf } from "../../lib/api.ts";
import { useGo } from "../../lib/go.tsx";
import { messages } from "../../lib/i18n.ts";
import { landingOf } from "../../lib/landing.ts";
import { meQuery, useMe } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";

const Qr = lazy(() => import("../../ui/antd/qr.tsx"));

const t = messages(
  {
    password: "先换成自己的密码",
    why: "现在的密码是别人给的，换过才能办事。",
    current: "现在的密码",
    next: "新密码",
    again: "再输一遍",
    rule: "大写、小写、数字、符号占其中三种，不含账号，不用常见词",
    differs: "两遍不一样",
    change: "换密码",
    totp: "绑定动态码",
    totpHow: "用手机令牌（国密令牌、Microsoft Authenticator、Google Authenticator 等）扫这个码，再填它显示的 6 位数字。",
    secret: "扫不了时手工输入",
    code: "6 位动态码",
    bind: "绑定",
    recovery: "备用码只显示这一次",
    recoveryHow: "手机不在身边时，一个备用码可代替一次动态码。抄下来单独保管。",
    kept: "已保管好",
  },
  {
    password: "Set your own password first",
    why: "Your present password was given by somebody else.",
    current: "Present password",
    next: "New password",
    again: "Once more",
    rule: "Three of capitals, small letters, digits, signs; without your account or common words",
    differs: "The two differ",
    change: "Change",
    totp: "Add your one-time code",
    totpHow: "Scan this with an authenticator on your phone, then enter the six digits it shows.",
    secret: "Enter by hand",
    code: "Six digits",
    bind: "Add",
    recovery: "Recovery codes, shown once",
    recoveryHow: "Without your phone each code stands in for one one-time code. Keep them apart.",
    kept: "I have kept them",
  },
);

export default function FirstSteps() {
  const me = useMe();
  const client = useQueryClient();
  const go = useGo();
  const onDone = async () => {
    const next = await client.fetchQuery({ ...meQuery, staleTime: 0 });
    if (!next?.mustChangePassword && !next?.mustEnrolTotp) go(landingOf(next), { replace: true });
  };
  return (
    <main style={{ display: "grid", placeItems: "center", minHeight: "100dvh", padding: 16 }}>
      <div style={{ width: "min(420px, 100%)" }}>
        {me.mustChangePassword ? <NewPassword onDone={onDone} /> : <NewTotp onDone={onDone} />}
      </div>
    </main>
  );
}

export function NewPassword({ onDone }: { readonly onDone: () => Promise<void> }) {
  const [given, setGiven] = useState({ current: "", next: "", again: "" });
  const [error, setError] = useState<{ field: "current" | "next" | "again"; text: string }>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (given.next !== given.again) return setError({ field: "again", text: t("differs") });
    try {
      await api.post("/me/password", { current: given.current, next: given.next });
      await onDone();
    } catch (trouble) {
      const isNew = trouble instanceof ApiError && /weak_password|reused_password/.test(trouble.code);
      setError({ field: isNew ? "next" : "current", text: sentenceOf(trouble) });
    }
  };
  const input = (field: "current" | "next" | "again", autoComplete: string) => (
    <Field label={t(field)} error={error?.field === field ? error.text : undefined} help={field === "next" ? t("rule") : undefined}>
      {(ids) => (
        <Input
          {...ids}
          large
          type="password"
          autoComplete={autoComplete}
          value={given[field]}
          onChange={(event) => setGiven({ ...given, [field]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Panel title={t("password")}>
      <form className="col" style={{ gap: 14 }} onSubmit={(event) => void submit(event)}>
        <p className="small t2">{t("why")}</p>
        {input("current", "current-password")}
        {input("next", "new-password")}
        {input("again", "new-password")}
        <Button kind="primary" size="large" type="submit">
          {t("change")}
        </Button>
      </form>
    </Panel>
  );
}

export function NewTotp({ onDone }: { readonly onDone: () => Promise<void> }) {
  const enrolment = useQuery({
    queryKey: ["totp"],
    queryFn: () => api.post("/me/totp"),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [code, setCode] = useState("");
  const [error, setError] = useState<string>();
  const [recovery, setRecovery] = useState<readonly string[]>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { recoveryCodes } = await api.post("/me/totp/verify", { code: code.replace(/\s/g, "") });
      setRecovery(recoveryCodes);
    } catch (trouble) {
      setError(sentenceOf(trouble));
    }
  };
  if (recovery)
    return (
      <Panel title={t("recovery")}>
        <p className="small t2">{t("recoveryHow")}</p>
        <ul className="num" style={{ columns: 2, margin: "12px 0", fontSize: 16, lineHeight: "28px" }}>
          {recovery.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <Button kind="primary" size="large" onClick={() => void onDone()}>
          {t("kept")}
        </Button>
      </Panel>
    );
  if (enrolment.error) return <Trouble error={enrolment.error} what={t("totp")} onRetry={() => void enrolment.refetch()} />;
  if (!enrolment.data) return <Loading />;
  return (
    <Panel title={t("totp")}>
      <form className="col" style={{ gap: 14 }} onSubmit={(event) => void submit(event)}>
        <p className="small t2">{t("totpHow")}</p>
        <Suspense fallback={<Loading rows={4} />}>
          <div style={{ alignSelf: "center" }}>
            <Qr value={enrolment.data.uri} />
          </div>
        </Suspense>
        <p className="small t2">
          {t("secret")} <b className="num">{enrolment.data.secret.replace(/(.{4})/g, "$1 ")}</b>
        </p>
        <Field label={t("code")} error={error}>
          {(ids) => (
            <Input
              {...ids}
              large
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
        <Button kind="primary" size="large" type="submit">
          {t("bind")}
        </Button>
      </form>
    </Panel>
  );
}
