/** Evidence by stage. What is demanded and missing is a visible empty frame. */
import type { ReactNode } from "react";
import { exact } from "../lib/format.ts";
import { messages } from "../lib/i18n.ts";
import { Icon } from "./icon.tsx";
import "./evidence.css";

const t = messages(
  { missing: "缺 {what}", taken: "拍摄 {at}", uploaded: "上传 {at}", hash: "校验 {hash}" },
  { missing: "Missing: {what}", taken: "taken {at}", uploaded: "uploaded {at}", hash: "hash {hash}" },
);

export type EvidenceItem =
  | {
      readonly kind: "file";
      readonly id: string;
      readonly label: string;
      readonly href: string;
      readonly thumb?: string | undefined;
      readonly takenAt?: string;
      readonly uploadedAt?: string;
      readonly hash?: string;
    }
  | { readonly kind: "missing"; readonly label: string };
export type EvidenceGroup = { readonly stage: ReactNode; readonly items: readonly EvidenceItem[] };

const about = (item: Extract<EvidenceItem, { kind: "file" }>): string =>
  [
    item.label,
    item.takenAt ? t("taken", { at: exact(item.takenAt) }) : "",
    item.uploadedAt ? t("uploaded", { at: exact(item.uploadedAt) }) : "",
    item.hash ? t("hash", { hash: item.hash.slice(0, 16) }) : "",
  ]
    .filter(Boolean)
    .join("\n");

export function Evidence({ groups }: { readonly groups: readonly EvidenceGroup[] }) {
  return (
    <div className="evidence">
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: stages keep their order
        <section key={index}>
          <h3 className="small t2">{group.stage}</h3>
          <div className="evidence-row">
            {group.items.map((item) =>
              item.kind === "missing" ? (
                <div key={item.label} className="evidence-missing">
                  <Icon name="camera" size={20} />
                  <span>{t("missing", { what: item.label })}</span>
                </div>
              ) : (
                <a key={item.id} className="evidence-item" href={item.href} target="_blank" rel="noreferrer" title={about(item)}>
                  {item.thumb ? <img src={item.thumb} alt={item.label} loading="lazy" /> : <Icon name="doc" size={24} />}
                  <span className="truncate">{item.label}</span>
                </a>
              ),
            )}
          </div>
        </section>
      ))}
    </div>
  );
}
