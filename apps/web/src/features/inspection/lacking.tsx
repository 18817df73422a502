/** Units nobody supervises, and naming a supervisor for several at once. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { inArea } from "../../lib/list-href.ts";
import type { Row } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Select } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import { t } from "./words.ts";

const PAGE = 100;
const lacks = {
  organ: [{ industryOrgan: { set: false } }, { areaOrgan: { set: false } }],
  person: [{ industryPerson: { set: false } }, { areaPerson: { set: false } }],
} as const;

export function Lacking({ area }: { readonly area: number | undefined }) {
  const [by, setBy] = useState<keyof typeof lacks>("organ");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [naming, setNaming] = useState(false);
  const may = useMay();
  const where = JSON.stringify({ ...(area === undefined ? {} : inArea(area)), any: lacks[by] });
  const { data, error, refetch } = useQuery({
    queryKey: ["inspection", "lacking", where],
    queryFn: () => api.get("/inspection/object", { where, limit: PAGE }),
  });
  const rows = (data?.rows ?? []) as unknown as readonly Row[];
  const toggle = (id: string) => setChosen(new Set(chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id]));
  return (
    <Panel
      title={t("lacking")}
      aside={data ? `${number(rows.length)}${data.next ? "+" : ""}` : undefined}
      end={
        <span className="row">
          <Segments
            label={t("lacking")}
            value={by}
            onChange={(key) => {
              setBy(key);
              setChosen(new Set());
            }}
            items={[
              { key: "organ", label: t("lackingOrgan") },
              { key: "person", label: t("lackingPerson") },
            ]}
          />
          {may("inspection.classify") && (
            <Button size="small" kind="primary" reason={chosen.size === 0 ? t("pickObjects") : undefined} onClick={() => setNaming(true)}>
              {t("name")}
            </Button>
          )}
        </span>
      }
      foot={<span className="small t2">{t("industryFollows")}</span>}
      flush
      scroll
    >
      {error ? (
        <Trouble error={error} what={t("lacking")} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading what={t("lacking")} />
      ) : rows.length === 0 ? (
        <StateBlock kind="empty" title={t("noLacking")} />
      ) : (
        <table className="insp-table">
          <thead>
            <tr>
              <th scope="col">
                <Checkbox
                  label={t("unit")}
                  title={t("chooseAll")}
                  checked={rows.every(({ id }) => chosen.has(id))}
                  onChange={(event) => setChosen(new Set(event.target.checked ? rows.map(({ id }) => id) : []))}
                />
              </th>
              <th scope="col">{t("industryOrgan")}</th>
              <th scope="col">{t("areaOrgan")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <span className="row">
                    <Checkbox label="" aria-label={String(row.unitName)} checked={chosen.has(row.id)} onChange={() => toggle(row.id)} />
                    <Go className="link truncate" href={`/inspection/object/${row.id}`}>
                      {String(row.unitName)}
                    </Go>
                  </span>
                </td>
                <td className="small">{who(row, "industry")}</td>
                <td className="small">{who(row, "area")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {naming && (
        <NameSupervisors
          objects={[...chosen]}
          onClose={() => setNaming(false)}
          onDone={() => {
            setNaming(false);
            setChosen(new Set());
          }}
        />
      )}
    </Panel>
  );
}

const who = (row: Row, side: "industry" | "area") => {
  const [organ, person] = [row._ref?.[`${side}Organ`], row._ref?.[`${side}Person`]];
  if (!organ) return <span className="ink-soon">{t(side === "industry" ? "noIndustry" : "noArea")}</span>;
  return (
    <span className="truncate">
      {organ}
      {person && <span className="t2"> {person}</span>}
    </span>
  );
};

type NameProps = { readonly objects: readonly string[]; readonly onDone: () => void; readonly onClose: () => void };

export function NameSupervisors({ objects, onDone, onClose }: NameProps) {
  const [areaOrgan, setAreaOrgan] = useState<unknown>(null);
  const [industryPerson, setIndustryPerson] = useState("");
  const [areaPerson, setAreaPerson] = useState("");
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const people = useQuery({ queryKey: ["inspection", "inspectors"], queryFn: () => api.get("/inspection/inspectors", {}) });
  const options = (people.data?.inspectors ?? []).map(({ id, name, organName }) => ({ value: id, label: `${name} ${organName ?? ""}` }));
  const given = {
    ...(typeof areaOrgan === "string" ? { areaOrgan } : {}),
    ...(industryPerson ? { industryPerson } : {}),
    ...(areaPerson ? { areaPerson } : {}),
  };
  const save = async () => {
    setBusy(true);
    try {
      const { changed } = await api.post("/inspection/objects/supervisors", { objects: [...objects], ...given });
      toast.done(t("named", { n: changed }));
      await Promise.all([["inspection"], ["ledger"]].map((queryKey) => client.invalidateQueries({ queryKey })));
      onDone();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  const nothing = Object.keys(given).length === 0;
  return (
    <Dialog
      title={t("name")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} reason={nothing ? t("nothingGiven") : undefined} onClick={() => void save()}>
            {t("name")}
          </Button>
        </>
      }
    >
      <p className="small t2">{t("nameHow", { n: objects.length })}</p>
      <Field label={t("areaOrgan")} optional>
        {(ids) => (
          <Control
            ids={ids}
            field={{ key: "areaOrgan", label: t("areaOrgan"), kind: "organ", ref: "organizations.organ" }}
            value={areaOrgan}
            onChange={setAreaOrgan}
          />
        )}
      </Field>
      <Field label={t("areaPerson")} optional>
        {(ids) => (
          <Select {...ids} empty={t("keep")} options={options} value={areaPerson} onChange={(event) => setAreaPerson(event.target.value)} />
        )}
      </Field>
      <Field label={t("industryPerson")} optional help={t("industryFollows")}>
        {(ids) => (
          <Select
            {...ids}
            empty={t("keep")}
            options={options}
            value={industryPerson}
            onChange={(event) => setIndustryPerson(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
