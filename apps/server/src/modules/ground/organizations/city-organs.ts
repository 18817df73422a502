/** The organs and areas a city is delivered with, without a database: for what is tried on a city before it is one's own. */
import { keyOfCode } from "#platform/values.ts";
import { type DivisionCode, loadDivisions } from "./data/divisions.ts";
import { departmentsOf, type Place } from "./domain/departments.ts";

export type CityOrgans = {
  readonly name: string;
  readonly organs: readonly {
    readonly id: string;
    readonly area: number;
    readonly name: string;
    readonly kind: string;
    readonly level: string;
    readonly member: boolean;
  }[];
  readonly areas: readonly {
    readonly key: number;
    readonly name: string;
    readonly level: string;
    readonly attributes: Readonly<Record<string, unknown>>;
  }[];
};

export async function cityOrgans(code: DivisionCode): Promise<CityOrgans> {
  const { name, areas } = await loadDivisions(code);
  const level = code.endsWith("00") ? "city" : "county";
  const root: Place = { code, name, level, parent: "" };
  const places = areas.flatMap(({ level: its, ...area }): Place[] => (its === "village" ? [] : [{ ...area, level: its }]));
  return {
    name,
    organs: departmentsOf([root, ...places]).map(({ place, key, name: called, kind, level: its, member }) => ({
      id: `${place}/${key}`,
      area: keyOfCode(place),
      name: called,
      kind,
      level: its,
      member,
    })),
    areas: [
      { key: keyOfCode(code), name, level, attributes: {} },
      ...areas.map((area) => ({ key: keyOfCode(area.code), name: area.name, level: area.level, attributes: {} })),
    ],
  };
}
