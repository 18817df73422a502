/** A topic: who reports on what, with which papers, and which figures the meeting is to look at. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { areasQuery } from "../../lib/areas.ts";
import { measuresQuery } from "../../lib/measures.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Choices, Field, Input, Select } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import type { Agenda, Page } from "./model.ts";
import { t } from "./words.ts";

const kinds = ["report", "deliberate", "interview", "request", "inform"] as const;

export function AgendaDialog({
  page,
  agenda,
  onClose,
  onDone,
}: {
  readonly page: Page;
  readonly agenda: Agenda | null;
  readonly onClose: () => void;
  readonly onDone: (page: Page) => void;
}) {
  const { id, area, state } = page.meeting;
  const [title, setTitle] = useState(agenda?.title ?? "");
  const [kind, setKind] = useState<Agenda["kind"]>(agenda?.kind ?? "report");
  const [organ, setOrgan] = useState<string | null>(agenda?.presenterOrgan ?? null);
  const [presenter, setPresenter] = useState(agenda?.presenter ?? "");
  const [long, setLong] = useState(agenda?.minutesLong ? String(agenda.minutesLong) : "");
  const [clause, setClause] = useState(agenda?.clause ?? "");
  const [materials, setMaterials] = useState<readonly string[]>(agenda?.materials ?? []);
  const [shows, setShows] = useState<Agenda["shows"]>(agenda?.shows ?? []);
  const [busy, setBusy] = useState(false);
  const measures = useQuery(measuresQuery).data ?? [];
  const below = useQuery(areasQuery(area)).data ?? [];
  const send = async (work: () => Promise<Page>) => {
    setBusy(true);
    try {
      onDone(await work());
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  const save = () =>
    send(() =>
      api.post("/committee/meetings/{id}/agenda", {
        id,
        ...(agenda ? { agenda: agenda.id } : {}),
        title: title.trim(),
        kind,
        presenterOrgan: organ,
        presenter: presenter.trim() || null,
        minutesLong: /^\d+$/.test(long) ? Number(long) : null,
        clause: clause.trim() || null,
        materials: [...materials],
        shows: [...shows],
      }),
    );
  const frozen = state === "held" || state === "minutes";
  return (
    <Dialog
      title={t(agenda ? "editAgenda" : "addAgenda")}
      width={560}
      onClose={onClose}
      foot={
        <>
          {agenda && !frozen && (
            <Button
              busy={busy}
              onClick={() => void send(() => api.remove("/committee/meetings/{id}/agenda/{agenda}", { id, agenda: agenda.id }))}
            >
              {t("dropAgenda")}
            </Button>
          )}
          <span className="grow" />
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            reason={title.trim().length < 2 ? t("undone", { fields: t("title2") }) : undefined}
            onClick={() => void save()}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("title2")}>
          {(ids) => <Input {...ids} maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Field label={t("kind")}>
          {() => (
            <Choices
              label={t("kind")}
              value={[kind]}
              options={kinds.map((value) => ({ value, label: t(value) }))}
              onChange={(value) => setKind(kinds.find((each) => each === value) ?? kind)}
            />
          )}
        </Field>
        <Field label={t("presenterOrgan")} optional>
          {(ids) => (
            <Control
              ids={ids}
              field={{ key: "organ", label: t("presenterOrgan"), kind: "organ", ref: "organizations.organ" }}
              value={organ}
              refTitle={organ === agenda?.presenterOrgan ? (agenda?.presenterOrganName ?? undefined) : undefined}
              onChange={(value) => setOrgan(typeof value === "string" ? value : null)}
            />
          )}
        </Field>
        <Field label={t("presenter")} optional>
          {(ids) => <Input {...ids} maxLength={60} value={presenter} onChange={(event) => setPresenter(event.target.value)} />}
        </Field>
        <Field label={t("minutesLong")} optional>
          {(ids) => <Input {...ids} inputMode="numeric" maxLength={3} value={long} onChange={(event) => setLong(event.target.value)} />}
        </Field>
        <Field label={t("clause")} optional>
          {(ids) => <Input {...ids} maxLength={40} value={clause} onChange={(event) => setClause(event.target.value)} />}
        </Field>
        {!frozen && (
          <Field label={t("figures")} optional>
            {() => (
              <div className="organs-input">
                {shows.map((each, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
                  <div key={index} className="row organs-line">
                    <Select
                      aria-label={`${t("figures")} ${index + 1}`}
                      options={measures.map(({ name, label }) => ({ value: name, label }))}
                      value={each.measure}
                      onChange={(event) => setShows(shows.map((one, at) => (at === index ? { ...one, measure: event.target.value } : one)))}
                    />
                    <Select
                      aria-label={`${t("organ")} ${index + 1}`}
                      options={[
                        { value: String(area), label: page.meeting.committeeName ?? "" },
                        ...below.map(({ key, name }) => ({ value: String(key), label: name })),
                      ]}
                      value={String(each.area)}
                      onChange={(event) =>
                        setShows(shows.map((one, at) => (at === index ? { ...one, area: Number(event.target.value) } : one)))
                      }
                    />
                    <IconButton icon="x" size={14} label={t("remove")} onClick={() => setShows(shows.filter((_, at) => at !== index))} />
                  </div>
                ))}
                {shows.length < 6 && measures[0] && (
                  <button
                    type="button"
                    className="link small"
                    onClick={() => setShows([...shows, { measure: measures[0]?.name ?? "", area }])}
                  >
                    {t("addFigure")}
                  </button>
                )}
              </div>
            )}
          </Field>
        )}
        <Field label={t("materials")} optional>
          {(ids) => (
            <Control
              ids={ids}
              field={{ key: "materials", label: t("materials"), kind: "files", max: 20 }}
              value={materials}
              onChange={(value) => setMaterials(Array.isArray(value) ? value.map(String) : [])}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
