/** 认领: an address that already speaks becomes a device of a unit; a fire it reported is raised at once. */
import type { Gives } from "@suiren/api-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { schemaOf } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, Select } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import type { DevicesAddress } from "./address.ts";
import { type FoundUnit, UnitSearch } from "./unit-search.tsx";
import { t } from "./words.ts";

/** Dialects of `packages/gb26875`; the standard itself needs no name. */
const PROFILES = [
  "dahua",
  "four-faith",
  "ei",
  "fubei",
  "anjisi",
  "fscn8001",
  "dgiot",
  "big-endian-sequence",
  "fire-cannon",
  "tag-base",
] as const;

export type ClaimProps = {
  readonly address: string;
  readonly onClose: () => void;
  readonly onOpen: (next: Partial<DevicesAddress>) => void;
};

export function Claim({ address, onClose, onOpen }: ClaimProps) {
  const client = useQueryClient();
  const kinds = useQuery(schemaOf("facilities/transmitter")).data?.fields.find((field) => field.key === "kind")?.choices ?? {};
  const [unit, setUnit] = useState<FoundUnit | null>(null);
  const [name, setName] = useState("");
  const [kind, setKind] = useState("transmitter");
  const [profile, setProfile] = useState("");
  const [model, setModel] = useState("");
  const claim = useMutation({
    mutationFn: ({ id }: FoundUnit) =>
      api.post<Gives<"POST", "/devices/unregistered/{address}/claim">>(`devices/unregistered/${encodeURIComponent(address)}/claim`, {
        unit: id,
        name: name.trim(),
        kind,
        ...(profile ? { profile } : {}),
        ...(model.trim() ? { model: model.trim() } : {}),
      }),
    onSuccess: ({ raised }, { id, name: unitName }) => {
      const said = { address: address.toUpperCase(), unit: unitName, n: raised };
      toast.done(t(raised > 0 ? "claimedFires" : "claimed", said));
      onClose();
      onOpen({ tab: "registered", unit: id, device: address, message: "" });
    },
    onError: (error) => toast.trouble(error),
    onSettled: () => client.invalidateQueries({ queryKey: ["devices"] }),
  });
  const missing = unit === null ? t("needUnit") : name.trim() === "" ? t("needName") : undefined;
  return (
    <Dialog
      title={t("claimTitle", { address: address.toUpperCase() })}
      onClose={onClose}
      width={480}
      foot={
        <>
          <Button size="large" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button size="large" kind="primary" busy={claim.isPending} reason={missing} onClick={() => unit && claim.mutate(unit)}>
            {t("claim")}
          </Button>
        </>
      }
    >
      <div className="claim">
        <div>
          <span className="field-label">{t("claimUnit")}</span>
          {unit ? (
            <p className="claim-unit">
              <b>{unit.name}</b>
              <span className="t3 small truncate">{unit.address}</span>
              <button type="button" className="link" onClick={() => setUnit(null)}>
                {t("otherUnit")}
              </button>
            </p>
          ) : (
            <UnitSearch onChoose={setUnit} />
          )}
        </div>
        <Field label={t("claimName")}>
          {(ids) => <Input {...ids} value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <Field label={t("claimKind")}>
          {(ids) => (
            <Select
              {...ids}
              value={kind}
              onChange={(event) => setKind(event.target.value)}
              options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            />
          )}
        </Field>
        <Field label={t("claimProfile")}>
          {(ids) => (
            <Select
              {...ids}
              value={profile}
              empty={t("standard")}
              onChange={(event) => setProfile(event.target.value)}
              options={PROFILES.map((value) => ({ value, label: value }))}
            />
          )}
        </Field>
        <Field label={t("claimModel")} optional>
          {(ids) => <Input {...ids} value={model} maxLength={60} onChange={(event) => setModel(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
