/** 我的: who, what lies on this phone, and the way to the desk. */
import { type ReactNode, useEffect, useState } from "react";
import { dayTime } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Icon } from "../../ui/icon.tsx";
import { loadDay, useDay } from "./day.ts";
import { useQueue } from "./live-query.ts";
import { askWho, usePerson } from "./person.ts";
import { loadRounds } from "./rounds.ts";
import { FieldShell } from "./shell.tsx";
import { t } from "./words.ts";

const MB = 1_048_576;

export default function Mine() {
  return (
    <FieldShell title={t("mine")} tab="mine">
      <Body />
    </FieldShell>
  );
}

function Body() {
  const { person } = usePerson();
  const day = useDay();
  const left = useQueue()?.left.pieces ?? 0;
  const storage = useStorage();
  const refresh = () => void askWho().then(() => Promise.all([loadDay(), loadRounds()]));
  return (
    <div className="field-cards">
      <section className="field-card">
        <h2>{person?.name}</h2>
        <p className="field-card-sub">
          {person?.organ}　{person?.area}
        </p>
      </section>
      <ul className="field-card field-lines">
        <Line icon="sync" label={t("unsent")} href="/field/queue">
          {t("unsentN", { n: left })}
        </Line>
        <Line icon="download" label={t("dayAge")} onTouch={refresh}>
          {day ? t("dayAt", { time: dayTime(day.at) }) : "—"}　<span className="ink-primary">{t("update")}</span>
        </Line>
        {day && (
          <Line icon="building" label={t("unitsN", { u: day.body.units.length, l: day.body.lists.length })}>
            {""}
          </Line>
        )}
        <Line icon="layers" label={t("storage")}>
          {storage ? t("storageOf", storage) : "—"}
        </Line>
        <Line icon="home" label={t("desk")} href="/work">
          {""}
        </Line>
        <Line icon="user" label={t("account")} href="/mine">
          {""}
        </Line>
        <Line icon="plus" label={t("install")}>
          <span className="small">{t("installHint")}</span>
        </Line>
      </ul>
      {day?.body.moreUnits && <p className="field-hint">{t("moreUnits")}</p>}
      {!globalThis.isSecureContext && <p className="field-hint ink-soon">{t("insecure")}</p>}
      <p className="field-hint">{t("signOutFirst")}</p>
    </div>
  );
}

function useStorage(): { readonly used: number; readonly left: number } | null {
  const [found, setFound] = useState<{ readonly used: number; readonly left: number } | null>(null);
  useEffect(() => {
    void navigator.storage
      ?.estimate?.()
      .then(({ quota = 0, usage = 0 }) => setFound({ used: Math.ceil(usage / MB), left: Math.floor((quota - usage) / MB) }));
  }, []);
  return found;
}

type LineProps = {
  readonly icon: string;
  readonly label: string;
  readonly href?: string;
  readonly onTouch?: () => void;
  readonly children: ReactNode;
};
function Line({ icon, label, href, onTouch, children }: LineProps) {
  const body = (
    <>
      <Icon name={icon} size={22} />
      <span className="grow">{label}</span>
      <span className="t2">{children}</span>
      {href && <Icon name="right" size={18} />}
    </>
  );
  return (
    <li>
      {href ? (
        <Go href={href}>{body}</Go>
      ) : onTouch ? (
        <button type="button" onClick={onTouch}>
          {body}
        </button>
      ) : (
        <span>{body}</span>
      )}
    </li>
  );
}
