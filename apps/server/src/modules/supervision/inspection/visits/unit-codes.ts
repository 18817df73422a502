/**
 * 单位码: what stands on the QR label at a unit's door. Twelve letters of a keyed hash, so that nobody can make one or guess another's; withdrawn and
 * issued anew when a label was copied. It names the unit and opens nothing by itself.
 */
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { subtreeOf } from "#platform/values.ts";

/** Crockford's letters: no I, L, O, U to be mistaken. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 12;

export function codeOf(hash: Uint8Array): string {
  let bits = 0n;
  for (const byte of hash.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  return Array.from({ length: LENGTH }, (_, i) => LETTERS[Number((bits >> BigInt(5 * i)) & 31n)]).join("");
}

/** What a person typed or a camera read: the address around it, dashes, small letters and mistaken ones fall away. */
export function readCode(given: string): string {
  const last = given.trim().split("/").at(-1) ?? "";
  return last
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
}

export type UnitCode = { readonly unit: string; readonly code: string };

/** Codes of these units; those without get theirs now. */
export async function codesOf(
  tx: Tx,
  { sealer }: Pick<Services, "sealer">,
  units: readonly { readonly id: string; readonly area: number }[],
): Promise<readonly UnitCode[]> {
  if (units.length === 0) return [];
  const fresh = units.map(({ id, area }) => ({ unit: id, area, code: codeOf(sealer.hash(`${id} 1`, "inspection.unit-code")) }));
  await sql`insert into inspection.unit_code (unit, area, code) select unit, area, code from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) as x(unit uuid, area bigint, code text)
    on conflict (unit) do nothing`.execute(tx);
  const { rows } =
    await sql<UnitCode>`select unit, code from inspection.unit_code where unit = any(${units.map(({ id }) => id)}::uuid[])`.execute(tx);
  return rows;
}

const tag = "监督检查";
const MOST = 500;
const label = z
  .object({ unit: z.uuid(), name: z.string(), address: z.string(), code: z.string() })
  .meta({ id: "UnitLabel", description: "一张单位码标签" });

export const unitLabelsRoute = route({
  method: "POST",
  path: "/inspection/unit-labels",
  tag,
  summary: "打印单位码",
  description: `所选单位或一个辖区内单位的标签，一次最多 ${MOST} 张。`,
  permission: "inspection.labels",
  input: z.object({
    units: z.array(z.uuid()).max(MOST).default([]),
    area: z.number().int().nullable().default(null),
    after: z.string().max(100).default(""),
  }),
  output: z.object({ labels: z.array(label), more: z.boolean() }),
  async run({ tx, services, audit }, { units, area, after }) {
    const range = area === null ? null : subtreeOf(area);
    const chosen = range ? sql`u.area between ${range.lo} and ${range.hi}` : sql`u.id = any(${units}::uuid[])`;
    const { rows } = await sql<{
      id: string;
      area: number;
      name: string;
      address: string;
    }>`select u.id, u.area, u.name, u.address from places.unit u
      where u.deleted_at is null and ${chosen} and u.name > ${after} order by u.name, u.id limit ${MOST + 1}`.execute(tx);
    const shown = rows.slice(0, MOST);
    const codes = new Map((await codesOf(tx, services, shown)).map(({ unit, code }) => [unit, code]));
    audit({ detail: { labels: shown.length, area } });
    return ok({
      labels: shown.map(({ id, name, address }) => ({ unit: id, name, address, code: codes.get(id) ?? "" })),
      more: rows.length > MOST,
    });
  },
});

export const reissueCodeRoute = route({
  method: "POST",
  path: "/inspection/unit-labels/:unit/reissue",
  tag,
  summary: "换发单位码",
  description: "旧标签从此无效。",
  permission: "inspection.labels",
  input: z.object({ unit: z.uuid() }),
  output: z.object({ code: z.string() }),
  async run({ tx, services, audit }, { unit }) {
    const { rows } = await sql<{
      serial: number;
      area: number;
    }>`update inspection.unit_code set serial = serial + 1, issued_at = now() where unit = ${unit} returning serial, area`.execute(tx);
    const row = rows[0];
    if (!row) return refuse("not_found", "inspection.unknown_code");
    const code = codeOf(services.sealer.hash(`${unit} ${row.serial}`, "inspection.unit-code"));
    await sql`update inspection.unit_code set code = ${code} where unit = ${unit}`.execute(tx);
    audit({ subject: "places.unit", subjectId: unit, area: row.area });
    return ok({ code });
  },
});

export const scanRoute = route({
  method: "GET",
  path: "/inspection/unit-codes/:code",
  tag,
  summary: "扫单位码",
  permission: "inspection.field",
  input: z.object({ code: z.string().max(200) }),
  output: z.object({ unit: z.uuid() }),
  async run({ tx }, { code }) {
    const { rows } = await sql<{ unit: string }>`select unit from inspection.unit_code where code = ${readCode(code)}`.execute(tx);
    return rows[0] ? ok({ unit: rows[0].unit }) : refuse("not_found", "inspection.unknown_code");
  },
});
