/** Begins a determination: of which hazard, inspected on which day. The day chooses the edition. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { SectionForm } from "../../ui/section-form.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import { useRow } from "../ledger/use-row.ts";
import { EditionNote } from "./edition-note.tsx";
import { PATH, rulesQuery } from "./model.ts";
import { t } from "./words.ts";

export default function BeginDetermination() {
  const given = new URLSearchParams(useSearchText()).get("hazard");
  return given ? <BeginOf hazard={given} /> : <BeginForm hazard={null} title={undefined} />;
}

function BeginOf({ hazard }: { readonly hazard: string }) {
  const { data, error } = useRow("hazard-loop/hazard", hazard);
  if (error) return <Trouble error={error} what={t("hazard")} />;
  return data ? <BeginForm hazard={data.row.id} title={String(data.row.number)} /> : <Loading />;
}

function BeginForm({ hazard: first, title }: { readonly hazard: string | null; readonly title: string | undefined }) {
  const go = useGo();
  const [hazard, setHazard] = useState(first);
  const [inspectedOn, setInspectedOn] = useState<string | null>(dayKey(serverNow()));
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const rules = useQuery(rulesQuery(inspectedOn)).data;
  const send = async () => {
    setTried(true);
    if (!hazard || !inspectedOn) return;
    setBusy(true);
    try {
      const { id } = await api.post("/hazard-loop/determinations", { hazard, inspectedOn });
      go(`/${PATH}/${id}`);
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return (
    <>
      <PageHead
        up={
          <>
            <Go href={`/${PATH}`}>{t("title")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={t("beginTitle")}
      />
      <SectionForm
        context={
          <div className="col" style={{ gap: 10 }}>
            {rules && <EditionNote rules={rules} />}
            <p className="small t2">{t("beginHint")}</p>
          </div>
        }
        sections={[
          {
            key: "site",
            label: t("site"),
            filled: [hazard, inspectedOn].filter(Boolean).length,
            total: 2,
            problems: 0,
            content: (
              <>
                <Field label={t("hazard")} error={tried && !hazard ? t("required") : undefined}>
                  {(ids) => (
                    <Control
                      ids={ids}
                      field={{ key: "hazard", label: t("hazard"), kind: "ref", ref: "hazard-loop.hazard" }}
                      value={hazard}
                      refTitle={title}
                      onChange={(value) => setHazard(text(value))}
                    />
                  )}
                </Field>
                <Field label={t("inspectedOn")} error={tried && !inspectedOn ? t("required") : undefined}>
                  {(ids) => (
                    <Control
                      ids={ids}
                      field={{ key: "inspectedOn", label: t("inspectedOn"), kind: "day" }}
                      value={inspectedOn}
                      onChange={(value) => setInspectedOn(text(value))}
                    />
                  )}
                </Field>
              </>
            ),
          },
        ]}
        foot={
          <>
            <span className="grow" />
            <Button size="large" onClick={() => go(`/${PATH}`)}>
              {t("cancel")}
            </Button>
            <Button kind="primary" size="large" busy={busy} onClick={() => void send()}>
              {t("begin")}
            </Button>
          </>
        }
      />
    </>
  );
}
