/** Recomputes the hash of frozen evidence from its rows, and asks the audit chain whether it knows it. */
import { snapshotIds, verifySnapshot } from "#platform/snapshot/snapshot.ts";
import { withDatabase } from "./database.ts";
import { misused, print, type Verb } from "./verb.ts";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const snapshotVerify: Verb = {
  name: "snapshot verify",
  usage: "suiren snapshot verify [编号]",
  what: "从冻结的行重算 SM3，与存证和审计链比对；不给编号则核对全部。Recomputes frozen evidence and compares it with the audit chain.",
  async run(argv) {
    if (argv.length > 1 || argv.some((id) => !UUID.test(id)))
      return misused(snapshotVerify, "请给一个快照编号，或不给  Give one snapshot's id, or none");
    return withDatabase(async (db) => {
      const ids = argv.length > 0 ? argv : await snapshotIds(db);
      let wrong = 0;
      for (const id of ids) {
        const check = await verifySnapshot(db, id);
        if (!check) {
          print(`没有快照 ${id}  No such snapshot`);
          return 1;
        }
        const { verdict, subject, rows, sm3, sealed, auditId } = check;
        if (verdict !== "same") wrong += 1;
        const said = {
          same: `相同  ${sm3}，审计第 ${auditId} 条${sealed ? "" : "（尚未封存）"}`,
          changed: `已被改动：存证 ${sm3} 与现有的行不符`,
          unknown: `审计链没有这一存证 ${sm3}`,
        }[verdict];
        print(`${id}  ${subject}  ${rows} 行  ${said}`);
      }
      print(wrong === 0 ? `${ids.length} 份快照全部相同  All the same` : `${wrong} 份不符  ${wrong} differ`);
      return wrong === 0 ? 0 : 1;
    });
  },
};
