/** One element of the standard: its words, where it applies, its ways of being met, and what the figures say. */
import { listed } from "../../lib/format.ts";
import { Choices, Field, Input, TextArea } from "../../ui/field.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { FilesInput } from "../ledger/files-input.tsx";
import { type Draft, type Element, type Line, lineOf, type Reason, type Rules } from "./model.ts";
import { t } from "./words.ts";

const meaning = {
  met: "overdue",
  notMet: "met",
  unknown: "soon",
  unconfirmed: "soon",
  notApplicable: "offline",
  unanswered: "offline",
} as const;
const percent = (share: number): string => String(Math.round(share * 1_000) / 10);

export type ElementProps = {
  readonly element: Element;
  readonly reason: Reason | undefined;
  readonly rules: Rules;
  readonly draft: Draft;
  readonly readOnly: boolean;
  readonly onLine: (way: number, part: Partial<Line>) => void;
};

export function ElementRow({ element, reason, rules, draft, readOnly, onLine }: ElementProps) {
  const names = (tags: readonly string[]) => listed(tags.map((tag) => rules.tags[tag] ?? tag));
  const state = reason?.state ?? "unanswered";
  const first = lineOf(draft, element.clause, 0);
  const isTouched = draft.elements.some((line) => line.clause === element.clause);
  return (
    <article className="element" data-clause={element.clause}>
      <header>
        <b className="num">{element.clause}</b>
        <p className="grow">{element.title}</p>
        {state !== "unanswered" && <StateDot meaning={meaning[state]}>{t(state)}</StateDot>}
      </header>
      <p className="caption t3 element-marks">
        {element.places.length > 0 && <span>{t("onlyFor", { places: names(element.places) })}</span>}
        {element.notPlaces.length > 0 && <span>{t("notFor", { places: names(element.notPlaces) })}</span>}
        {!element.confirmed && <span className="ink-soon">{t("memory")}</span>}
        {element.askReading && <span>{element.askReading}</span>}
      </p>
      {element.any.map((way, index) => {
        const line = lineOf(draft, element.clause, index);
        const measured = reason?.measured.find((each) => each.way === index);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way is its place in the rule
          <div key={index} className="element-way">
            {way.yes !== null ? (
              <>
                <span className="grow small">{way.yes}</span>
                {readOnly ? (
                  <span className="small">{line.fact === null ? "—" : t(line.fact ? "holds" : "holdsNot")}</span>
                ) : (
                  <Choices
                    label={`${element.clause} ${way.yes}`}
                    value={line.fact === null ? [] : [String(line.fact)]}
                    options={[
                      { value: "true", label: t("holds") },
                      { value: "false", label: t("holdsNot") },
                    ]}
                    onChange={(value) => onLine(index, { fact: String(line.fact) === value ? null : value === "true" })}
                  />
                )}
              </>
            ) : (
              <>
                <Figure
                  rules={rules}
                  clause={element.clause}
                  name={way.first}
                  value={line.first}
                  readOnly={readOnly}
                  onChange={(value) => onLine(index, { first: value })}
                />
                <Figure
                  rules={rules}
                  clause={element.clause}
                  name={way.second}
                  value={line.second}
                  readOnly={readOnly}
                  onChange={(value) => onLine(index, { second: value })}
                />
                <span className="small nowrap element-measured">
                  {measured ? (
                    <StateDot meaning={measured.holds ? "overdue" : "met"}>
                      {t("measured", { quotient: percent(measured.quotient), limit: percent(measured.limit) })}
                    </StateDot>
                  ) : (
                    <span className="t3">{limitText(way)}</span>
                  )}
                </span>
              </>
            )}
          </div>
        );
      })}
      {element.askReading && isTouched && !readOnly && (
        <label className="check small">
          <input type="checkbox" checked={first.confirmed === true} onChange={(event) => onLine(0, { confirmed: event.target.checked })} />
          <span>{t("confirmReading")}</span>
        </label>
      )}
      {isTouched && !readOnly && (
        <div className="element-evidence">
          <TextArea
            aria-label={`${element.clause} ${t("note")}`}
            rows={1}
            placeholder={t("note")}
            maxLength={300}
            value={first.note ?? ""}
            onChange={(event) => onLine(0, { note: event.target.value || null })}
          />
          <Field label={t("photos")} optional>
            {(ids) => <FilesInput ids={ids} max={6} value={first.photos ?? []} onChange={(photos) => onLine(0, { photos })} />}
          </Field>
        </div>
      )}
      {readOnly && first.note && <p className="small t2">{first.note}</p>}
    </article>
  );
}

const limitText = ({ comparator, limit, stricterLimit }: Element["any"][number]): string =>
  limit === null
    ? ""
    : `${comparator === ">=" ? "≥" : comparator} ${percent(limit)}%${stricterLimit === null ? "" : `（${percent(stricterLimit)}%）`}`;

function Figure({
  rules,
  clause,
  name,
  value,
  readOnly,
  onChange,
}: {
  readonly rules: Rules;
  readonly clause: string;
  readonly name: string | null;
  readonly value: number | null;
  readonly readOnly: boolean;
  readonly onChange: (value: number | null) => void;
}) {
  const input = name === null ? undefined : rules.inputs[name];
  if (!input) return null;
  if (readOnly)
    return (
      <span className="small">
        {input.title} <b className="num">{value ?? "—"}</b> {input.unit}
      </span>
    );
  return (
    <span className="element-figure">
      <span className="caption t2">{input.title}</span>
      <Input
        aria-label={`${clause} ${input.title}`}
        type="number"
        min={0}
        step="any"
        unit={input.unit}
        value={value === null ? "" : String(value)}
        onChange={(event) => {
          const text = event.target.value.trim();
          onChange(text === "" || Number.isNaN(Number(text)) ? null : Number(text));
        }}
      />
    </span>
  );
}
