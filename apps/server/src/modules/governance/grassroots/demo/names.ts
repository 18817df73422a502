/** Names nobody bears: put together from common parts. */
const surnames = ["徐", "方", "余", "郑", "周", "姜", "毛", "叶", "吴", "何", "汪", "刘", "王", "陈", "祝", "杨"];
const given = ["建华", "丽萍", "国庆", "小英", "志强", "美芳", "永良", "秀珍", "伟民", "晓燕", "根土", "金花", "军", "红", "明", "素芬"];
export const personOf = (seed: number): string =>
  (surnames[Math.abs(seed) % surnames.length] ?? "") + (given[Math.abs(Math.floor(seed / 16)) % given.length] ?? "");
export const phoneOf = (seed: number): string => `1380000${String(1_000 + (Math.abs(seed) % 9_000))}`;
/** Small and steady: the same number for the same key. */
export const hashOf = (key: number): number => {
  let x = (key % 2_147_483_647) + 1;
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  return Math.abs(x);
};
