/** The schema of a pack for editors, `policies/pack.schema.json`: completion and a word on each key while typing. */
import { z } from "zod";
import { packText } from "../domain/schema.ts";

export const packJsonSchema = (): string => {
  const schema = z.toJSONSchema(packText, { target: "draft-7", io: "input" });
  return `${JSON.stringify({ ...schema, title: "政策包", description: "policies/README.md 说明写法；npm run suiren -- policy check 检查" }, null, 2)}\n`;
};
