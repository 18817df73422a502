/** Several of many choices: what is chosen stands as words that can be taken away, the rest folds into a list. */
import { Button } from "../../ui/button.tsx";
import { type Option, Select } from "../../ui/field.tsx";
import "./case.css";

type Ids = { readonly id: string; readonly "aria-describedby": string; readonly "aria-invalid": boolean };

export function SeveralSelect({
  ids,
  options,
  value,
  onChange,
  empty,
}: {
  readonly ids: Ids;
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly empty: string;
}) {
  return (
    <div className="row" style={{ flexWrap: "wrap" }}>
      {value.map((each) => (
        <Button key={each} size="small" icon="x" onClick={() => onChange(value.filter((other) => other !== each))}>
          {options.find((option) => option.value === each)?.label ?? each}
        </Button>
      ))}
      <Select
        {...ids}
        empty={empty}
        options={options.filter((option) => !value.includes(option.value))}
        value=""
        onChange={(event) => event.target.value && onChange([...value, event.target.value])}
      />
    </div>
  );
}
