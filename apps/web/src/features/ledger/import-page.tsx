/** 选文件 → 对字段 → 查错误 → 入库. Good rows go in first; only wrong rows come back. */
import { type DragEvent, type ReactNode, useState } from "react";
import { address as apiAddress } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { download } from "../../lib/download.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { type LedgerSchema, useLedger } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { ImportCheck } from "./import-check.tsx";
import { ImportMap } from "./import-map.tsx";
import { t } from "./import-words.ts";
import { useLedgerAddress } from "./route.ts";
import { type ImportState, type Shown, sendFile, stepOf, useImport } from "./use-import.ts";
import "./import.css";

export default function ImportPage() {
  const { path } = useLedgerAddress();
  const { schema, error } = useLedger(path);
  if (error) return <Trouble error={error} what={path} />;
  return schema ? <Import path={path} schema={schema} /> : <Loading />;
}

function Import({ path, schema }: { readonly path: string; readonly schema: LedgerSchema }) {
  const go = useGo();
  const id = new URLSearchParams(useSearchText()).get("id");
  const [level, setLevel] = useState<Shown>("problems");
  const [after, setAfter] = useState(0);
  const { data, error, act } = useImport(path, id, level, after);
  const [remap, setRemap] = useState(false);
  const step = remap ? 2 : data ? stepOf(data.state) : 1;
  const restart = () => go(`/${path}/import`);
  return (
    <>
      <PageHead
        up={
          <>
            <Go href={`/${path}`}>{schema.label}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={t("title")}
      >
        <button type="button" className="link" onClick={() => download(apiAddress(`${path}/template.xlsx`))}>
          {t("template")}
        </button>
      </PageHead>
      <section className="panel grow import">
        <Steps step={step} data={data} />
        {error ? (
          <Trouble error={error} what={t("title")} />
        ) : !data ? (
          id ? (
            <Loading />
          ) : (
            <ChooseFile path={path} />
          )
        ) : data.state === "failed" ? (
          <StateBlock kind="broken" title={data.error?.message ?? t("noFile")} actions={<Button onClick={restart}>{t("again")}</Button>} />
        ) : step === 2 ? (
          <ImportMap
            data={data}
            onDone={(columns) => {
              setRemap(false);
              void act("map", { columns });
            }}
          />
        ) : step === 3 && data.state === "checked" ? (
          <ImportCheck
            path={path}
            id={id ?? ""}
            schema={schema}
            data={data}
            act={act}
            onBack={() => setRemap(true)}
            shown={level}
            onShow={(next) => {
              setLevel(next);
              setAfter(0);
            }}
            onAfter={setAfter}
          />
        ) : data.state === "done" ? (
          <Done path={path} id={id ?? ""} data={data} onAgain={restart} />
        ) : (
          <Busy data={data} />
        )}
      </section>
    </>
  );
}

function Steps({ step, data }: { readonly step: number; readonly data: ImportState | undefined }) {
  const matched = data?.columns.filter((column) => column.field).length ?? 0;
  const notes: readonly ReactNode[] = [
    data?.fileName,
    data && data.columns.length > 0 ? t("columns", { n: matched, m: data.columns.length - matched }) : "",
    "",
    "",
  ];
  return (
    <ol className="import-steps">
      {(["step1", "step2", "step3", "step4"] as const).map((key, index) => (
        <li
          key={key}
          className={cx(index + 1 < step && "import-past", index + 1 === step && "import-now")}
          aria-current={index + 1 === step ? "step" : undefined}
        >
          <i>{index + 1 < step ? <Icon name="check" size={13} solid /> : index + 1}</i>
          <b>{t(key)}</b>
          <span className="caption t3 truncate">{index + 1 < step ? notes[index] : ""}</span>
        </li>
      ))}
    </ol>
  );
}

function ChooseFile({ path }: { readonly path: string }) {
  const go = useGo();
  const [busy, setBusy] = useState("");
  const send = async (file: File | undefined) => {
    if (!file) return;
    if (!/\.(xlsx|csv)$/i.test(file.name)) return toast.trouble(new Error(t("noFile")));
    setBusy(file.name);
    try {
      go(`/${path}/import?id=${await sendFile(path, file)}`);
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy("");
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void send(event.dataTransfer.files[0]);
  };
  return (
    <label className="import-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Icon name="upload" size={28} />
      <b>{busy ? t("reading", { file: busy }) : t("drop")}</b>
      <span className="small t2">{t("dropHint")}</span>
      <input
        className="sr-only"
        type="file"
        accept=".xlsx,.csv"
        disabled={busy !== ""}
        onChange={(event) => void send(event.target.files?.[0])}
      />
    </label>
  );
}

const Busy = ({ data }: { readonly data: ImportState }) => (
  <div className="import-busy">
    <p>
      {data.state === "saving"
        ? t("committing", { n: data.done })
        : data.state === "checking"
          ? t("checking", { n: data.good + data.bad })
          : t("reading", { file: data.fileName })}
    </p>
    <Loading rows={8} />
  </div>
);

function Done({
  path,
  id,
  data,
  onAgain,
}: {
  readonly path: string;
  readonly id: string;
  readonly data: ImportState;
  readonly onAgain: () => void;
}) {
  const go = useGo();
  const rest = data.bad + data.confirm;
  return (
    <StateBlock
      kind="empty"
      title={t("done", { n: data.done })}
      actions={
        <>
          <Button kind="primary" onClick={() => go(`/${path}?sort=-createdAt`)}>
            {t("toList")}
          </Button>
          {rest > 0 && (
            <Button icon="download" onClick={() => download(apiAddress(`${path}/import/${id}/errors.xlsx`))}>
              {t("downloadErrors")}
            </Button>
          )}
          <Button onClick={onAgain}>{t("again")}</Button>
        </>
      }
    >
      {rest > 0 ? t("doneRest", { n: rest }) : undefined}
    </StateBlock>
  );
}
