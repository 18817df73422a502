/** The clause's own words where the office has attached the document; ours otherwise, and said so. A paraphrase is never set in serif. */
import { useQuery } from "@tanstack/react-query";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { packHref } from "./address.ts";
import { versionOf, versionsQuery, wordsQuery } from "./model.ts";
import { t } from "./words.ts";

type Said = {
  readonly says: string;
  readonly section: string;
  /** The pack by its letters, and its version where the page knows it. */
  readonly pack: string;
  readonly packTitle: string;
};

export function Words({ clause: { says, section, pack, packTitle } }: { readonly clause: Said }) {
  const may = useMay();
  const maySee = may("policy-tasks.see-packs");
  const version = useQuery({ ...versionsQuery, enabled: maySee }).data?.versions.find((each) => versionOf(each, pack));
  const attached = useQuery({ ...wordsQuery(version?.id ?? "", section), enabled: version?.document != null }).data;
  const original = attached?.words ?? [];
  return (
    <section className="policy-section">
      <h3 className="policy-section-head">
        {original.length > 0 ? t("words") : t("ourWords")}
        <span className="t3 caption truncate">
          {packTitle}　{section}
        </span>
      </h3>
      {original.length > 0 ? (
        <>
          <blockquote className="policy-says policy-original">
            {original.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </blockquote>
          <p className="small t2 policy-ours">
            {t("ourWords")}：{says}
          </p>
        </>
      ) : (
        <>
          <p className="policy-says">{says}</p>
          <p className="caption t3">
            {attached ? t("notFoundInDocument", { name: attached.document ?? "" }) : t("notAttached")}
            {!attached && may("policy-tasks.write-packs") && (
              <Go className="policy-attach" href={packHref(pack, "document")}>
                {t("attach")}
              </Go>
            )}
          </p>
        </>
      )}
    </section>
  );
}
