/** What the platform itself contributes, in the form every module does: files in and out, imports, own fields, views, search. */
import { defineModule } from "../module.ts";
import { registerLedgerFiles } from "./excel/file-routes.ts";
import { importMessages } from "./excel/messages.ts";
import { importRunner } from "./excel/run-import.ts";

export const platform = defineModule({
  name: "platform",
  label: "平台",
  messages: importMessages,
  raw: registerLedgerFiles,
  async start(services) {
    const runner = importRunner(services);
    return () => runner.stop();
  },
});
