/** 照片与文件: chosen, dragged or taken with the phone's camera, sent at once, shown small. A file that is refused says why and the others stay. */
import type { KeptFile } from "@suiren/api-client";
import { useState } from "react";
import { address, request } from "../../lib/api.ts";
import { messages } from "../../lib/i18n.ts";
import { Icon } from "../../ui/icon.tsx";
import { toast } from "../../ui/toast.tsx";
import "./files-input.css";

const t = messages(
  { add: "拍照或选文件", drop: "拖到这里", remove: "去掉", sending: "上传中 {n}", tooMany: "最多 {max} 份" },
  { add: "Take or choose", drop: "Drop here", remove: "Remove", sending: "Sending {n}", tooMany: "At most {max}" },
);

export type FilesInputProps = {
  readonly ids: { readonly id: string; readonly "aria-describedby": string; readonly "aria-invalid": boolean };
  readonly value: readonly string[];
  readonly max: number;
  readonly onChange: (value: readonly string[]) => void;
};

/** @throws ApiError when the server does not take it */
export async function sendFile(file: File): Promise<KeptFile> {
  const body = new FormData();
  body.append("file", file);
  return request<KeptFile>("POST", "/files", { body });
}

export function FilesInput({ ids, value, max, onChange }: FilesInputProps) {
  const [sending, setSending] = useState(0);
  const take = async (files: readonly File[]) => {
    if (value.length + files.length > max) toast.mine(t("tooMany", { max }));
    let kept = value;
    for (const file of files.slice(0, max - value.length)) {
      setSending((n) => n + 1);
      try {
        kept = [...kept, (await sendFile(file)).id];
        onChange(kept);
      } catch (error) {
        toast.trouble(error);
      } finally {
        setSending((n) => n - 1);
      }
    }
  };
  return (
    <fieldset
      className="files-input"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take([...event.dataTransfer.files]);
      }}
    >
      {value.map((id) => (
        <span key={id} className="files-one">
          <FileThumb href={address(`files/${id}`)} label={id.slice(-6)} />
          <button
            type="button"
            className="files-remove"
            aria-label={t("remove")}
            onClick={() => onChange(value.filter((each) => each !== id))}
          >
            <Icon name="x" size={14} />
          </button>
        </span>
      ))}
      {value.length < max && (
        <label className="files-add" aria-busy={sending > 0}>
          <input
            {...ids}
            type="file"
            multiple
            accept="image/*,.pdf,.doc,.docx,.xls,.xlsx,.mp4,.mp3"
            onChange={(event) => {
              void take([...(event.target.files ?? [])]);
              event.target.value = "";
            }}
          />
          <Icon name={sending > 0 ? "sync" : "camera"} size={20} />
          <span>{sending > 0 ? t("sending", { n: sending }) : t("add")}</span>
          <span className="caption t3 files-drop">{t("drop")}</span>
        </label>
      )}
    </fieldset>
  );
}

/** A picture small, anything else as a sheet; opens in its own tab. */
export function FileThumb({ href, label }: { readonly href: string; readonly label: string }) {
  const [isPicture, setPicture] = useState(true);
  return (
    <a className="file-thumb" href={href} target="_blank" rel="noreferrer">
      {isPicture ? (
        <img src={href} alt={label} loading="lazy" onError={() => setPicture(false)} />
      ) : (
        <Icon name="doc" size={24} label={label} />
      )}
    </a>
  );
}
