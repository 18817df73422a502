/** The three short forms of the embedded page. Each entry has an id of its own, so that sending it twice enters it once. */
import { type FormEvent, type ReactNode, useState } from "react";
import { serverNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { uuidv7 } from "../../lib/uuid.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Input, Select, TextArea } from "../../ui/field.tsx";
import { Panel } from "../../ui/panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Home, send } from "./embedded-client.ts";
import { e } from "./embedded-words.ts";

type Common = {
  readonly token: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
  readonly onFailed: (error: unknown) => void;
};

function Form({
  title,
  ready,
  onSend,
  common: { onDone, onClose, onFailed },
  children,
}: {
  readonly title: string;
  readonly ready: boolean;
  readonly onSend: () => Promise<string>;
  readonly common: Common;
  readonly children: ReactNode;
}) {
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      toast.done(await onSend());
      onDone();
    } catch (error) {
      onFailed(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel title={title}>
      <form className="embed-form" onSubmit={(event) => void submit(event)}>
        {children}
        <div className="embed-actions">
          <Button onClick={onClose}>{e("cancel")}</Button>
          <Button kind="primary" type="submit" busy={busy} reason={ready ? undefined : e("fill")}>
            {e("save")}
          </Button>
        </div>
      </form>
    </Panel>
  );
}

const whole = (text: string): number => Math.max(0, Math.floor(Number(text) || 0));

export function PatrolForm(common: Common) {
  const [id] = useState(() => uuidv7());
  const [given, setGiven] = useState({ route: "", objects: "", problems: "0", onSpot: "0", foundWords: "" });
  const set = (key: keyof typeof given, value: string) => setGiven({ ...given, [key]: value });
  const input = (key: "objects" | "problems" | "onSpot") => (
    <Field label={e(key)}>
      {(ids) => <Input {...ids} inputMode="numeric" value={given[key]} onChange={(event) => set(key, event.target.value)} />}
    </Field>
  );
  const { route, foundWords } = given;
  return (
    <Form
      title={e("addPatrol")}
      ready={route.trim() !== "" && foundWords.trim() !== "" && given.objects !== ""}
      common={common}
      onSend={async () => {
        const counts = { objects: whole(given.objects), problems: whole(given.problems), onSpot: whole(given.onSpot) };
        await send(common.token, "/embedded/patrols", { id, route, foundWords, ...counts });
        return e("saved");
      }}
    >
      <Field label={e("route")}>
        {(ids) => <Input {...ids} value={route} maxLength={200} onChange={(event) => set("route", event.target.value)} />}
      </Field>
      <div className="embed-two">
        {input("objects")}
        {input("problems")}
        {input("onSpot")}
      </div>
      <Field label={e("found")}>
        {(ids) => <TextArea {...ids} maxLength={300} value={foundWords} onChange={(event) => set("foundWords", event.target.value)} />}
      </Field>
    </Form>
  );
}

export function HazardForm({ areas, ...common }: Common & { readonly areas: Home["areas"] }) {
  const [id] = useState(() => uuidv7());
  const [area, setArea] = useState(String(areas[0]?.key ?? ""));
  const [placeWords, setPlace] = useState("");
  const [what, setWhat] = useState("");
  return (
    <Form
      title={e("addHazard")}
      ready={area !== "" && placeWords.trim() !== "" && what.trim().length > 1}
      common={common}
      onSend={async () => {
        const made = (await send(common.token, "/embedded/hazards", { id, area: Number(area), placeWords, what })) as {
          readonly number: string;
        };
        return e("savedHazard", { n: made.number });
      }}
    >
      <Field label={e("where")}>
        {(ids) => (
          <Select
            {...ids}
            value={area}
            options={areas.map(({ key, name }) => ({ value: String(key), label: name }))}
            onChange={(event) => setArea(event.target.value)}
          />
        )}
      </Field>
      <Field label={e("place")}>
        {(ids) => <Input {...ids} value={placeWords} maxLength={200} onChange={(event) => setPlace(event.target.value)} />}
      </Field>
      <Field label={e("what")}>
        {(ids) => <TextArea {...ids} maxLength={1_000} value={what} onChange={(event) => setWhat(event.target.value)} />}
      </Field>
    </Form>
  );
}

const DAYS = 3;

export function MoveForm({
  move,
  event,
  ...common
}: Common & { readonly move: "take" | "finish"; readonly event: Home["events"][number] }) {
  const [dueOn, setDueOn] = useState(dayKey(serverNow() + DAYS * 86_400_000));
  const [result, setResult] = useState("");
  return (
    <Form
      title={`${e(move)} ${event.title}`}
      ready={move === "take" ? dueOn !== "" : result.trim() !== ""}
      common={common}
      onSend={async () => {
        await send(common.token, `/embedded/events/${event.id}/${move}`, move === "take" ? { dueOn } : { result });
        return e("saved");
      }}
    >
      {move === "take" ? (
        <Field label={e("dueOn")}>
          {(ids) => <Input {...ids} type="date" value={dueOn} onChange={(given) => setDueOn(given.target.value)} />}
        </Field>
      ) : (
        <Field label={e("result")}>
          {(ids) => <TextArea {...ids} maxLength={2_000} value={result} onChange={(given) => setResult(given.target.value)} />}
        </Field>
      )}
    </Form>
  );
}
