/** A profile made ready for use: the standard's tables with the profile's laid over them, and the readers they need. */
import { type Field, type LayoutName, layouts, type NameTable } from "./adu/layouts.ts";
import { FlagReader } from "./flags.ts";
import { type Profile, profiles, STANDARD_PROFILE } from "./profiles.ts";
import type { SixByteCache } from "./six-byte-cache.ts";
import { type AnalogType, analogTypes } from "./tables/analog-types.ts";
import { type Command, commands } from "./tables/commands.ts";
import { componentTypes } from "./tables/component-types.ts";
import { type FlagTableName, statusFlags } from "./tables/status-flags.ts";
import { systemTypes } from "./tables/system-types.ts";
import { type TypeFlag, typeFlags } from "./tables/type-flags.ts";
import { type TimeEncoding, timeReader, type WireTime } from "./time.ts";
import type { Label } from "./trouble.ts";

/** A profile by name, or one of your own. */
export type ProfileChoice = string | Profile;

export interface KnownType {
  readonly flag: TypeFlag;
  readonly fields: readonly Field[];
}

export interface Dialect {
  readonly profile: Profile;
  /** What a decoded frame carries as `profile`: absent for the standard. */
  readonly mark: string | undefined;
  readonly bigEndianSequence: boolean;
  readonly analog: "signed" | "unsigned" | "signed-big-endian";
  readonly timeEncoding: TimeEncoding;
  readonly times: SixByteCache<WireTime>;
  readonly flags: Readonly<Record<FlagTableName, FlagReader>>;
  readonly componentFlags: FlagReader;
  readonly types: readonly (KnownType | undefined)[];
  readonly typeFlags: Readonly<Record<number, TypeFlag>>;
  readonly commands: Readonly<Record<number, Command>>;
  readonly analogTypes: Readonly<Record<number, AnalogType>>;
  readonly names: Readonly<Record<NameTable, Readonly<Record<number, Label>>>>;
}

const dialects = new WeakMap<Profile, Dialect>();

function compile(profile: Profile): Dialect {
  const analogs = { ...analogTypes, ...profile.analogTypes };
  const typeTable = { ...typeFlags, ...profile.typeFlags };
  const flagsOf = (name: FlagTableName) => new FlagReader(profile.statusFlags?.[name] ?? statusFlags[name]);
  const flags = {
    system: flagsOf("system"),
    component: flagsOf("component"),
    device: flagsOf("device"),
    systemOperation: flagsOf("systemOperation"),
    deviceOperation: flagsOf("deviceOperation"),
  };
  const timeEncoding = profile.time ?? "binary";
  return {
    profile,
    mark: profile.name === STANDARD_PROFILE ? undefined : profile.name,
    bigEndianSequence: profile.sequence === "big-endian",
    analog: profile.analog ?? "signed",
    timeEncoding,
    times: timeReader(timeEncoding),
    flags,
    componentFlags: flags.component,
    types: Array.from({ length: 256 }, (_, code) => knownType(typeTable[code])),
    typeFlags: typeTable,
    commands: { ...commands, ...profile.commands },
    analogTypes: analogs,
    names: {
      systemTypes: { ...systemTypes, ...profile.systemTypes },
      componentTypes: { ...componentTypes, ...profile.componentTypes },
      analogTypes: analogs,
    },
  };
}

function knownType(flag: TypeFlag | undefined): KnownType | undefined {
  return flag && { flag, fields: flag.layout === null ? [] : layouts[flag.layout as LayoutName] };
}

function dialectOfProfile(profile: Profile): Dialect {
  const known = dialects.get(profile);
  if (known) return known;
  const dialect = compile(profile);
  dialects.set(profile, dialect);
  return dialect;
}

const standard = compile(profiles.get(STANDARD_PROFILE) as Profile);

/** The dialect of a choice; nothing chosen is the standard, a name nobody knows is `null`. */
export function findDialect(choice: ProfileChoice | undefined): Dialect | null {
  if (choice === undefined || choice === STANDARD_PROFILE) return standard;
  const profile = typeof choice === "string" ? profiles.get(choice) : choice;
  return typeof profile === "object" && profile !== null ? dialectOfProfile(profile) : null;
}

export { standard as standardDialect };

/** The name of a code in one of the tables; codes without one are 预留 reserved or, from 128, 用户自定义 user-defined. */
export function nameOf(table: NameTable | "typeFlags" | "commands", code: number, profile?: ProfileChoice): Label {
  const dialect = findDialect(profile) ?? standard;
  const names: Readonly<Record<number, Label>> = table === "typeFlags" || table === "commands" ? dialect[table] : dialect.names[table];
  return names[code] ?? (code >= 128 ? USER_DEFINED : RESERVED);
}

const RESERVED: Label = { zh: "预留", en: "reserved" };
const USER_DEFINED: Label = { zh: "用户自定义", en: "user-defined" };
