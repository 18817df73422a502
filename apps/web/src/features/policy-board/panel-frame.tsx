/** The panel's frame: head with the way out, a body that scrolls, a foot that stays; on a phone a page of its own. */
import { type ReactNode, useEffect } from "react";
import { useNarrow } from "../../lib/viewport.ts";
import { IconButton } from "../../ui/button.tsx";
import { t } from "./words.ts";

export function PanelFrame({
  title,
  aside,
  marks,
  foot,
  dimmed = false,
  onClose,
  children,
}: {
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly marks?: ReactNode;
  readonly foot?: ReactNode;
  readonly dimmed?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const narrow = useNarrow();
  useEffect(() => {
    if (narrow) scrollTo(0, 0);
  }, [narrow]);
  return (
    <aside className="panel policy-panel" aria-label={typeof title === "string" ? title : t("people")} aria-busy={dimmed || undefined}>
      <header className="policy-panel-head">
        {narrow && <IconButton icon="left" label={t("close")} onClick={onClose} />}
        <div className="grow">
          {marks}
          <h2 className="policy-panel-name">
            {title} {aside !== undefined && <small className="t2">{aside}</small>}
          </h2>
        </div>
        {!narrow && <IconButton icon="x" label={t("close")} onClick={onClose} />}
      </header>
      <div className="policy-panel-body">{children}</div>
      {foot !== undefined && <footer className="policy-panel-foot">{foot}</footer>}
    </aside>
  );
}
