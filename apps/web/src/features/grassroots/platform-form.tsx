/** Registering a platform, or changing one; what is wrong stands at its field. */
import type { Takes } from "@suiren/api-client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Checkbox, Field, Input, Select } from "../../ui/field.tsx";
import { Popover } from "../../ui/popover.tsx";
import { toast } from "../../ui/toast.tsx";
import { KEY, type Platform } from "./model.ts";
import { p } from "./platform-words.ts";

const kinds = ["city", "grassroots", "security", "community", "other"] as const;
const scopes = ["events", "feedback", "warnings", "embed", "problems"] as const;
type Given = Takes<"POST", "/grassroots/platforms">;

type Draft = {
  readonly key: string;
  readonly name: string;
  readonly kind: (typeof kinds)[number];
  readonly area: number | null;
  readonly scopes: readonly (typeof scopes)[number][];
  readonly webhookUrl: string;
  readonly allowPrivate: boolean;
  readonly origin: string;
  readonly perMinute: string;
};

const draftOf = (platform: Platform | null): Draft => ({
  key: platform?.key ?? "",
  name: platform?.name ?? "",
  kind: platform?.kind ?? "grassroots",
  area: platform?.area ?? null,
  scopes: platform?.scopes ?? ["events", "feedback"],
  webhookUrl: platform?.webhookUrl ?? "",
  allowPrivate: platform?.allowPrivate ?? false,
  origin: platform?.origin ?? "",
  perMinute: String(platform?.perMinute ?? 60),
});

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

export function PlatformForm({
  platform,
  onClose,
  onSecret,
}: {
  readonly platform: Platform | null;
  readonly onClose: () => void;
  readonly onSecret: (secret: string) => void;
}) {
  const client = useQueryClient();
  const [draft, setDraft] = useState(draftOf(platform));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [busy, setBusy] = useState(false);
  const [areaName, setAreaName] = useState(platform?.areaName ?? null);
  const set = <K extends keyof Draft>(key: K, value: Draft[K]) => setDraft({ ...draft, [key]: value });
  const send = async () => {
    setBusy(true);
    setProblems({});
    const { key, area, webhookUrl, origin, perMinute, ...rest } = draft;
    const given = {
      ...rest,
      scopes: [...rest.scopes],
      area: area ?? 0,
      webhookUrl: orNull(webhookUrl),
      origin: orNull(origin),
      perMinute: Number(perMinute),
    };
    try {
      if (platform) {
        const saved = await api.put("/grassroots/platforms/{id}", { ...given, id: platform.id, version: platform.version });
        toast.done(p(saved.state === "pending" ? "savedPending" : "saved"));
      } else {
        const made = await api.post("/grassroots/platforms", { ...given, key } as Given);
        onSecret(made.secret);
      }
      await client.invalidateQueries({ queryKey: [KEY] });
      onClose();
    } catch (error) {
      if (error instanceof ApiError && error.problems.length > 0)
        setProblems(Object.fromEntries(error.problems.map((each) => [each.field, each.message ?? each.problem ?? ""])));
      else toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={platform ? platform.name : p("register")}
      width={560}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{p("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {p("save")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 10 }}>
        <Field label={p("name")} error={problems.name}>
          {(ids) => <Input {...ids} value={draft.name} maxLength={60} onChange={(event) => set("name", event.target.value)} />}
        </Field>
        {!platform && (
          <Field label={p("key")} help={p("keyHint")} error={problems.key}>
            {(ids) => (
              <Input
                {...ids}
                value={draft.key}
                maxLength={40}
                placeholder="jczz-330802"
                onChange={(event) => set("key", event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label={p("kind")}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.kind}
              options={kinds.map((each) => ({ value: each, label: p(each) }))}
              onChange={(event) => set("kind", kinds.find((each) => each === event.target.value) ?? "other")}
            />
          )}
        </Field>
        <Field label={p("area")} error={problems.area}>
          {() => (
            <span className="row">
              {areaName && <b style={{ fontWeight: 500 }}>{areaName}</b>}
              <Popover buttonClass="btn btn-plain btn-normal" button={p("choose")}>
                {(close) => (
                  <AreaPicker
                    onChoose={(chosen) => {
                      setAreaName(chosen.fullName);
                      set("area", chosen.key);
                      close();
                    }}
                  />
                )}
              </Popover>
            </span>
          )}
        </Field>
        <Field label={p("scopes")} error={problems.scopes}>
          {() => (
            <span className="row" style={{ flexWrap: "wrap", gap: 12 }}>
              {scopes.map((each) => (
                <Checkbox
                  key={each}
                  label={p(each)}
                  checked={draft.scopes.includes(each)}
                  onChange={(event) =>
                    set(
                      "scopes",
                      scopes.filter((one) => (one === each ? event.target.checked : draft.scopes.includes(one))),
                    )
                  }
                />
              ))}
            </span>
          )}
        </Field>
        <Field
          label={p("webhook")}
          optional={!draft.scopes.includes("feedback") && !draft.scopes.includes("warnings")}
          error={problems.webhookUrl}
        >
          {(ids) => <Input {...ids} type="url" value={draft.webhookUrl} onChange={(event) => set("webhookUrl", event.target.value)} />}
        </Field>
        <Checkbox label={p("allowPrivate")} checked={draft.allowPrivate} onChange={(event) => set("allowPrivate", event.target.checked)} />
        <p className="caption t3">{p("allowPrivateHint")}</p>
        <Field label={p("origin")} help={p("originHint")} optional={!draft.scopes.includes("embed")} error={problems.origin}>
          {(ids) => <Input {...ids} value={draft.origin} onChange={(event) => set("origin", event.target.value)} />}
        </Field>
        <Field label={p("perMinute")} error={problems.perMinute}>
          {(ids) => (
            <Input {...ids} inputMode="numeric" value={draft.perMinute} onChange={(event) => set("perMinute", event.target.value)} />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
