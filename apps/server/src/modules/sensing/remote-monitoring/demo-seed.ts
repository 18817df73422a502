/** Ninety days of the demonstration city's alarms, all closed, so that statistics, nuisance lists and point histories have something to show. */
import { sql } from "kysely";
import { componentTypeName, deviceWords, placeWords, shortNumber, systemTypeName } from "#modules/ground/facilities/index.ts";
import { demoCityOf, demoId, generateDemoHistory, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { dayOf, keyOfCode } from "#platform/values.ts";
import { alarm } from "./alarm.ts";
import { alarmKinds, alarmNumber } from "./domain/kinds.ts";

const SEED = 90;
const LINES = 1_000;

type City = Awaited<ReturnType<typeof demoCityOf>>;
type Past = ReturnType<typeof generateDemoHistory>["alarms"][number];

export async function seedDemoHistory(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const city = await demoCityOf(services);
  const { alarms } = generateDemoHistory({ city, seed: SEED, now: services.clock.now() });
  const rows = rowsOf(city, alarms);
  await insertDemo(tx, services, alarm, rows);
  await insertLines(tx, alarms);
  await sql`insert into remote_monitoring.alarm_counter (prefix, day, last)
    select split_part(number, '-', 1), (substr(split_part(number, '-', 2), 1, 4) || '-' || substr(split_part(number, '-', 2), 5, 2) || '-' || substr(split_part(number, '-', 2), 7, 2))::date,
      max(split_part(number, '-', 3)::int) from remote_monitoring.alarm group by 1, 2 on conflict do nothing`.execute(tx);
  report(`警情 ${alarms.length} 起，均已办结（演示数据）`);
}

function rowsOf(city: City, alarms: readonly Past[]): readonly StoredRow[] {
  const units = new Map(city.units.map((unit) => [unit.key, unit]));
  const components = new Map(city.components.map((component) => [component.key, component]));
  const transmitters = new Map(city.transmitters.map((transmitter) => [transmitter.key, transmitter]));
  const counters = new Map<string, number>();
  return alarms.map((past) => {
    const unit = units.get(past.unit);
    const component = past.component ? components.get(past.component) : undefined;
    const transmitter = transmitters.get(past.transmitter);
    if (!unit || !transmitter) throw new Error(`the generated alarm ${past.key} has no unit`);
    const day = dayOf(past.openedAt);
    const sequence = (counters.get(`${past.kind}${day}`) ?? 0) + 1;
    counters.set(`${past.kind}${day}`, sequence);
    const facts = component && {
      ...component,
      typeName: componentTypeName(component.componentType),
      systemName: systemTypeName(component.systemType),
      description: null,
    };
    return {
      id: demoId(past.key),
      area: keyOfCode(unit.area),
      demo: true,
      values: {
        number: alarmNumber(past.kind, day, sequence),
        kind: past.kind,
        unit: demoId(unit.key),
        unitName: unit.name,
        transmitter: demoId(transmitter.key),
        address: past.address,
        systemType: component?.systemType ?? null,
        systemAddress: component?.systemAddress ?? null,
        componentType: component?.componentType ?? null,
        componentAddress: component?.componentAddress ?? null,
        component: component ? demoId(component.key) : null,
        building: component ? demoId(component.building) : null,
        floor: component?.floor ?? null,
        zone: component?.zone ?? null,
        placeWords: facts ? placeWords(facts) : transmitter.name,
        deviceWords: facts ? deviceWords(facts) : transmitter.name,
        numbers: facts ? shortNumber(facts) : null,
        what: alarmKinds[past.kind],
        grade: "normal",
        points: 1,
        occurredAt: past.openedAt.toISOString(),
        acceptedAt: past.acceptedAt.toISOString(),
        concludedAt: (past.verifiedAt ?? past.closedAt).toISOString(),
        confirmedAt: past.conclusion === "real" ? (past.verifiedAt ?? past.closedAt).toISOString() : null,
        verifyMethod: past.verifyMethod,
        conclusion: past.conclusion,
        cause: past.cause,
        causeNote: past.causeNote,
        state: past.state,
        openedAt: past.openedAt.toISOString(),
        lastAt: past.openedAt.toISOString(),
        closedAt: past.closedAt.toISOString(),
        repeats: past.repeats,
        holderPost: "duty-officer",
      },
    };
  });
}

/** Three lines tell a closed alarm: it came, somebody took it, it ended. */
async function insertLines(tx: Tx, alarms: readonly Past[]): Promise<void> {
  const lines = alarms.flatMap((past) => [
    {
      case_id: demoId(past.key),
      at: past.openedAt,
      kind: "device",
      actor_name: "演示设备",
      move: null,
      from_state: null,
      to_state: "reported",
    },
    {
      case_id: demoId(past.key),
      at: past.acceptedAt,
      kind: "person",
      actor_name: past.officer,
      move: "accept",
      from_state: "reported",
      to_state: "accepted",
    },
    {
      case_id: demoId(past.key),
      at: past.closedAt,
      kind: "person",
      actor_name: past.officer,
      move: null,
      from_state: "accepted",
      to_state: past.state,
    },
  ]);
  for (let from = 0; from < lines.length; from += LINES) {
    await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, move, from_state, to_state)
      select ${alarm.name}, x.case_id, x.at, x.kind, x.actor_name, x.move, x.from_state, x.to_state
      from jsonb_to_recordset(${JSON.stringify(lines.slice(from, from + LINES))}::jsonb) as x(case_id uuid, at timestamptz, kind text, actor_name text, move text, from_state text, to_state text)`.execute(
      tx,
    );
  }
}
