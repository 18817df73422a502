/** What a new edition changes, in words: for whoever approves it, before it is in force. */
import type { Scheme, Scoring } from "./scheme.ts";

const scoringWords = (score: Scoring): string => JSON.stringify(score);

export function schemeChanges(before: Scheme, after: Scheme): readonly string[] {
  const changes: string[] = [];
  const old = new Map(before.indicators.map((each) => [each.id, each]));
  const now = new Map(after.indicators.map((each) => [each.id, each]));
  for (const [id, { name }] of old) if (!now.has(id)) changes.push(`删去 ${id} ${name}`);
  for (const [id, { name, weight }] of now) if (!old.has(id)) changes.push(`新增 ${id} ${name} ${weight} 分`);
  for (const [id, next] of now) {
    const last = old.get(id);
    if (!last) continue;
    if (last.weight !== next.weight) changes.push(`${id} 权重 ${last.weight} 改为 ${next.weight}`);
    if (scoringWords(last.score) !== scoringWords(next.score)) changes.push(`${id} 计分办法改变`);
    if (JSON.stringify(last.source) !== JSON.stringify(next.source)) changes.push(`${id} 数据来源改变`);
  }
  if (JSON.stringify(before.grades) !== JSON.stringify(after.grades)) changes.push("等次改变");
  if (JSON.stringify(before.groups) !== JSON.stringify(after.groups)) changes.push("分组改变");
  const extras = (scheme: Scheme) => JSON.stringify([scheme.bonuses, scheme.deductions, scheme.vetoes]);
  if (extras(before) !== extras(after)) changes.push("加分、扣分或否决改变");
  return changes;
}
