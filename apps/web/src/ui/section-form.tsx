/** A long form: sections with counts at the left (150), one column of 560, what the platform knows at the right. No wizard. */
import { type ReactNode, useRef } from "react";
import { Icon } from "./icon.tsx";
import "./section-form.css";

export type FormSection = {
  readonly key: string;
  readonly label: string;
  /** How many of how many are filled; nothing is said where a section is not something to fill. */
  readonly filled?: number;
  readonly total?: number;
  readonly problems: number;
  readonly content: ReactNode;
};
export type SectionFormProps = {
  readonly sections: readonly FormSection[];
  readonly context?: ReactNode;
  /** Buttons and what is missing beside them. */
  readonly foot: ReactNode;
};

export function SectionForm({ sections, context, foot }: SectionFormProps) {
  const box = useRef<HTMLDivElement>(null);
  const show = (key: string) =>
    box.current?.querySelector(`[data-section="${key}"]`)?.scrollIntoView({ behavior: "smooth", block: "start" });
  return (
    <div className="section-form">
      <nav className="section-list">
        {sections.map((section) => (
          <button key={section.key} type="button" onClick={() => show(section.key)}>
            <span className="grow truncate">{section.label}</span>
            {section.problems > 0 ? (
              <span className="ink-overdue num">{section.problems}</span>
            ) : section.total === undefined ? null : section.filled === section.total ? (
              <Icon name="check" size={14} />
            ) : (
              <span className="num t3">
                {section.filled}/{section.total}
              </span>
            )}
          </button>
        ))}
      </nav>
      <div ref={box} className="section-body">
        {sections.map((section) => (
          <section key={section.key} data-section={section.key}>
            <h2>{section.label}</h2>
            {section.content}
          </section>
        ))}
      </div>
      {context !== undefined && <aside className="section-context">{context}</aside>}
      {foot && <footer className="section-foot">{foot}</footer>}
    </div>
  );
}
