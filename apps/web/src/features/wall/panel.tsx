import type { ReactNode } from "react";
import { cx } from "../../lib/class.ts";

export type WallPanelProps = {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};
/** A panel of the wall: an ember tick, its title, at the right the period or comparison. */
export function WallPanel({ title, aside, className, children }: WallPanelProps) {
  return (
    <section className={cx("wall-panel", className)}>
      <header>
        <h2>{title}</h2>
        {aside !== undefined && <span>{aside}</span>}
      </header>
      <div className="wall-panel-body">{children}</div>
    </section>
  );
}
