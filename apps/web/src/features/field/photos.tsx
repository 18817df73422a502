/** Photos of an item: taken, seen, covered in part or thrown away while the item is not saved. */
import { type ChangeEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { exact, time } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { addItemPhoto, coverPhoto, dropPhoto, type MadePhoto } from "./acts.ts";
import { blobKey, type PhotoRow, type Point, type VisitRow } from "./domain/rows.ts";
import { useStored } from "./live-query.ts";
import { usePerson, useStore } from "./person.ts";
import { type Box, makePhoto, PhotoTrouble, showCopy } from "./photo.ts";
import { t } from "./words.ts";

/** What is burnt in: when and where, and whose photo. */
export function stampOf(takenAt: string, place: string, point: Point | null, who: string): readonly string[] {
  const at = point ? `${point.lon.toFixed(5)}, ${point.lat.toFixed(5)} ±${point.accuracyM ?? "?"} m` : "";
  return [`${exact(takenAt)}　${who}`, [place, at].filter(Boolean).join("　")];
}

export const troubleOf = (error: unknown): string => {
  if (error instanceof PhotoTrouble) return t(error.trouble, { n: error.sizeMb });
  return error instanceof Error ? error.message : String(error);
};

type CameraProps = { readonly onPhoto: (file: File) => Promise<void>; readonly onTrouble: (sentence: string | undefined) => void };
/** The phone's own camera; a file on a desk. */
export function Camera({ onPhoto, onTrouble }: CameraProps) {
  const [busy, setBusy] = useState(false);
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    const input = event.target;
    setBusy(true);
    onTrouble(undefined);
    try {
      for (const file of files) await onPhoto(file);
    } catch (error) {
      onTrouble(troubleOf(error));
    } finally {
      setBusy(false);
      input.value = "";
    }
  };
  return (
    <label className="field-camera" aria-busy={busy}>
      <Icon name="camera" size={28} />
      {t("shoot")}
      <input type="file" accept="image/*" capture="environment" disabled={busy} onChange={(event) => void take(event)} />
    </label>
  );
}

type PhotosProps = {
  readonly visit: VisitRow;
  readonly item: string;
  readonly photos: readonly string[];
  readonly needed: boolean;
  readonly point: Point | null;
};
export function Photos({ visit, item, photos, needed, point }: PhotosProps) {
  const store = useStore();
  const { person } = usePerson();
  const rows = useStored((from) => from.photos.bulkGet([...photos]), photos.join(" "));
  const [trouble, setTrouble] = useState<string>();
  const [open, setOpen] = useState<string>();
  const take = async (file: File) => {
    const takenAt = new Date().toISOString();
    const made = await makePhoto(file, stampOf(takenAt, `${visit.unitName} ${visit.address}`, point, person?.name ?? ""), takenAt);
    await addItemPhoto(store, visit.id, item, made, { point, place: visit.address });
  };
  const shown = rows?.filter((row) => row !== undefined) ?? [];
  const newest = shown.at(-1);
  const chosen = shown.find(({ id }) => id === open);
  return (
    <>
      <h3>
        {t("photos")} <span className="t2">{needed ? t("photosNeed", { n: photos.length }) : t("photosHave", { n: photos.length })}</span>
      </h3>
      <div className="field-photos">
        {shown.map((row, i) => (
          <button
            key={row.id}
            type="button"
            className="field-photo"
            aria-label={t("itemPhoto", { n: i + 1 })}
            onClick={() => setOpen(row.id)}
          >
            <img src={row.thumb} alt="" />
            <span className="field-photo-state">{stateWord(row)}</span>
          </button>
        ))}
        <Camera onPhoto={take} onTrouble={setTrouble} />
      </div>
      {trouble && (
        <p className="ink-overdue" role="alert">
          {trouble}
        </p>
      )}
      {newest && (
        <p className="field-place">
          <Icon name="pin" size={18} />
          {newest.point
            ? t("accuracy", { time: time(newest.takenAt), place: newest.place, n: newest.point.accuracyM ?? "?" })
            : t("noFix", { time: time(newest.takenAt), place: newest.place })}
        </p>
      )}
      {chosen && <Viewer photo={chosen} visit={visit} onClose={() => setOpen(undefined)} />}
    </>
  );
}

export function stateWord({ state, shown, original }: PhotoRow): string {
  if (state === "held") return t("held");
  if (state === "received") return t("received");
  if (state === "refused") return t("refused");
  const done = shown.sentBytes + (original?.sentBytes ?? 0);
  const of = shown.sizeBytes + (original?.sizeBytes ?? 0);
  return done > 0 ? `${Math.floor((done / of) * 100)} %` : t("waiting");
}

function Viewer({ photo, visit, onClose }: { readonly photo: PhotoRow; readonly visit: VisitRow; readonly onClose: () => void }) {
  const store = useStore();
  const { person } = usePerson();
  const [address, setAddress] = useState<string>();
  const [boxes, setBoxes] = useState<readonly Box[]>([]);
  const held = photo.state === "held";
  useEffect(() => {
    let made: string | undefined;
    void store.blobs.get(blobKey(photo.id, "shown")).then((blob) => {
      made = blob && URL.createObjectURL(new Blob([blob.bytes], { type: "image/jpeg" }));
      setAddress(made ?? photo.thumb);
    });
    return () => {
      if (made) URL.revokeObjectURL(made);
    };
  }, [store, photo.id, photo.thumb]);
  const cover = async () => {
    const original = (await store.blobs.get(blobKey(photo.id, "original")))?.bytes;
    if (!original) return;
    const stamp = stampOf(photo.takenAt, `${visit.unitName} ${photo.place}`, photo.point, person?.name ?? "");
    const made: Pick<MadePhoto, "shown" | "shownSha256" | "thumb" | "blurred"> = await showCopy(original, stamp, boxes);
    await coverPhoto(store, photo.id, made);
    onClose();
  };
  return (
    <Dialog
      title={exact(photo.takenAt)}
      onClose={onClose}
      foot={
        held && (
          <>
            <Button size="large" onClick={() => void dropPhoto(store, visit.id, photo.item ?? "", photo.id).then(onClose)}>
              {t("remove")}
            </Button>
            {boxes.length > 0 && (
              <Button size="large" onClick={() => setBoxes(boxes.slice(0, -1))}>
                {t("undoBox")}
              </Button>
            )}
            <Button size="large" kind="primary" onClick={() => (boxes.length > 0 ? void cover() : onClose())}>
              {boxes.length > 0 ? t("cover") : t("usePhoto")}
            </Button>
          </>
        )
      }
    >
      {held && <p className="t2">{t("coverHint")}</p>}
      {address && <Canvas address={address} boxes={boxes} onBox={held ? (box) => setBoxes([...boxes, box]) : undefined} />}
      {photo.message && <p className="ink-overdue">{photo.message}</p>}
    </Dialog>
  );
}

type CanvasProps = { readonly address: string; readonly boxes: readonly Box[]; readonly onBox: ((box: Box) => void) | undefined };
/** Rectangles drawn with a finger, in parts of the picture. */
function Canvas({ address, boxes, onBox }: CanvasProps) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const [drawing, setDrawing] = useState<Box>();
  const at = (event: PointerEvent<HTMLDivElement>) => {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    return { x: Math.min(1, Math.max(0, (event.clientX - left) / width)), y: Math.min(1, Math.max(0, (event.clientY - top) / height)) };
  };
  const boxTo = (to: { x: number; y: number }): Box | undefined => {
    const start = from.current;
    return start
      ? { x: Math.min(start.x, to.x), y: Math.min(start.y, to.y), w: Math.abs(to.x - start.x), h: Math.abs(to.y - start.y) }
      : undefined;
  };
  return (
    <div
      className="field-canvas"
      onPointerDown={(event) => {
        if (!onBox) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = at(event);
      }}
      onPointerMove={(event) => setDrawing(boxTo(at(event)))}
      onPointerUp={(event) => {
        const box = boxTo(at(event));
        from.current = null;
        setDrawing(undefined);
        if (box && box.w > 0.02 && box.h > 0.02) onBox?.(box);
      }}
    >
      <img src={address} alt="" draggable={false} />
      {[...boxes, ...(drawing ? [drawing] : [])].map(({ x, y, w, h }) => (
        <span
          key={`${x} ${y} ${w} ${h}`}
          style={{ left: `${x * 100}%`, top: `${y * 100}%`, width: `${w * 100}%`, height: `${h * 100}%` }}
        />
      ))}
    </div>
  );
}
