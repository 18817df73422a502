/** A record of a check, to read and to print: who, when, by which list; what failed with its photos; the rest in lines; both signatures. */
import type { VisitRecord } from "@suiren/api-client";
import { dayTime, day as dayWords, exact } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { PAD_HEIGHT, PAD_WIDTH, pathOf } from "../../lib/strokes.ts";
import { Facts } from "../../ui/panel.tsx";
import { t } from "./words.ts";
import "./visits.css";

type Item = VisitRecord["items"][number];
type Photo = VisitRecord["photos"][number];

export function Record({ record }: { readonly record: VisitRecord }) {
  const failed = record.items.filter(({ outcome }) => outcome === "fail");
  const rest = record.items.filter(({ outcome }) => outcome !== "fail");
  const from = exact(record.startedAt);
  const marks = [record.guidance && t("guidance"), record.firstExempt && t("exempt")].filter((each) => each !== false);
  return (
    <article className="visit-record">
      <Facts
        items={[
          [t("unit"), record.unitName],
          [t("address"), record.address],
          [t("time"), record.endedAt ? t("until", { from, to: exact(record.endedAt) }) : t("ongoing", { from })],
          [t("list"), t("version", { title: record.listTitle, n: record.listVersion })],
          [t("inspectors"), record.inspectors],
          [t("present"), [record.present, record.presentPost].filter(Boolean).join("　") || "—"],
          ...(marks.length > 0 ? ([["", marks.join("　")]] as const) : []),
        ]}
      />
      {record.sameDay.length > 0 && (
        <p className="ink-soon small">
          {t("sameDay", { who: record.sameDay.map(({ inspectors, startedAt }) => `${inspectors} ${dayTime(startedAt)}`).join("；") })}
          {"　"}
          {record.conflict && (
            <Go className="link" href={`/inspection/conflict/${record.conflict}`}>
              {t("seeConflict")}
            </Go>
          )}
        </p>
      )}
      {failed.length > 0 && (
        <section>
          <h3>{t("failed", { n: failed.length })}</h3>
          {failed.map((item) => (
            <Failed key={item.item} item={item} photos={record.photos.filter((photo) => photo.item === item.item)} />
          ))}
        </section>
      )}
      <section>
        <h3>{t("rest", { n: rest.length })}</h3>
        <ul className="visit-items">
          {rest.map((item) => (
            <li key={item.item}>
              <span className="num t2">{item.item}</span>
              <span className="grow">{item.text}</span>
              <span className={item.outcome === "pass" ? "ink-ok" : "t2"}>{item.outcome ? t(item.outcome) : t("open")}</span>
            </li>
          ))}
        </ul>
        <Photos photos={record.photos.filter(({ item }) => !failed.some((each) => each.item === item))} />
      </section>
      {record.opinion && (
        <section>
          <h3>{t("opinion")}</h3>
          <p className="visit-opinion">{record.opinion}</p>
        </section>
      )}
      <Signatures record={record} />
    </article>
  );
}

function Failed({ item, photos }: { readonly item: Item; readonly photos: readonly Photo[] }) {
  const remedy =
    item.remedy === "deadline"
      ? t("deadline", { day: item.dueOn ? dayWords(item.dueOn) : "—" })
      : item.remedy === "onSpot"
        ? t("onSpot")
        : item.remedy === "advice"
          ? t("advice")
          : "";
  return (
    <div className="visit-failed">
      <p>
        <b className="num">{item.item}</b>　<b>{item.text}</b>
        {item.overruled && <span className="ink-soon">　{t("overruled")}</span>}
      </p>
      <p>
        {[item.place, item.note].filter(Boolean).join("　")}
        {item.hazard && (
          <>
            {"　"}
            <Go className="link" href={`/hazard-loop/hazard/${item.hazard}`}>
              {t("hazard")}
            </Go>
          </>
        )}
      </p>
      <p className="t2 small">{[remedy, item.ground].filter(Boolean).join("　")}</p>
      <Photos photos={photos} />
    </div>
  );
}

function Photos({ photos }: { readonly photos: readonly Photo[] }) {
  const may = useMay();
  if (photos.length === 0) return null;
  return (
    <ul className="visit-photos">
      {photos.map((photo) => (
        <li key={photo.id}>
          {photo.arrived ? (
            <a href={`/api/v1/files/${photo.id}`} target="_blank" rel="noreferrer">
              <img src={`/api/v1/files/${photo.id}`} alt={photo.place ?? ""} loading="lazy" />
            </a>
          ) : (
            <span className="visit-missing">{t("notArrived")}</span>
          )}
          <small className="t2">
            {photo.accuracyM === null
              ? t("takenAtNoFix", { time: dayTime(photo.takenAt) })
              : t("takenAt", { time: dayTime(photo.takenAt), n: Math.round(photo.accuracyM) })}
            {photo.cameraAt && `　${t("cameraAt", { time: photo.cameraAt })}`}
          </small>
          {photo.hasOriginal && may("inspection.original") && (
            <a
              className="link small visit-screen"
              href={`/api/v1/inspection/photos/${photo.id}/original`}
              target="_blank"
              rel="noreferrer"
              title={t("originalHash", { hash: photo.originalSha256 ?? "" })}
            >
              {t("original")}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function Signatures({ record }: { readonly record: VisitRecord }) {
  return (
    <section>
      <h3>{t("signatures")}</h3>
      <div className="visit-signatures">
        {(["inspector", "unit"] as const).map((side) => {
          const given = record.signatures.find((each) => each.side === side);
          return (
            <figure key={side}>
              <figcaption>
                {t(side === "inspector" ? "inspectorSign" : "unitSign")}　{given?.name}
                {given && <span className="t2 small">　{exact(given.signedAt)}</span>}
              </figcaption>
              {given && given.strokes.length > 0 ? (
                <svg viewBox={`0 0 ${PAD_WIDTH} ${PAD_HEIGHT}`} role="img" aria-label={given.name}>
                  <path d={pathOf(given.strokes)} />
                </svg>
              ) : (
                <p className="t2">{given?.refusedWhy ? t("refusedToSign", { why: given.refusedWhy }) : t("unsigned")}</p>
              )}
            </figure>
          );
        })}
      </div>
    </section>
  );
}
