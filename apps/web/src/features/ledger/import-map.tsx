import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { t } from "./import-words.ts";
import type { ImportState } from "./use-import.ts";

type Column = ImportState["columns"][number];

/** Which column of the file is which field; what the server matched stands already. */
export function ImportMap({ data, onDone }: { readonly data: ImportState; readonly onDone: (columns: readonly Column[]) => void }) {
  const [columns, setColumns] = useState(data.columns);
  const options = data.fields.map(({ field, label }) => ({ value: field, label }));
  return (
    <>
      <div className="import-body">
        <table className="import-table import-fields">
          <thead>
            <tr>
              <th scope="col">{t("header")}</th>
              <th scope="col">{t("field")}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns of a file may bear one header
              <tr key={`${index}-${column.header}`}>
                <td>{column.header}</td>
                <td>
                  <Select
                    aria-label={column.header}
                    empty={t("skip")}
                    options={options}
                    value={column.field ?? ""}
                    onChange={(event) =>
                      setColumns(columns.map((each, at) => (at === index ? { ...each, field: event.target.value || null } : each)))
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="panel-foot import-foot">
        <span className="grow" />
        <Button kind="primary" size="large" onClick={() => onDone(columns)}>
          {t("confirmMap")}
        </Button>
      </footer>
    </>
  );
}
