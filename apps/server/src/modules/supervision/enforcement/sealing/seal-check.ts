/** 查封巡查: is the seal whole? Follow-up checks while a place is closed. */
import { defineLedger } from "#platform/ledger/define.ts";
import { day, files, long, person, ref, yes } from "#platform/ledger/fields.ts";
import { seal } from "./cases.ts";

export const sealCheck = defineLedger("enforcement.seal-check", {
  label: "查封巡查",
  counter: "次",
  title: "checkedOn",
  record: { on: "checkedOn", lockDays: 7 },
  partOf: "seal",
  fields: {
    seal: ref("临时查封", seal, { required: true }),
    checkedOn: day("巡查日期", { required: true }),
    checkedBy: person("巡查人", { required: true }),
    intact: yes("封条完好", { required: true, indexed: true }),
    inUse: yes("擅自使用", { required: true }),
    found: long("情况", { max: 1_000 }),
    photos: files("照片", { max: 12 }),
  },
  list: {
    columns: ["seal", "checkedOn", "checkedBy", "area", "intact", "inUse"],
    filters: ["area", "checkedOn", "intact"],
    sort: "-checkedOn",
  },
  views: { broken: { label: "封条损坏或擅自使用", where: { any: [{ intact: false }, { inUse: true }] }, sort: "-checkedOn" } },
});
