/** What several units of the demonstration city share: joint-defence groups, property firms, standardisation, the maintenance fund. */

import { sql } from "kysely";
import { type demoCityOf, demoId, unitKinds } from "#modules/ground/places/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, raiseCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, keyOfCode } from "#platform/values.ts";
import { standardFor } from "../domain/file-score.ts";
import { dutyFile } from "../duty-rules.ts";
import { responsible } from "../ledgers/file.ts";
import { standardisation } from "../ledgers/followed.ts";
import { activities, jointActivity, jointGroup, jointMember } from "../ledgers/joint.ts";
import { estate, fundRequest, serviceItem, serviceRecord } from "../ledgers/property.ts";
import { factsOf, loadUnits } from "../load.ts";
import type { Row, Unit } from "./seed.ts";

type City = Awaited<ReturnType<typeof demoCityOf>>;
type Put = (ledger: { readonly name: string }, rows: readonly Row[], refs?: readonly string[]) => Promise<void>;
export type Sharing = {
  readonly tx: Tx;
  readonly services: Services;
  readonly city: City;
  readonly today: CalendarDate;
  readonly flagship: Unit;
  readonly put: Put;
};

export async function seedShared(sharing: Sharing): Promise<void> {
  await seedJoint(sharing);
  await seedProperty(sharing);
  await seedStandards(sharing);
}

/** The units nearest to three well-known ones. */
async function seedJoint({ city, today, flagship, put }: Sharing): Promise<void> {
  const leads = [
    flagship,
    ...city.units.filter((unit) => ["hotel", "shop"].includes(unit.kind) && unit.networked && unit !== flagship).slice(0, 2),
  ];
  const near = (lead: Unit): readonly Unit[] =>
    city.units
      .filter((unit) => unit !== lead && ["shop", "hotel", "restaurant", "smallPlace", "entertainment"].includes(unit.kind))
      .toSorted((a, b) => far(a, lead) - far(b, lead))
      .slice(0, 5);
  const groups = leads.map((lead, i) => ({ lead, key: `um-joint-${i}`, members: [lead, ...near(lead)] }));
  await put(
    jointGroup,
    groups.map(({ lead, key }) => ({
      key,
      unit: lead.key,
      name: `${lead.name}片区联防`,
      leader: lead.manager,
      phone: lead.dutyPhone ?? "0570-3030119",
      lon: lead.lon,
      lat: lead.lat,
      radiusM: 350,
      shared: [
        { what: "灭火器", count: 20, place: "控制室旁" },
        { what: "水带水枪", count: 4, place: "微型消防站" },
      ],
      rules: "三分钟到场互助；每月互查一次；器材共用、用后补齐",
    })),
  );
  await put(
    jointMember,
    groups.flatMap(({ key, members }) =>
      members.map((member) => ({
        key: `${key}-${member.key}`,
        group: key,
        unit: member.key,
        contact: member.manager,
        keyStaff: 2,
        joinedOn: addDays(today, -260),
      })),
    ),
    ["group"],
  );
  const kinds = Object.keys(activities);
  await put(
    jointActivity,
    groups.flatMap(({ key, members }) =>
      kinds.map((kind, i) => {
        const [by, checked] = [members[i % members.length], members[(i + 1) % members.length]];
        return {
          key: `${key}-activity-${kind}`,
          unit: by?.key ?? "",
          group: key,
          kind,
          heldOn: addDays(today, -(i * 5)),
          what: activityWords[i] ?? "",
          participants: 6 + i * 3,
          checkedUnit: kind === "hazards" ? checked?.key : null,
          checkedBy: kind === "hazards" ? by?.manager : null,
          found: kind === "hazards" ? 2 : 0,
        };
      }),
    ),
    ["group", "checkedUnit"],
  );
}
const activityWords = [
  "晨会点名，看通道和用电",
  "给沿街店铺讲用电安全",
  "集中检查灭火器压力",
  "成员互查，发现两处堵塞",
  "灭火器实操，三分钟到场",
];
const far = (a: { lon: number; lat: number }, b: { lon: number; lat: number }): number => Math.hypot(a.lon - b.lon, a.lat - b.lat);

async function seedProperty({ tx, services, city, today, put }: Sharing): Promise<void> {
  const homes = city.units.filter((unit) => unit.kind === "residence").slice(0, 6);
  const key = (home: Unit) => `um-estate-${home.key}`;
  await put(
    estate,
    homes.map((home, i) => ({
      key: key(home),
      unit: home.key,
      name: home.name,
      firm: ["锦源物业服务有限公司", "和美物业服务有限公司"][i % 2],
      households: 320 + i * 70,
      from: addDays(today, -500),
      until: addDays(today, 230 - i * 40),
    })),
  );
  const promised = [
    ["patrol", "每日防火巡查", "day", 1],
    ["check", "每月防火检查", "month", 12],
    ["publicity", "每季度入户宣传", "quarter", 40],
    ["drill", "每年疏散演练", "year", 150],
  ] as const;
  const items = homes.flatMap((home, i) =>
    promised.map(([kind, what, cycle, back], n) => ({
      key: `${key(home)}-${kind}`,
      unit: home.key,
      estate: key(home),
      kind,
      what,
      cycle,
      lastOn: i === 5 && n > 0 ? addDays(today, -back - 200) : addDays(today, -back),
    })),
  );
  await put(serviceItem, items, ["estate"]);
  await put(
    serviceRecord,
    items.map((item) => ({
      key: `${item.key}-done`,
      unit: item.unit,
      item: item.key,
      what: item.what,
      doneOn: item.lastOn,
      by: "物业保安",
    })),
    ["item"],
  );
  await put(
    responsible,
    homes.slice(0, 2).flatMap((home) =>
      dutyFile.posts.map((post, i) => ({
        key: `${key(home)}-post-${post.key}`,
        unit: home.key,
        estate: key(home),
        post: post.key,
        name: ["叶国平", "徐晓燕", "童伟", "郑小军", "余勇"][i],
        duties: post.duties,
        acknowledgedOn: i === 4 ? null : addDays(today, -120),
      })),
    ),
    ["estate"],
  );
  const now = services.clock.now();
  const reader = systemReader(services, tx, now, today);
  const declared = eraseCase(fundRequest);
  for (const [i, home] of homes.slice(0, 2).entries()) {
    const appliedOn = addDays(today, i === 0 ? -2 : -19);
    const values = {
      unit: demoId(home.key),
      estate: demoId(key(home)),
      what: i === 0 ? "地下车库喷淋主管渗漏，系统停用" : "2 号楼消火栓泵不能启动",
      works: i === 0 ? "更换 DN150 主管 36 米并试压" : "更换水泵电机和控制柜接触器",
      amount: i === 0 ? 68_000 : 42_500,
      appliedOn,
    };
    const at = new Date(now.getTime() - (i === 0 ? 2 : 19) * 86_400_000);
    const raised = orThrow(
      await raiseCase(
        declared,
        { area: keyOfCode(home.area), values, holderOrgan: null, at, actorName: "物业项目经理", kind: "person", demo: true },
        reader,
        services,
      ),
    );
    if (i === 0) continue;
    const by = { actor: null, now, today };
    for (const [move, given] of [
      ["verify", {}],
      ["approve", { approvedAmount: 42_500, fixBy: addDays(today, -3) }],
      ["fix", { contractor: "正宁消防工程部", fixedOn: addDays(today, -8) }],
      ["settle", { paid: 41_900, settledOn: addDays(today, -1) }],
    ] as const)
      orThrow(await moveCase(declared, raised.id, move, given, by, reader));
  }
}

/** A dozen of each of a few kinds were verified; two wait. */
async function seedStandards({ tx, services, city, today }: Sharing): Promise<void> {
  const now = services.clock.now();
  const reader = systemReader(services, tx, now, today);
  const declared = eraseCase(standardisation);
  const chosen = (Object.keys(unitKinds) as (keyof typeof unitKinds)[]).flatMap((kind) =>
    ["shop", "hotel", "hospital", "nursing", "hazardous", "highRise"].includes(kind)
      ? city.units.filter((unit) => unit.kind === kind).slice(0, 5)
      : [],
  );
  const units = await loadUnits(tx, sql`u.id = any(${chosen.map((unit) => demoId(unit.key))}::uuid[])`);
  for (const [i, unit] of units.toSorted((a, b) => a.id.localeCompare(b.id)).entries()) {
    const set = standardFor(dutyFile, factsOf(unit));
    const lost = (i % 5) * 2;
    const items = set.items.map(([item, title, weight]) => ({ item, title, weight, self: Math.max(0, weight - lost), verified: null }));
    const selfScore = items.reduce((sum, each) => sum + each.self, 0);
    const selfLevel = selfScore >= 90 ? "A" : selfScore >= 75 ? "B" : selfScore >= 60 ? "C" : "none";
    const values = {
      unit: unit.id,
      kind: unit.kind,
      set: set.key,
      year: Number(today.slice(0, 4)),
      items,
      selfScore,
      selfLevel,
      assessedOn: addDays(today, -30 - i),
    };
    const raised = orThrow(
      await raiseCase(
        declared,
        {
          area: unit.area,
          values,
          holderOrgan: null,
          at: new Date(now.getTime() - (30 + i) * 86_400_000),
          actorName: unit.manager ?? "管理人",
          kind: "person",
          demo: true,
        },
        reader,
        services,
      ),
    );
    if (i % 6 !== 5)
      orThrow(
        await moveCase(
          declared,
          raised.id,
          "verify",
          { verifiedScore: Math.max(40, selfScore - 3), why: "现场核对，与自评基本一致" },
          { actor: null, now, today },
          reader,
        ),
      );
  }
}
