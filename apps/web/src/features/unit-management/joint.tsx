/** 区域联防: the groups with their areas on the map, who belongs to each, what it did this month, and logging what it does. */
import type { JointGroup } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useCityAreas } from "../../lib/city.ts";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey, listed, month } from "../../lib/format.ts";
import { useGo } from "../../lib/go.tsx";
import { useGrounds } from "../../lib/grounds.ts";
import { useMay, useMe } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { type MapArea, MapPane } from "../../ui/map.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";
import "./unit-management.css";

const groupsQuery = { queryKey: ["joint-groups"], queryFn: async () => (await api.get("/unit-management/joint-groups", {})).groups };
const kinds = ["daily", "publicity", "upkeep", "hazards", "firefighting"] as const;
type Kind = (typeof kinds)[number];
const METRES_ACROSS = 2_000;

export default function Joint() {
  const { data, error, refetch } = useQuery(groupsQuery);
  const [chosenId, setChosen] = useState<string>();
  const [logs, setLogs] = useState(false);
  const city = useCityAreas();
  const grounds = useGrounds();
  const may = useMay();
  const go = useGo();
  if (error) return <Trouble error={error} what={t("joint")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("joint")} />;
  const chosen = data.find((group) => group.id === chosenId) ?? data[0];
  const areas: readonly MapArea[] = data
    .filter((group) => group.outline.length > 3)
    .map((group) => ({
      id: group.id,
      name: group.name,
      geometry: { type: "Polygon", coordinates: [group.outline] },
      level: group.id === chosen?.id ? 2 : 1,
    }));
  return (
    <>
      <PageHead title={t("joint")} aside={data.length}>
        {may("unit-management.joint-group.write") && (
          <Button onClick={() => go("/unit-management/joint-member/new")}>{t("addMember")}</Button>
        )}
        {may("unit-management.joint-group.write") && (
          <Button kind="primary" icon="plus" onClick={() => go("/unit-management/joint-group/new")}>
            {t("add")}
          </Button>
        )}
      </PageHead>
      {!chosen ? (
        <StateBlock kind="empty" title={t("noGroups")}>
          {t("noGroupsHint")}
        </StateBlock>
      ) : (
        <div className="um-joint">
          <Panel title={t("groups")} flush scroll>
            {data.map((group) => (
              <button
                key={group.id}
                type="button"
                className={cx("um-group", group.id === chosen.id && "um-group-chosen")}
                aria-pressed={group.id === chosen.id}
                onClick={() => setChosen(group.id)}
              >
                <b>{group.name}</b>
                <small className="t2">
                  {t("members", { n: group.members.length })}　{t("leader", { name: group.leader })}　
                  <span className="num">{group.phone}</span>
                </small>
              </button>
            ))}
          </Panel>
          <div className="um-map">
            <MapPane
              key={chosen.id}
              grounds={grounds}
              label={t("joint")}
              areas={[...city, ...areas]}
              marks={data
                .filter((group) => group.lon !== null && group.lat !== null)
                .map((group) => ({
                  id: group.id,
                  at: [group.lon ?? 0, group.lat ?? 0],
                  label: group.name,
                  icon: "people",
                  meaning: "primary",
                  shape: "square",
                }))}
              view={chosen.lon !== null && chosen.lat !== null ? { center: [chosen.lon, chosen.lat], metres: METRES_ACROSS } : undefined}
              chosen={chosen.id}
              onChoose={setChosen}
            />
          </div>
          <OneGroup group={chosen} onLog={may("unit-management.joint-log") ? () => setLogs(true) : undefined} />
        </div>
      )}
      {logs && chosen && <Log group={chosen} onClose={() => setLogs(false)} />}
    </>
  );
}

function OneGroup({ group, onLog }: { readonly group: JointGroup; readonly onLog: (() => void) | undefined }) {
  const thisMonth = dayKey(serverNow()).slice(0, 7);
  const summary = useQuery({
    queryKey: ["joint-month", group.id, thisMonth],
    queryFn: () => api.get("/unit-management/joint-groups/{id}/months/{month}", { id: group.id, month: thisMonth }),
  }).data;
  return (
    <div className="col um-gap um-side">
      <Panel
        title={t("summary", { month: month(thisMonth) })}
        end={
          onLog && (
            <Button size="small" onClick={onLog}>
              {t("log")}
            </Button>
          )
        }
        flush
      >
        {summary && (
          <>
            <p className="um-none t2">{t("tookPart", { all: summary.members, n: summary.tookPart })}</p>
            {summary.kinds.map((each) => (
              <div key={each.kind} className="um-row">
                <span className="grow">{t(each.kind)}</span>
                <span className={each.times > 0 ? "num" : "num t3"}>{t("times", { n: each.times })}</span>
                <span className="num t2">{each.found > 0 ? t("found", { n: each.found }) : t("people", { n: each.participants })}</span>
              </div>
            ))}
            {summary.crossChecked.length > 0 && (
              <p className="um-none small">{t("crossed", { what: listed(summary.crossChecked.map((each) => each.unit)) })}</p>
            )}
            {summary.notChecked.length > 0 && (
              <p className="um-none small ink-soon">{t("notCrossed", { what: listed(summary.notChecked) })}</p>
            )}
          </>
        )}
      </Panel>
      <Panel title={t("members", { n: group.members.length })} flush>
        {group.members.map((member) => (
          <div key={member.unit} className="um-row">
            <span className="grow">{member.name}</span>
            <span className="t2">{member.contact}</span>
            {member.isLead && <span className="t2 small">{t("lead")}</span>}
          </div>
        ))}
      </Panel>
      <Panel title={t("shared")} flush>
        {group.shared.map((each) => (
          <div key={`${each.what} ${each.place}`} className="um-row">
            <span className="grow">{each.what}</span>
            <span className="num">{each.count}</span>
            <span className="t2">{each.place}</span>
          </div>
        ))}
        {group.rules && (
          <p className="um-none small">
            {t("mutual")}　{group.rules}
          </p>
        )}
      </Panel>
    </div>
  );
}

function Log({ group, onClose }: { readonly group: JointGroup; readonly onClose: () => void }) {
  const client = useQueryClient();
  const { user } = useMe();
  const [kind, setKind] = useState<Kind>("hazards");
  const [what, setWhat] = useState("");
  const [unit, setUnit] = useState(group.members[0]?.unit ?? "");
  const [checked, setChecked] = useState("");
  const [participants, setParticipants] = useState("");
  const [found, setFound] = useState("");
  const by = user.unitId ?? unit;
  const others = group.members.filter((member) => member.unit !== by).map((member) => ({ value: member.unit, label: member.name }));
  const count = (text: string): number | null => (text === "" ? null : Number(text));
  const save = async () => {
    try {
      await api.post("/unit-management/joint-activities", {
        group: group.id,
        unit: by,
        kind,
        heldOn: dayKey(serverNow()),
        what,
        participants: count(participants),
        found: count(found),
        checkedUnit: checked || null,
      });
      toast.done(t("logged"));
      await client.invalidateQueries({ queryKey: ["joint-month"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
    }
  };
  const foot = (
    <Button kind="primary" reason={what.trim().length < 2 ? t("what") : undefined} onClick={() => void save()}>
      {t("save")}
    </Button>
  );
  return (
    <Dialog title={`${group.name} ${t("log")}`} onClose={onClose} foot={foot}>
      <div className="um-form">
        {user.unitId === null && (
          <Field label={t("by")}>
            {(ids) => (
              <Select
                {...ids}
                options={group.members.map((member) => ({ value: member.unit, label: member.name }))}
                value={unit}
                onChange={(event) => setUnit(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={t("activities")}>
          {(ids) => (
            <Select
              {...ids}
              options={kinds.map((value) => ({ value, label: t(value) }))}
              value={kind}
              onChange={(event) => setKind(kinds.find((each) => each === event.target.value) ?? kind)}
            />
          )}
        </Field>
        <Field label={t("what")}>
          {(ids) => <Input {...ids} maxLength={200} value={what} onChange={(event) => setWhat(event.target.value)} />}
        </Field>
        <Field label={t("checkedUnit")} optional>
          {(ids) => <Select {...ids} empty="—" options={others} value={checked} onChange={(event) => setChecked(event.target.value)} />}
        </Field>
        <Field label={t("participants")} optional>
          {(ids) => (
            <Input
              {...ids}
              inputMode="numeric"
              value={participants}
              onChange={(event) => setParticipants(event.target.value.replace(/\D/g, ""))}
            />
          )}
        </Field>
        <Field label={t("foundCount")} optional>
          {(ids) => (
            <Input {...ids} inputMode="numeric" value={found} onChange={(event) => setFound(event.target.value.replace(/\D/g, ""))} />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
