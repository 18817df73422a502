import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

/** A first password, in the clear for the one moment it is handed over. */
export function OncePassword({ password }: { readonly password: string }) {
  return (
    <div className="col" style={{ gap: 8 }}>
      <span className="small t2">{t("oncePassword")}</span>
      <div className="row">
        <b className="fig" data-testid="once-password">
          {password}
        </b>
        <Button onClick={() => void navigator.clipboard.writeText(password).then(() => toast.done(t("copied")))}>{t("copy")}</Button>
      </div>
      <span className="small t2">{t("pendingHint")}</span>
    </div>
  );
}
