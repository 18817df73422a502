/** The byte-by-byte map of a frame for people who connect devices 报文逐字段解读: every byte once, sound frame or not. */
import { type AddressReading, addresses, type ComponentAddressMode, formatAddress } from "./address.ts";
import { type FieldText, fieldText } from "./adu/field-text.ts";
import type { Field } from "./adu/layouts.ts";
import { fieldSize } from "./adu/layouts.ts";
import { objectSize, type PlainObject, type Reading, readField } from "./adu/read.ts";
import { hexByte, toHex, u8, u16 } from "./bytes.ts";
import { type Dialect, findDialect, nameOf, type ProfileChoice, standardDialect } from "./dialect.ts";
import { checksum, readHeader, wire } from "./frame.ts";
import { anomalyTexts, errorTexts, type Label } from "./trouble.ts";

export type FieldRole = "framing" | "header" | "adu" | "deciding" | "time" | "checksum" | "padding";

/** `text` is Chinese, `textEn` English. `object` numbers the information object from 0. `problem` says what is wrong with these bytes. */
export interface DescribedField {
  readonly offset: number;
  readonly length: number;
  readonly key: string;
  readonly labelZh: string;
  readonly labelEn: string;
  readonly raw: string;
  readonly text: string;
  readonly textEn: string;
  readonly role: FieldRole;
  readonly object: number | null;
  readonly problem: Label | null;
}

export interface DescribeOptions {
  readonly profile?: ProfileChoice | undefined;
  /** How frame addresses are shown; the profile's way when left out. */
  readonly addressReading?: AddressReading | undefined;
  /** Where the zone sits in a component address. */
  readonly componentAddressMode?: ComponentAddressMode | undefined;
}

/** Maps every byte of `bytes`, in order and without gaps, to what it says. Never throws; no bytes give an empty list. */
export function describeFrame(bytes: Uint8Array, options: DescribeOptions = {}): DescribedField[] {
  const dialect = findDialect(options.profile) ?? standardDialect;
  const map = new FieldMap(bytes);
  const started = bytes.length >= 2 && u8(bytes, 0) === wire.start && u8(bytes, 1) === wire.start;
  if (!started || bytes.length < wire.headBytes) {
    if (started) map.add(2, "start", "framing", startLabel, { zh: "@@", en: "@@" });
    map.addUnread(bytes.length, started ? errorTexts["too-short"] : errorTexts["no-start"]);
    return map.fields;
  }
  describeHead(map, dialect, options);
  const aduBytes = u16(bytes, wire.lengthAt);
  if (aduBytes > wire.mostAduBytes) {
    map.addUnread(bytes.length, errorTexts["length-over-limit"]);
    return map.fields;
  }
  const aduEnd = wire.aduAt + aduBytes;
  describeAdu(map, dialect, options, Math.min(aduEnd, bytes.length));
  if (bytes.length >= aduEnd + 3) describeTail(map, aduEnd);
  else map.addUnread(bytes.length, errorTexts.truncated);
  map.addUnread(bytes.length, errorTexts["trailing-bytes"]);
  return map.fields;
}

/** The list while it grows: knows where the next field begins, so no byte is left out or told twice. */
class FieldMap {
  readonly fields: DescribedField[] = [];
  readonly bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  add(
    length: number,
    key: string,
    role: FieldRole,
    label: Label,
    text: Label,
    problem: Label | null = null,
    object: number | null = null,
  ): void {
    const raw = toHex(this.bytes, this.at, length);
    const named = { key, labelZh: label.zh, labelEn: label.en, raw, text: text.zh, textEn: text.en };
    this.fields.push({ offset: this.at, length, ...named, role, object, problem });
    this.at += length;
  }

  addUnread(end: number, problem: Label): void {
    const raw = toHex(this.bytes, this.at, end - this.at);
    if (this.at < end)
      this.add(end - this.at, "unread", "padding", { zh: "未解读字节", en: "unread bytes" }, { zh: raw, en: raw }, problem);
  }
}

const startLabel: Label = { zh: "启动符", en: "start" };
const same = (text: string): Label => ({ zh: text, en: text });
const coded = (code: number, name: Label): Label => ({ zh: `${code} ${name.zh}`, en: `${code} ${name.en}` });

function describeHead(map: FieldMap, dialect: Dialect, options: DescribeOptions): void {
  const { bytes } = map;
  const header = readHeader(bytes, 0, dialect);
  const { anomaly } = dialect.times.at(bytes, wire.timeAt);
  const reading = options.addressReading ?? dialect.profile.addressReading;
  const known = dialect.commands[header.command] !== undefined;
  map.add(2, "start", "framing", startLabel, same("@@"));
  map.add(2, "sequence", "header", { zh: "业务流水号", en: "sequence" }, same(String(header.sequence)));
  map.add(2, "version", "header", { zh: "协议版本", en: "version" }, same(`${header.version.major}.${header.version.user}`));
  map.add(6, "timestamp", "time", { zh: "时间标签", en: "time stamp" }, timeText(header.timestamp), anomaly && anomalyTexts[anomaly]);
  map.add(6, "source", "header", { zh: "源地址", en: "source" }, same(formatAddress(addresses.at(bytes, wire.sourceAt), reading)));
  map.add(6, "destination", "header", { zh: "目的地址", en: "destination" }, same(formatAddress(header.destination, reading)));
  map.add(2, "length", "framing", { zh: "应用数据长度", en: "length" }, same(String(u16(bytes, wire.lengthAt))));
  const name = nameOf("commands", header.command, dialect.profile);
  const problem = known ? null : anomalyTexts["unknown-command"];
  map.add(1, "command", "header", { zh: "命令字节", en: "command" }, coded(header.command, name), problem);
}

function timeText(iso: string | null): Label {
  return iso === null ? { zh: "未知", en: "unknown" } : same(iso.slice(0, 19).replace("T", " "));
}

function describeAdu(map: FieldMap, dialect: Dialect, options: DescribeOptions, end: number): void {
  if (map.at >= end) return;
  if (end - map.at === 1) {
    const type = u8(map.bytes, map.at);
    const oneByte = dialect.types[type]?.flag.oneByte === true;
    const name = nameOf("typeFlags", type, dialect.profile);
    map.add(1, "type", "adu", { zh: "类型标志", en: "type flag" }, coded(type, name), oneByte ? null : anomalyTexts["short-adu"]);
    return;
  }
  const type = u8(map.bytes, map.at);
  const count = u8(map.bytes, map.at + 1);
  const known = dialect.types[type];
  const name = nameOf("typeFlags", type, dialect.profile);
  const text = { zh: `${type} ${name.zh}，${count} 个`, en: `${type} ${name.en}, ${count}` };
  map.add(2, "type", "adu", { zh: "类型、对象数", en: "type, objects" }, text, known ? null : anomalyTexts["unknown-type"]);
  for (let object = 0; known?.flag.layout && object < count; object++) {
    if (objectSize(map.bytes, map.at, end, known.fields) === null) break;
    describeObject(map, dialect, options, known.fields, object);
  }
  const rest = toHex(map.bytes, map.at, end - map.at);
  const problem = known && known.flag.layout === null ? null : anomalyTexts["rest-bytes"];
  if (rest !== "") map.add(end - map.at, "rest", "adu", { zh: "其余字节", en: "remaining bytes" }, same(rest), problem);
}

function describeObject(map: FieldMap, dialect: Dialect, options: DescribeOptions, fields: readonly Field[], number: number): void {
  const reading: Reading = { bytes: map.bytes, frameStart: 0, dialect, anomalies: [] };
  const object: PlainObject = {};
  let at = map.at;
  const told: { field: Field; size: number; text: FieldText; problem: Label | null }[] = [];
  for (const field of fields) {
    const before = reading.anomalies.length;
    readField(reading, at, field, object);
    const size = fieldSize(field, u8(map.bytes, at));
    const found = reading.anomalies[before];
    const text = fieldText(field, object, dialect, options.componentAddressMode);
    told.push({ field, size, text, problem: found ? anomalyTexts[found.code] : null });
    at += size;
  }
  for (let i = 0; i < told.length; i++) {
    const one = told[i];
    const next = told[i + 1];
    if (!one) continue;
    if (one.field.key === "systemType" && next?.field.key === "systemAddress") {
      const text = { zh: `${one.text.zh}，${next.text.zh}`, en: `${one.text.en}, ${next.text.en}` };
      map.add(2, "system", "adu", { zh: "系统类型、地址", en: "system type, address" }, text, null, number);
      i += 1;
    } else map.add(one.size, one.field.key, one.text.role, one.field, one.text, one.problem, number);
  }
}

function describeTail(map: FieldMap, at: number): void {
  const { bytes } = map;
  const stated = hexByte(u8(bytes, at)).toUpperCase();
  const computed = hexByte(checksum(bytes, wire.sequenceAt, at)).toUpperCase();
  const text = { zh: `${stated}，算得 ${computed}`, en: `${stated}, computed ${computed}` };
  map.add(1, "checksum", "checksum", { zh: "校验和", en: "checksum" }, text, stated === computed ? null : errorTexts["bad-checksum"]);
  const ended = u8(bytes, at + 1) === wire.end && u8(bytes, at + 2) === wire.end;
  const shown = same(ended ? "##" : toHex(bytes, at + 1, 2));
  map.add(2, "end", "framing", { zh: "结束符", en: "end" }, shown, ended ? null : errorTexts["bad-end"]);
}
