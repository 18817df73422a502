import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { getLanguage } from "../../lib/i18n.ts";
import { AntdScope } from "./scope.tsx";

export type DayFieldProps = {
  readonly id: string;
  /** `2026-03-18`, or an ISO instant when `withTime`. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly withTime?: boolean;
};

/** A day, or a day and time, of the calendar. */
export default function DayField({ id, value, onChange, withTime = false }: DayFieldProps) {
  dayjs.locale(getLanguage() === "zh" ? "zh-cn" : "en");
  const parsed = value ? dayjs(value) : null;
  return (
    <AntdScope>
      <DatePicker
        id={id}
        style={{ width: "100%" }}
        showTime={withTime}
        value={parsed?.isValid() ? parsed : null}
        onChange={(chosen) => onChange(chosen ? (withTime ? chosen.toISOString() : chosen.format("YYYY-MM-DD")) : null)}
      />
    </AntdScope>
  );
}
