/** Under the map: what is open now, each kind of signal with its glyph; solid red only where a fire waits. */

import { type Kind, kinds, meaningOf } from "../../lib/alarm-kinds.ts";
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { alarmsHref } from "../../lib/list-href.ts";
import { Icon } from "../../ui/icon.tsx";
import { meaningIcon } from "../../ui/meaning.tsx";

import { t } from "./words.ts";

type KindStripProps = {
  readonly open: Readonly<Partial<Record<Kind, number>>>;
  readonly windows: number;
  readonly unregistered: number | null;
};
export function KindStrip({ open, windows, unregistered }: KindStripProps) {
  return (
    <nav className="wall-strip" aria-label={t("openNow")}>
      {kinds.map((kind) => {
        const n = kind === "test" ? windows : (open[kind] ?? 0);
        const href = kind === "test" ? "/remote-monitoring/window?view=open" : alarmsHref({ open: true, kind });
        return (
          <Go key={kind} href={href} className={cx("wall-kind", `is-${meaningOf[kind]}`, kind === "fire" && n > 0 && "wall-kind-burning")}>
            <Icon name={meaningIcon[meaningOf[kind]]} size={22} />
            <span>{t(`k_${kind}`)}</span>
            <b className={cx("num", n === 0 && "t3")}>{number(n)}</b>
          </Go>
        );
      })}
      {unregistered !== null && (
        <Go href="/sensing/devices?tab=unregistered" className="wall-kind is-primary">
          <Icon name="siren" size={22} />
          <span>{t("k_unregistered")}</span>
          <b className={cx("num", unregistered === 0 && "t3")}>{number(unregistered)}</b>
        </Go>
      )}
    </nav>
  );
}
