import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId, useState } from "react";
import { cx } from "../lib/class.ts";
import { messages } from "../lib/i18n.ts";
import { Icon } from "./icon.tsx";
import "./field.css";

const t = messages({ optional: "选填", show: "显示密码", hide: "隐藏密码" }, { optional: "optional", show: "Show", hide: "Hide" });

export type FieldProps = {
  readonly label: string;
  readonly optional?: boolean;
  readonly error?: string | undefined;
  readonly help?: string | undefined;
  /** Beside the label: the area that added a local field, a masked mark. */
  readonly note?: ReactNode;
  readonly children: (ids: { readonly id: string; readonly "aria-describedby": string; readonly "aria-invalid": boolean }) => ReactNode;
};

/** Label above, control, then help or the error. Required is the default; optional says 选填. */
export function Field({ label, optional = false, error, help, note, children }: FieldProps) {
  const id = useId();
  return (
    <div className={cx("field", error && "field-bad")}>
      <label className="field-label" htmlFor={id}>
        {label}
        {optional && <span className="t3"> {t("optional")}</span>}
        {note}
      </label>
      {children({ id, "aria-describedby": `${id}-d`, "aria-invalid": Boolean(error) })}
      <div id={`${id}-d`} className="field-below" role={error ? "alert" : undefined}>
        {error ?? help}
      </div>
    </div>
  );
}

export type InputProps = InputHTMLAttributes<HTMLInputElement> & {
  readonly icon?: string;
  readonly unit?: string | undefined;
  readonly large?: boolean;
};

export function Input({ icon, unit, large, className, type, ...rest }: InputProps) {
  const [shown, setShown] = useState(false);
  const secret = type === "password";
  return (
    <span className={cx("input", large && "input-large", className)}>
      {icon && <Icon name={icon} size={15} />}
      <input {...rest} type={secret && shown ? "text" : (type ?? "text")} />
      {unit && <span className="t3 nowrap">{unit}</span>}
      {secret && (
        <button
          type="button"
          className="input-eye"
          aria-label={t(shown ? "hide" : "show")}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        >
          <Icon name="eye" size={16} />
        </button>
      )}
    </span>
  );
}

export function TextArea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea rows={3} {...rest} className={cx("textarea", className)} />;
}

export type Option = { readonly value: string; readonly label: string };
/** The browser's own list: opens at once, works on phones, needs no library. Long or searched lists use ui/antd. */
export function Select({
  options,
  empty,
  className,
  ...rest
}: SelectHTMLAttributes<HTMLSelectElement> & { readonly options: readonly Option[]; readonly empty?: string }) {
  return (
    <span className={cx("select", className)}>
      <select {...rest}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" size={14} />
    </span>
  );
}

export function Checkbox({ label, ...rest }: Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & { readonly label: ReactNode }) {
  return (
    <label className="check">
      <input {...rest} type="checkbox" />
      <span>{label}</span>
    </label>
  );
}

/** A few answers in sight, as tiles: quicker than a list and larger under a thumb. */
export function Choices({
  options,
  value,
  onChange,
  label,
}: {
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly onChange: (value: string) => void;
  readonly label: string;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
    <div className="choices" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.value} type="button" aria-pressed={value.includes(option.value)} onClick={() => onChange(option.value)}>
          {option.label}
        </button>
      ))}
    </div>
  );
}
