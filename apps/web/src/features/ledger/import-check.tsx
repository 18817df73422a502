import { useState } from "react";
import { address as apiAddress } from "../../lib/api.ts";
import { download } from "../../lib/download.ts";
import { number } from "../../lib/format.ts";
import type { LedgerSchema } from "../../lib/schema.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Checkbox, Input } from "../../ui/field.tsx";
import { Popover } from "../../ui/popover.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { t } from "./import-words.ts";
import type { ImportRow, ImportState, Shown } from "./use-import.ts";

type Act = (verb: "map" | "fix" | "commit", body: Readonly<Record<string, unknown>>) => Promise<void>;
export type ImportCheckProps = {
  readonly path: string;
  readonly id: string;
  readonly schema: LedgerSchema;
  readonly data: ImportState;
  readonly act: Act;
  readonly onBack: () => void;
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly onAfter: (row: number) => void;
};

/** Each wrong row with what stood there, why it is wrong, and the remedy where one is known. */
export function ImportCheck({ path, id, schema, data, act, onBack, shown, onShow, onAfter }: ImportCheckProps) {
  const [includeConfirm, setIncludeConfirm] = useState(false);
  const problems = data.bad + data.confirm;
  const going = data.good + (includeConfirm ? data.confirm : 0);
  return (
    <>
      <div className="import-figures">
        <Count label={t("read")} n={data.total} />
        <Count label={t("good")} n={data.good} tone="ok" />
        <Count label={t("bad")} n={data.bad} tone="overdue" />
        <Count label={t("confirm")} n={data.confirm} tone="soon" />
        <span className="grow" />
        <Segments
          label={t("problem")}
          items={[
            { key: "problems", label: t("onlyProblems", { n: problems }) },
            { key: "all", label: t("all", { n: data.total }) },
          ]}
          value={shown}
          onChange={onShow}
        />
      </div>
      <div className="import-body">
        {data.rows.length === 0 ? (
          <StateBlock kind="empty" title={t("noProblems")} />
        ) : (
          <table className="import-table">
            <thead>
              <tr>
                <th scope="col">{t("row")}</th>
                <th scope="col">{schema.label}</th>
                <th scope="col">{t("column")}</th>
                <th scope="col">{t("value")}</th>
                <th scope="col">{t("problem")}</th>
                <th scope="col">{t("remedy")}</th>
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={`${row.row}-${row.field}`}>
                  <td className="num t2">{row.row}</td>
                  <td>{row.title || t("empty")}</td>
                  <td>{row.label || "—"}</td>
                  <td>
                    {row.field && <span className={row.level === "error" ? "import-bad" : "import-maybe"}>{row.value || t("empty")}</span>}
                  </td>
                  <td>{row.problem}</td>
                  <td>
                    <Remedy row={row} act={act} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {data.next !== null && (
          <Button onClick={() => onAfter(data.next ?? 0)} className="import-more">
            {t("next")}
          </Button>
        )}
      </div>
      <footer className="panel-foot import-foot">
        {data.bad > 0 && (
          <>
            <Button size="large" icon="download" onClick={() => download(apiAddress(`${path}/import/${id}/errors.xlsx`))}>
              {t("downloadErrors")}
            </Button>
            <span className="small t2">{t("errorsHint")}</span>
          </>
        )}
        <span className="grow" />
        {data.confirm > 0 && (
          <Checkbox
            label={t("withConfirm", { n: data.confirm })}
            checked={includeConfirm}
            onChange={(event) => setIncludeConfirm(event.target.checked)}
          />
        )}
        <Button size="large" onClick={onBack}>
          {t("back")}
        </Button>
        <Button
          kind="primary"
          size="large"
          reason={going === 0 ? t("bad") : undefined}
          onClick={() => void act("commit", { includeConfirm })}
        >
          {t(problems > 0 ? "commit" : "commitAll", { n: number(going) })}
        </Button>
      </footer>
    </>
  );
}

const Count = ({ label, n, tone }: { readonly label: string; readonly n: number; readonly tone?: string }) => (
  <span className="import-count">
    {label} <b className={tone && n > 0 ? `ink-${tone}` : undefined}>{number(n)}</b> <small>{t("lines")}</small>
  </span>
);

function Remedy({ row, act }: { readonly row: ImportRow; readonly act: Act }) {
  const [value, setValue] = useState(row.value);
  if (!row.field) return null;
  if (row.level === "fixed") return <span className="t2">{t("fixed")}</span>;
  const send = (given: unknown) => act("fix", { row: row.row, field: row.field, value: given });
  if (row.fix) {
    const { fix } = row;
    return (
      <button type="button" className="link" onClick={() => void send(fix.value)}>
        {fix.label}
      </button>
    );
  }
  return (
    <Popover align="end" buttonClass="link" button={t("byHand")} width={260}>
      {(close) => (
        <form
          className="row"
          style={{ padding: 4 }}
          onSubmit={(event) => {
            event.preventDefault();
            close();
            void send(value);
          }}
        >
          <Input aria-label={t("newValue")} value={value} onChange={(event) => setValue(event.target.value)} />
          <Button kind="primary" type="submit">
            {t("save")}
          </Button>
        </form>
      )}
    </Popover>
  );
}
