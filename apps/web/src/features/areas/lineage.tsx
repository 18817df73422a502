/** The tree with its history: what is in force, what has ended and what it became, a level at a time. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { cx } from "../../lib/class.ts";
import { IconButton } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { type Lineage, lineageQuery } from "./model.ts";
import { t } from "./words.ts";

export function Tree() {
  const [onlyChanged, setOnlyChanged] = useState(false);
  return (
    <Panel
      title={t("tree")}
      className="areas-panel"
      flush
      end={<Checkbox label={t("onlyChanged")} checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)} />}
    >
      <Level parent={null} depth={0} onlyChanged={onlyChanged} />
    </Panel>
  );
}

const isChanged = ({ validTo, became, came }: Lineage) => validTo !== null || became.length > 0 || came.length > 0;

function Level({ parent, depth, onlyChanged }: { readonly parent: number | null; readonly depth: number; readonly onlyChanged: boolean }) {
  const { data, error, refetch } = useQuery(lineageQuery(parent));
  if (error) return <Trouble error={error} what={t("tree")} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={2} />;
  const shown = data.filter((area) => !onlyChanged || isChanged(area) || area.changedBelow || depth === 0);
  if (shown.length === 0) return <p className="areas-none small t3">{t(data.length === 0 ? "none" : "nothingChanged")}</p>;
  return (
    <ul className="areas-level">
      {shown.map((area) => (
        <Branch key={area.key} area={area} depth={depth} onlyChanged={onlyChanged} />
      ))}
    </ul>
  );
}

function Branch({ area, depth, onlyChanged }: { readonly area: Lineage; readonly depth: number; readonly onlyChanged: boolean }) {
  const [isOpen, setOpen] = useState(depth === 0);
  const has = area.validTo === null ? area.hasChildren || area.hadChildren : area.hadChildren;
  return (
    <li>
      <div className={cx("areas-row", area.validTo !== null && "is-ended")} style={{ paddingLeft: 8 + depth * 18 }}>
        {has ? (
          <IconButton
            icon={isOpen ? "down" : "right"}
            label={t(isOpen ? "close" : "open", { name: area.name })}
            onClick={() => setOpen(!isOpen)}
          />
        ) : (
          <span className="areas-leaf" />
        )}
        <div className="grow">
          <span className="row areas-name">
            <span>{area.name}</span>
            <span className="num small t3">{area.code}</span>
            {area.provisionalCode && area.validTo === null && <Tag>{t("provisional")}</Tag>}
            {area.validTo !== null && <Tag>{t("ended")}</Tag>}
            {area.validTo !== null && <span className="small t2">{t("until", { day: area.validTo })}</span>}
            {area.validTo === null && area.validFrom !== null && <span className="small t2">{t("since", { day: area.validFrom })}</span>}
          </span>
          {linesOf(area).map((line) => (
            <span key={line} className="small t2 areas-line">
              {line}
            </span>
          ))}
        </div>
      </div>
      {isOpen && has && <Level parent={area.key} depth={depth + 1} onlyChanged={onlyChanged} />}
    </li>
  );
}

const BECAME = { merge: "becameMerge", move: "becameMove", rename: "becameRename", split: "becameSplit" } as const;
const CAME = { merge: "cameMerge", move: "cameMove", rename: "cameRename", split: "cameSplit" } as const;

/** A renaming is told once, by the name it had. */
function linesOf({ became, came }: Lineage): readonly string[] {
  const after = ({ on, document }: Lineage["came"][number]) => [on, document].filter(Boolean).join(" ");
  return [
    ...came.map((each) => `${t(CAME[each.kind], { name: each.name })} · ${after(each)}`),
    ...became.filter(({ kind }) => kind !== "rename").map((each) => `${t(BECAME[each.kind], { name: each.name })} · ${after(each)}`),
  ];
}
