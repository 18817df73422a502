/** The session ended while somebody was working: asks only to sign in again, over the page; what he typed stays where it is. */
import { type FormEvent, useEffect, useState } from "react";
import { ApiError, onSessionLost, sentenceOf } from "../lib/api.ts";
import { messages } from "../lib/i18n.ts";
import { meQuery, signIn } from "../lib/session.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Input } from "../ui/field.tsx";
import { queryClient } from "./query-client.ts";

const t = messages(
  {
    title: "登录已过期",
    kept: "{name}，请再登录一次，刚才填的都还在。",
    password: "密码",
    code: "动态码",
    go: "继续",
    other: "换人登录",
  },
  {
    title: "Signed out",
    kept: "{name}, please sign in again. What you typed is kept.",
    password: "Password",
    code: "One-time code",
    go: "Continue",
    other: "Someone else",
  },
);

export function SessionGuard() {
  const [done, setDone] = useState<{ resolve: () => void } | null>(null);
  useEffect(() => {
    let waiting: Promise<void> | null = null;
    onSessionLost(() => {
      waiting ??= new Promise<void>((resolve) => setDone({ resolve })).finally(() => {
        waiting = null;
      });
      return waiting;
    });
  }, []);
  if (!done) return null;
  return (
    <SignInAgain
      onDone={() => {
        done.resolve();
        setDone(null);
      }}
    />
  );
}

function SignInAgain({ onDone }: { readonly onDone: () => void }) {
  const me = queryClient.getQueryData(meQuery.queryKey);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [asksCode, setAsksCode] = useState(false);
  const [error, setError] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await signIn({ account: me?.user.account ?? "", password, ...(code ? { code } : {}) });
      onDone();
    } catch (trouble) {
      if (trouble instanceof ApiError && trouble.code === "identity.totp_required") setAsksCode(true);
      setError(sentenceOf(trouble));
    }
  };
  return (
    <Dialog title={t("title")} width={380}>
      <form className="col" style={{ gap: 14 }} onSubmit={(event) => void submit(event)}>
        <p>{t("kept", { name: me?.user.name ?? "" })}</p>
        <Field label={t("password")} error={error}>
          {(ids) => (
            <Input
              {...ids}
              type="password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {asksCode && (
          <Field label={t("code")}>
            {(ids) => (
              <Input
                {...ids}
                inputMode="numeric"
                autoComplete="one-time-code"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
        )}
        <div className="row" style={{ justifyContent: "flex-end" }}>
          <Button onClick={() => location.assign("/login")}>{t("other")}</Button>
          <Button kind="primary" type="submit">
            {t("go")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
