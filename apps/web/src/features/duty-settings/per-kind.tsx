/** Limits for each kind of alarm: one line a kind, in the order of the duty seat. */
import { kinds, meaningOf } from "../../lib/alarm-kinds.ts";
import { number } from "../../lib/format.ts";
import { Input } from "../../ui/field.tsx";
import { meaningWord, StateDot } from "../../ui/meaning.tsx";
import type { TableKey } from "./model.ts";
import { Below, type Desk, Headed, spanOf } from "./setting.tsx";
import { t } from "./words.ts";

export function PerKind({ desk, of }: { readonly desk: Desk; readonly of: TableKey }) {
  const { settings, texts, problems } = desk;
  const range = settings.ranges[of];
  return (
    <Headed desk={desk} of={of}>
      <div className="duty-kinds">
        {kinds.map((kind) => {
          const path = `${of}.${kind}`;
          const standard = settings.defaults[of][kind];
          const bad = problems[path];
          return (
            <div key={kind} className={bad ? "field-bad" : undefined}>
              <StateDot meaning={meaningOf[kind]}>{meaningWord(meaningOf[kind])}</StateDot>
              {settings.mayChange ? (
                <Input
                  inputMode="numeric"
                  unit={t("seconds")}
                  aria-label={`${t(of)} ${meaningWord(meaningOf[kind])}`}
                  aria-invalid={bad !== undefined}
                  data-path={path}
                  value={texts[path] ?? ""}
                  onChange={(event) => desk.onText(path, event.target.value)}
                />
              ) : (
                <span>
                  <b className="num">{texts[path]}</b> {t("seconds")}
                </span>
              )}
              {bad ? (
                <span className="field-below" role="alert">
                  {bad}
                </span>
              ) : (
                <span className="small t3">
                  {[spanOf("seconds", texts[path]), String(standard) === texts[path] ? "" : t("factory", { value: standard })]
                    .filter(Boolean)
                    .join("　")}
                </span>
              )}
            </div>
          );
        })}
      </div>
      <Below
        desk={desk}
        of={of}
        range={range && settings.mayChange ? t("range", { least: number(range.least), most: number(range.most), unit: t("seconds") }) : ""}
        factory=""
      />
    </Headed>
  );
}
