import { verifyAudit } from "#platform/audit.ts";
import { withDatabase } from "./database.ts";
import { print, type Verb } from "./verb.ts";

export const auditVerify: Verb = {
  name: "audit verify",
  usage: "suiren audit verify",
  what: "逐条核对审计链（SM3），报出第一处断裂。Walks the audit hash chain and names the first break.",
  run: () =>
    withDatabase(async (db) => {
      const { ok, entries, unsealed, head, brokenAt } = await verifyAudit(db);
      print(ok ? `审计链完整：${entries} 条，链头 ${head}` : `审计链在第 ${brokenAt} 条断裂，之前 ${entries} 条完整`);
      if (ok && unsealed > 0) print(`另有 ${unsealed} 条尚未封存（封存比写入晚约一秒）`);
      return ok ? 0 : 1;
    }),
};
