/** Several organs, one line each, and one more to choose. */
import { IconButton } from "../../ui/button.tsx";
import { Control } from "../ledger/form-control.tsx";
import { t } from "./words.ts";

export function OrgansInput({
  value,
  names = [],
  onChange,
}: {
  readonly value: readonly string[];
  readonly names?: readonly { readonly organ: string; readonly name: string }[];
  readonly onChange: (organs: readonly string[]) => void;
}) {
  const line = (id: string | null, index: number) => (
    <div key={id ?? "next"} className="row organs-line">
      <span className="grow">
        <Control
          ids={{ id: `organ-${index}`, "aria-describedby": `organ-${index}`, "aria-invalid": false }}
          field={{ key: "organ", label: t("organ"), kind: "organ", ref: "organizations.organ" }}
          value={id}
          refTitle={names.find((each) => each.organ === id)?.name}
          onChange={(chosen) => {
            if (typeof chosen !== "string") onChange(value.filter((each) => each !== id));
            else if (!value.includes(chosen))
              onChange(id === null ? [...value, chosen] : value.map((each) => (each === id ? chosen : each)));
          }}
        />
      </span>
      {id !== null && <IconButton icon="x" size={14} label={t("remove")} onClick={() => onChange(value.filter((each) => each !== id))} />}
    </div>
  );
  return <div className="organs-input">{[...value, null].map(line)}</div>;
}
