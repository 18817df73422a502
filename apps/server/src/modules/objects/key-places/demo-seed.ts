/** The registers and two campaigns of the demonstration city. Invented; marked as such. */
import { sql } from "kysely";
import { demoCityOf, demoId, insertDemo } from "#modules/ground/places/index.ts";
import { systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, keyOfCode, startOfDay } from "#platform/values.ts";
import { campaign } from "./campaigns/campaign.ts";
import { addObjects, type Choice } from "./campaigns/choose-objects.ts";
import { settleObjects } from "./campaigns/settle.ts";
import { demoRegisters } from "./demo/registers.ts";
import { eventSecurity, eventVenue } from "./security/event-security.ts";
import { highRiskPlace, surveySheet } from "./survey/survey-sheet.ts";
import { serviceRequest } from "./village/service-request.ts";

const CITY_LEVEL = 1e11;
const TOWN_LEVEL = 1e6;

export async function seedDemoKeyPlaces(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const { units } = await demoCityOf(services);
  const today = services.clock.today();
  const city = services.city.range.lo;
  const organs = await sql<{ id: string; area: number; kind: string }>`select id, area, kind from organizations.v_organ
    where kind in ('fire-brigade', 'government') order by area, id`.execute(tx);
  const brigade = organs.rows.find(({ kind }) => kind === "fire-brigade");
  if (!brigade) return;
  const made = demoRegisters(units, brigade.id, today);
  const byLedger = Map.groupBy(made, ({ ledger }) => ledger);
  for (const [name, rows] of byLedger)
    await insertDemo(
      tx,
      services,
      { name },
      rows.map(({ key, at, values, refs = [] }): StoredRow => {
        const placed = services.catalog.get(name).ledger.place === "point" ? { lon: at.lon, lat: at.lat, datum: "wgs84" } : {};
        const resolved = Object.fromEntries(
          Object.entries(values).map(([field, value]) => [field, refs.includes(field) ? demoId(String(value)) : value]),
        );
        return { id: demoId(key), area: keyOfCode(at.area), demo: true, values: { ...resolved, ...placed } };
      }),
    );
  await seedCases(tx, services, brigade.id);
  // A street of the cast's clerk has its own campaign, the city one over nine industries.
  const town = Math.floor(keyOfCode(units[0]?.area ?? "") / TOWN_LEVEL) * TOWN_LEVEL;
  const street = organs.rows.find(({ area, kind }) => area === town && kind === "government") ?? brigade;
  await seedCampaign(tx, services, "city", "全市重点行业九类单位集中排查整治", "keyIndustries", brigade.id, {
    source: "places.unit",
    where: {
      kind: [
        "school",
        "boardingSchool",
        "kindergarten",
        "nursing",
        "entertainment",
        "hotel",
        "shop",
        "hospital",
        "religious",
        "relic",
        "museum",
      ],
    },
    area: Math.floor(city / CITY_LEVEL) * CITY_LEVEL === city ? city : services.city.range.lo,
  });
  await seedCampaign(tx, services, "street", "餐饮场所燃气消防安全专项整治", "gas", street.id, {
    source: "places.unit",
    where: { kind: ["restaurant", "smallPlace"] },
    area: town,
  });
  report(`重点场所 ${made.length} 条，专项整治 2 项（演示数据）`);
}

/** A campaign a month under way: seven in ten objects checked, the hazards of those units found in it. */
async function seedCampaign(
  tx: Tx,
  services: Services,
  key: string,
  name: string,
  field: string,
  lead: string,
  choice: Choice,
): Promise<void> {
  const today = services.clock.today();
  const [startsOn, middle, endsOn] = [addDays(today, -45), addDays(today, 10), addDays(today, 60)];
  const id = demoId(`campaign ${key}`);
  const opened = startOfDay(startsOn).toISOString();
  await insertDemo(tx, services, campaign, [
    {
      id,
      area: choice.area,
      demo: true,
      values: {
        name,
        field,
        template: key === "city" ? "key-industries" : "gas",
        checklist: key === "city" ? null : "restaurant",
        ground: "2026 年消防安全专项整治方案",
        lead,
        startsOn,
        endsOn,
        stages: [
          { name: "摸底排查", from: startsOn, to: addDays(today, -10), goal: "对象逐一查到", of: "checked", rate: 100 },
          { name: "集中整治", from: addDays(today, -9), to: middle, goal: "问题清单逐项销号", of: "cleared", rate: 80 },
          { name: "巩固提升", from: addDays(middle, 1), to: endsOn, goal: "清单清零", of: "cleared", rate: 100 },
        ],
        source: choice.source,
        scope: JSON.stringify(choice.where),
        objects: 0,
        checkedTarget: 100,
        clearedTarget: 95,
        measure: "hazard-loop.closed_rate",
        measureBefore: 86.4,
        startedOn: startsOn,
        state: "running",
        openedAt: opened,
        lastAt: opened,
        dueAt: startOfDay(addDays(endsOn, 1)).toISOString(),
        repeats: 1,
        holderOrgan: lead,
      },
    },
  ]);
  const reader = systemReader(services, tx, services.clock.now(), today);
  const objects = orThrow(await addObjects(id, choice, reader));
  await sql`update key_places.campaign set objects = ${objects} where id = ${id}`.execute(tx);
  await sql`update key_places.campaign_object set checked_on = ${today}::date - (hashtext(object_id) & 31), checked_by = '方丽华', status = 'checked'
    where campaign = ${id} and (hashtext(object_id) & 1023) < 716`.execute(tx);
  await sql`update hazard_loop.hazard h set campaign = ${id} from key_places.campaign_object o
    where o.campaign = ${id} and o.unit = h.unit and o.status = 'checked' and h.campaign is null and h.found_on >= ${startsOn} and h.state <> 'void'`.execute(
    tx,
  );
  const { rows } = await sql<{ id: string }>`select id from key_places.campaign_object where campaign = ${id}`.execute(tx);
  await settleObjects(
    rows.map((row) => row.id),
    tx,
  );
}

/** Sheets, an event in preparation and a request, each in the middle of its life. */
async function seedCases(tx: Tx, services: Services, organ: string): Promise<void> {
  const { units } = await demoCityOf(services);
  const today = services.clock.today();
  const at = (days: number) => startOfDay(addDays(today, days)).toISOString();
  const life = (state: string, opened: number, due: number | null, closed: number | null = null) => ({
    state,
    openedAt: at(opened),
    lastAt: at(opened),
    dueAt: due === null ? null : at(due),
    closedAt: closed === null ? null : at(closed),
    repeats: 1,
    holderOrgan: organ,
  });
  const sheets = units.filter(({ kind }) => kind === "smallPlace" || kind === "factory").slice(0, 30);
  const rows = sheets.map((unit, i): StoredRow => {
    const entered = i % 3 !== 0;
    const surveyedOn = addDays(today, -(3 + i));
    return {
      id: demoId(`sheet ${i}`),
      area: keyOfCode(unit.area),
      demo: true,
      values: {
        survey: "2026 年全市火灾高风险专项调研",
        unit: demoId(unit.key),
        name: unit.name,
        kind: unit.kind === "factory" ? "production" : "mixed",
        address: unit.address,
        occupants: 12 + ((i * 7) % 90),
        factors: i % 2 === 0 ? ["lodging", "exits", "wiring"] : ["flammable", "eBike"],
        grade: i % 4 === 0 ? "elevated" : "high",
        surveyor: "胡小平",
        surveyedOn,
        ...(entered ? { verifier: "方丽华", verifiedOn: addDays(surveyedOn, 2), verifyNote: "现场复核属实" } : {}),
        lon: unit.lon,
        lat: unit.lat,
        datum: "wgs84",
        ...(entered ? life("entered", -(3 + i), null, -(1 + i)) : life("filled", -(3 + i), 3)),
      },
    };
  });
  await insertDemo(tx, services, surveySheet, rows);
  await insertDemo(
    tx,
    services,
    highRiskPlace,
    rows
      .filter(({ values }) => values.state === "entered")
      .map(({ id, area, values }) => {
        const { name, unit, kind, address, grade, factors, occupants, survey, surveyor, surveyedOn, verifiedOn, lon, lat, datum } = values;
        return {
          id,
          area,
          demo: true,
          values: {
            name,
            unit,
            kind,
            address,
            grade,
            factors,
            occupants,
            survey,
            surveyor,
            surveyedOn,
            sheet: id,
            enteredOn: verifiedOn,
            status: "listed",
            lon,
            lat,
            datum,
          },
        };
      }),
  );
  const [main, ...more] = units.filter(({ kind }) => kind === "stadium" || kind === "hotel" || kind === "shop").slice(0, 4);
  if (!main) return;
  const event = demoId("event 0");
  await insertDemo(tx, services, eventSecurity, [
    {
      id: event,
      area: Math.floor(keyOfCode(main.area) / 1e9) * 1e9,
      demo: true,
      values: {
        name: "南孔文化节消防安保",
        organizer: "市文化广电旅游局",
        lead: organ,
        opensOn: addDays(today, 9),
        closesOn: addDays(today, 12),
        people: 8_000,
        posts: [{ post: "主会场东门", people: 4, chief: "何伟", hours: "07:00–22:00" }],
        vehicles: [{ vehicle: "水罐消防车", place: "主会场北侧", crew: 7 }],
        checks: [{ on: addDays(today, 5), what: "场馆全面检查", by: "林晓东" }],
        lon: main.lon,
        lat: main.lat,
        datum: "wgs84",
        ...life("planned", -12, 9),
      },
    },
  ]);
  await insertDemo(
    tx,
    services,
    eventVenue,
    [main, ...more].map((unit, i) => ({
      id: demoId(`venue ${i}`),
      area: Math.floor(keyOfCode(main.area) / 1e9) * 1e9,
      demo: true,
      values: {
        event,
        name: unit.name,
        kind: i === 0 ? "main" : "hotel",
        unit: demoId(unit.key),
        chief: unit.manager ?? "",
        ...(i < 2 ? { checkedOn: addDays(today, -2), checkedBy: "林晓东" } : {}),
        lon: unit.lon,
        lat: unit.lat,
        datum: "wgs84",
      },
    })),
  );
  await insertDemo(tx, services, serviceRequest, [
    {
      id: demoId("service 0"),
      area: Math.floor(keyOfCode(main.area) / 1e6) * 1e6,
      demo: true,
      values: {
        project: "胡柚加工厂复工",
        kind: "restart",
        applicant: "镇人民政府",
        priority: true,
        question: "冷库夹芯板与用电如何处理",
        ...life("asked", -1, 2),
      },
    },
  ]);
}
