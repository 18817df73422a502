/** Saved filters as tabs with live counts: supplied, shared by the office, mine. At most six in sight. */
import { useNarrow } from "../../lib/viewport.ts";
import { Icon } from "../../ui/icon.tsx";
import { MenuButton, Popover } from "../../ui/popover.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import type { ListPanelProps } from "./list-panel.tsx";
import { SaveView } from "./save-view.tsx";
import { useViewCounts } from "./use-list.ts";
import { t } from "./words.ts";

const IN_SIGHT = 6;
const IN_SIGHT_COMPACT = 4;

export function ViewTabs(props: ListPanelProps & { readonly compact: boolean }) {
  const { path, schema, address, set, saved, compact } = props;
  const narrow = useNarrow();
  const countOf = useViewCounts(path, schema, saved);
  const views = [
    { key: "", label: t("all") },
    ...schema.views.map((view) => ({ key: view.key, label: view.label })),
    ...saved.map((view) => ({ key: view.id, label: view.label })),
  ].map((view) => ({ ...view, count: countOf(view.key) }));
  const sight = narrow ? views.length : compact ? IN_SIGHT_COMPACT : IN_SIGHT;
  const first = views.slice(0, sight);
  const rest = views.slice(sight);
  const current = views.find((view) => view.key === (address.view ?? ""));
  const shown = current && rest.includes(current) ? [...first.slice(0, -1), current] : first;
  const hidden = views.filter((view) => !shown.includes(view));
  const choose = (key: string) => set({ view: key || undefined, where: {}, sort: undefined });
  return (
    <div className="view-tabs">
      <Tabs
        label={schema.label}
        items={shown}
        value={address.view ?? ""}
        onChange={choose}
        end={
          <>
            {hidden.length > 0 && (
              <Popover align="end" buttonClass="small t2" button={t("more", { n: hidden.length })}>
                {(close) =>
                  hidden.map((view) => (
                    <MenuButton
                      key={view.key}
                      onClick={() => {
                        choose(view.key);
                        close();
                      }}
                    >
                      {view.label} <span className="num t3">{view.count}</span>
                    </MenuButton>
                  ))
                }
              </Popover>
            )}
            {!compact && !narrow && <SaveView {...props} />}
            {!compact && schema.place && <ListOrMap map={address.map} onChange={(map) => set({ map })} />}
          </>
        }
      />
    </div>
  );
}

const ListOrMap = ({ map, onChange }: { readonly map: boolean; readonly onChange: (map: boolean) => void }) => (
  <div className="segments list-or-map" role="radiogroup" aria-label={t("asMap")}>
    {[false, true].map((each) => (
      // biome-ignore lint/a11y/useSemanticElements: a segment is a button that behaves as a radio
      <button
        key={String(each)}
        type="button"
        role="radio"
        aria-checked={map === each}
        aria-label={t(each ? "asMap" : "asList")}
        title={t(each ? "asMap" : "asList")}
        onClick={() => onChange(each)}
      >
        <Icon name={each ? "pin" : "list"} size={15} />
      </button>
    ))}
  </div>
);
