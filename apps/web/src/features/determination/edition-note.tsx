/** Which edition judges on that day; plainly, when its text is awaited. */
import { Signal } from "../../ui/meaning.tsx";
import type { Rules } from "./model.ts";
import { t } from "./words.ts";

export function EditionNote({ rules }: { readonly rules: Rules }) {
  const { inForce } = rules;
  if (!inForce) return <Signal meaning="soon">{t("noEdition")}</Signal>;
  return (
    <div className="col" style={{ gap: 6 }}>
      <b className="num">{inForce.edition}</b>
      {inForce.status === "awaiting_official_text" && (
        <>
          <span>
            <Signal meaning="soon">{t("awaiting")}</Signal>
          </span>
          <p className="small t2">{t("awaitingHint", { edition: inForce.edition, from: inForce.validFrom })}</p>
        </>
      )}
    </div>
  );
}
