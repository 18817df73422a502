/** 底图: what lies beneath the maps of this city, what did, and the way to bring in another. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Select, TextArea } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { ImportMap, whereFrom, wheres } from "./import-map.tsx";
import { type BaseMap, baseMapsQuery, sizeWord, whereOf } from "./model.ts";
import { t } from "./words.ts";
import "./base-maps.css";

type Asked = { readonly act: "import"; readonly map?: BaseMap } | { readonly act: "withdraw"; readonly map: BaseMap };

export default function BaseMapsPage() {
  const { data, error, refetch } = useQuery(baseMapsQuery);
  const [asked, setAsked] = useState<Asked | null>(null);
  if (error) return <Trouble error={error} what={t("title")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("title")} />;
  const toImport = (
    <Button kind="primary" icon="plus" onClick={() => setAsked({ act: "import" })}>
      {t("import")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("title")} aside={t("about")}>
        {data.length > 0 && toImport}
      </PageHead>
      {data.length === 0 ? (
        <StateBlock kind="empty" title={t("noneTitle")} actions={toImport}>
          {t("none2")}
        </StateBlock>
      ) : (
        <Panel flush scroll>
          {data.map((map) => (
            <Row key={map.id} map={map} onAsk={setAsked} />
          ))}
        </Panel>
      )}
      {asked?.act === "import" && <ImportMap unfinished={asked.map} onClose={() => setAsked(null)} />}
      {asked?.act === "withdraw" && <Withdraw map={asked.map} onClose={() => setAsked(null)} />}
    </>
  );
}

/** Does it, says so, and has every map read anew what it lies on. */
function useAct() {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>, said: string): Promise<boolean> => {
    try {
      await work();
      toast.done(said);
      return true;
    } catch (error) {
      toast.trouble(error);
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: ["base-maps"] });
    }
  };
}

type RowProps = { readonly map: BaseMap; readonly onAsk: (asked: Asked) => void };
function Row({ map, onAsk }: RowProps) {
  const act = useAct();
  return (
    <article className="base-map-row" data-state={map.state}>
      <div className="grow">
        <h3>
          {map.name} {map.state === "withdrawn" && <Tag>{t("withdrawn")}</Tag>}
          {map.state === "uploading" && <Tag>{t("uploading", { percent: Math.floor((map.receivedBytes / map.uploadBytes) * 100) })}</Tag>}
        </h3>
        <p className="small t2">{factsOf(map).join(" · ")}</p>
        <p className="small t3">{[map.source, map.attribution, map.withdrawnWhy].filter(Boolean).join(" · ")}</p>
      </div>
      {map.state === "uploading" && (
        <>
          <Button onClick={() => onAsk({ act: "import", map })}>{t("choose")}</Button>
          <Button
            kind="text"
            onClick={() => void act(() => api.remove("/base-maps/{id}", { id: map.id }), t("givenUp", { name: map.name }))}
          >
            {t("giveUp")}
          </Button>
        </>
      )}
      {map.state === "kept" && (
        <>
          <Select
            aria-label={t("where")}
            options={wheres()}
            value={whereOf(map)}
            onChange={(event) =>
              void act(
                () => api.post("/base-maps/{id}/ground", { id: map.id, ground: whereFrom(event.target.value) }),
                t("done", { name: map.name }),
              )
            }
          />
          <Button onClick={() => onAsk({ act: "withdraw", map })}>{t("withdraw")}</Button>
        </>
      )}
    </article>
  );
}

const DATUM_WORDS = { cgcs2000: "CGCS2000", wgs84: "WGS-84", gcj02: "GCJ-02", bd09: "BD-09" } as const;

function factsOf({ datum, approvalNumber, validUntil, facts, uploadBytes }: BaseMap): readonly string[] {
  const drawn = facts
    ? [
        facts.kind === "mvt" ? t("vector") : t("picture"),
        facts.schema === "generic" ? t("generic") : (facts.schema ?? facts.kind),
        t("zooms", { min: facts.minZoom, max: facts.maxZoom }),
      ]
    : [];
  return [
    DATUM_WORDS[datum],
    approvalNumber ?? t("noApproval"),
    ...(validUntil ? [t("valid", { day: validUntil })] : []),
    ...drawn,
    sizeWord(facts?.sizeBytes ?? uploadBytes),
  ];
}

function Withdraw({ map, onClose }: { readonly map: BaseMap; readonly onClose: () => void }) {
  const act = useAct();
  const [reason, setReason] = useState("");
  const withdraw = async () => {
    if (await act(() => api.post("/base-maps/{id}/withdraw", { id: map.id, reason }), t("done", { name: map.name }))) onClose();
  };
  return (
    <Dialog
      title={t("withdrawTitle", { name: map.name })}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" reason={reason.trim().length < 2 ? t("reason") : undefined} onClick={() => void withdraw()}>
            {t("withdraw")}
          </Button>
        </>
      }
    >
      <p>{t("withdrawText")}</p>
      <Field label={t("reason")}>
        {(ids) => <TextArea {...ids} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
