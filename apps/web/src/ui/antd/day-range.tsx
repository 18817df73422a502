import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import { getLanguage } from "../../lib/i18n.ts";
import { AntdScope } from "./scope.tsx";

const FORMAT = "YYYY-MM-DD";
const parse = (day: string) => (/^\d{4}-\d{2}-\d{2}$/.test(day) ? dayjs(day) : null);

/** From–to in days of the calendar, `2026-03-18`. */
export default function DayRange({
  from,
  to,
  onRange,
}: {
  readonly from: string;
  readonly to: string;
  readonly onRange: (range: { readonly from?: string; readonly to?: string } | null) => void;
}) {
  dayjs.locale(getLanguage() === "zh" ? "zh-cn" : "en");
  return (
    <AntdScope>
      <DatePicker.RangePicker
        defaultValue={[parse(from), parse(to)]}
        allowEmpty
        getPopupContainer={(element) => element.closest<HTMLElement>("[popover], dialog") ?? document.body}
        onChange={(days) => {
          const [first, last] = days ?? [];
          onRange(
            first || last ? { ...(first ? { from: first.format(FORMAT) } : {}), ...(last ? { to: last.format(FORMAT) } : {}) } : null,
          );
        }}
      />
    </AntdScope>
  );
}
