/** Photos taken here: a row of small pictures and one large button for the next. Nothing leaves the device before it is sent. */
import { useEffect, useId, useState } from "react";
import { smallPhoto } from "../../lib/photo.ts";
import { uuidv7 } from "../../lib/uuid.ts";
import { Icon } from "../../ui/icon.tsx";
import { toast } from "../../ui/toast.tsx";
import { w } from "./own-words.ts";
import type { Taken } from "./self-check.ts";

type PhotosProps = { readonly photos: readonly Taken[]; readonly needed: boolean; readonly onChange: (photos: readonly Taken[]) => void };
const MOST = 6;

export function Photos({ photos, needed, onChange }: PhotosProps) {
  const id = useId();
  const take = async (files: FileList | null) => {
    const [file] = files ?? [];
    if (!file) return;
    try {
      onChange([...photos, { key: uuidv7(), blob: await smallPhoto(file) }]);
    } catch {
      toast.mine(w("badPhoto"));
    }
  };
  return (
    <div className="desk-photos">
      {photos.map((photo) => (
        <Small key={photo.key} photo={photo} onRemove={() => onChange(photos.filter(({ key }) => key !== photo.key))} />
      ))}
      {photos.length < MOST && (
        <label htmlFor={id} className="desk-photo-add">
          <Icon name="camera" size={20} />
          {w(photos.length > 0 ? "addPhoto" : "photo")}
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => {
              void take(event.target.files);
              event.target.value = "";
            }}
          />
        </label>
      )}
      {needed && photos.length === 0 && <small className="ink-soon">{w("noPhoto")}</small>}
    </div>
  );
}

function Small({ photo, onRemove }: { readonly photo: Taken; readonly onRemove: () => void }) {
  const [src, setSrc] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(photo.blob);
    setSrc(url);
    return () => URL.revokeObjectURL(url);
  }, [photo.blob]);
  return (
    <span className="desk-photo">
      {src && <img src={src} alt="" />}
      <button type="button" className="desk-photo-off" aria-label={w("removePhoto")} onClick={onRemove}>
        <Icon name="x" size={14} />
      </button>
    </span>
  );
}
