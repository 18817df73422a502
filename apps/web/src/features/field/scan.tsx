/** 扫码: the unit's label by the camera, where the browser reads codes itself or else by our own reader; typing is always there. */
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { sessionApi } from "../../lib/api.ts";
import { useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { useDay } from "./day.ts";
import { FieldShell } from "./shell.tsx";
import { t } from "./words.ts";

export default function Scan() {
  return (
    <FieldShell title={t("scanTitle")} tab="scan">
      <Body />
    </FieldShell>
  );
}

/** As the server reads it: the address around it, dashes, small and mistaken letters fall away. */
const readCode = (given: string): string =>
  (given.trim().split("/").at(-1) ?? "")
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");

function Body() {
  const given = useParams({ strict: false }) as { readonly code?: string };
  const day = useDay();
  const go = useGo();
  const [typed, setTyped] = useState(given.code ?? "");
  const [find, setFind] = useState("");
  const [trouble, setTrouble] = useState<string>();
  const open = async (text: string) => {
    const code = readCode(text);
    const known = day?.body.units.find((unit) => unit.code === code)?.id;
    const unit =
      known ??
      (await sessionApi.get("/inspection/unit-codes/{code}", { code }).then(
        (found) => found.unit,
        () => undefined,
      ));
    if (!unit) return setTrouble(t("noCode"));
    const task = day?.body.tasks.find((each) => each.unit === unit);
    go(task ? `/field/begin?task=${task.id}` : `/field/begin?unit=${unit}`);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the label's own address was opened and the day is there
  useEffect(() => {
    if (given.code && day) void open(given.code);
  }, [given.code, day === undefined]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void open(typed);
  };
  const found =
    find.trim() === ""
      ? []
      : (day?.body.units ?? []).filter(({ name, address }) => name.includes(find.trim()) || address.includes(find.trim())).slice(0, 8);
  return (
    <div className="field-cards">
      <Finder onCode={(code) => void open(code)} />
      <form className="field-card field-form" onSubmit={submit}>
        <Field label={t("typeCode")} help={t("codeHelp")} error={trouble}>
          {(ids) => (
            <Input
              {...ids}
              value={typed}
              autoCapitalize="characters"
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button kind="primary" size="large" type="submit" className="field-action">
          {t("open")}
        </Button>
      </form>
      <section className="field-card field-form">
        <Field label={t("findUnit")} help={t("findHelp")}>
          {(ids) => <Input {...ids} icon="search" value={find} onChange={(event) => setFind(event.target.value)} />}
        </Field>
        <ul className="field-open">
          {found.map((unit) => (
            <li key={unit.id}>
              <button type="button" className="field-found" onClick={() => void open(unit.code ?? "")}>
                <b>{unit.name}</b>
                <span className="t2">{unit.address}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

type Reader = (frame: HTMLVideoElement) => Promise<string | undefined>;
type Detector = { detect(frame: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> };
type DetectorOf = new (options: { readonly formats: readonly string[] }) => Detector;

/** The browser's own reader, or ours in the page: loaded only where it is needed, kept with the offline pages. */
async function readerOf(): Promise<Reader> {
  const { BarcodeDetector } = globalThis as { readonly BarcodeDetector?: DetectorOf };
  if (BarcodeDetector) {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async (frame) => (await detector.detect(frame))[0]?.rawValue;
  }
  const { default: decode } = await import("qr/decode.js");
  const canvas = document.createElement("canvas");
  return async (frame) => {
    const scale = Math.min(1, 640 / frame.videoWidth);
    canvas.width = Math.round(frame.videoWidth * scale);
    canvas.height = Math.round(frame.videoHeight * scale);
    const on = canvas.getContext("2d", { willReadFrequently: true });
    on?.drawImage(frame, 0, 0, canvas.width, canvas.height);
    const image = on?.getImageData(0, 0, canvas.width, canvas.height);
    try {
      return image && decode({ width: image.width, height: image.height, data: image.data });
    } catch (error) {
      if (error instanceof Error) return undefined; // no code in this frame
      throw error;
    }
  };
}

const LOOK_MS = 250;

function Finder({ onCode }: { readonly onCode: (code: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [trouble, setTrouble] = useState(false);
  const told = useRef(onCode);
  told.current = onCode;
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const begin = async () => {
      if (!navigator.mediaDevices) throw new DOMException("no camera", "NotFoundError");
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
      const read = await readerOf();
      const frame = video.current;
      if (over || !frame) return;
      frame.srcObject = stream;
      await frame.play();
      const look = async () => {
        const code = frame.videoWidth > 0 ? await read(frame) : undefined;
        if (over) return;
        if (code) told.current(code);
        else timer = setTimeout(() => void look(), LOOK_MS);
      };
      void look();
    };
    begin().catch((error: unknown) => {
      if (!(error instanceof DOMException)) console.warn(error);
      setTrouble(true);
    });
    return () => {
      over = true;
      clearTimeout(timer);
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
  }, []);
  if (trouble) return <p className="field-hint">{t("noCamera")}</p>;
  return (
    <div className="field-finder">
      <video ref={video} muted playsInline />
      <span>{t("scanHint")}</span>
    </div>
  );
}
