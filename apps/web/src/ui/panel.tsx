import type { ReactNode } from "react";
import { cx } from "../lib/class.ts";
import "./panel.css";

export type PanelProps = {
  readonly title?: ReactNode;
  /** A figure or word beside the title, in grey. */
  readonly aside?: ReactNode;
  /** At the right of the head: the comparison, the period, one link. */
  readonly end?: ReactNode;
  readonly foot?: ReactNode;
  readonly flush?: boolean;
  readonly scroll?: boolean;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
};

/** Surface, hairline, radius 6; head 40. No card inside a card. `flush` gives rows the full width. */
export function Panel({ title, aside, end, foot, flush = false, scroll = false, className, children }: PanelProps) {
  return (
    <section className={cx("panel", className)}>
      {title !== undefined && (
        <header className="panel-head">
          <h2 className="panel-title">{title}</h2>
          {aside !== undefined && <span className="panel-aside">{aside}</span>}
          {end !== undefined && <span className="panel-end">{end}</span>}
        </header>
      )}
      <div className={cx("panel-body", flush && "panel-flush", scroll && "panel-scroll")}>{children}</div>
      {foot !== undefined && <footer className="panel-foot">{foot}</footer>}
    </section>
  );
}

/** The head of a page: title, what it counts, the way up, actions at the right. */
export function PageHead({
  up,
  title,
  aside,
  children,
}: {
  readonly up?: ReactNode;
  readonly title: ReactNode;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="page-head">
      {up !== undefined && <span className="page-up">{up}</span>}
      <h1>{title}</h1>
      {aside !== undefined && <span className="t2 small">{aside}</span>}
      <span className="page-actions">{children}</span>
    </div>
  );
}

/** Label and value, one line each: the plain facts of a thing. */
export function Facts({ items }: { readonly items: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {items.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
