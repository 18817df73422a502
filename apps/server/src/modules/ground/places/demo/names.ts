/** Invented names and numbers 虚构名称: of people, roads, units and telephones. Any likeness to a real one is chance. */
import { completeBodyCode, completeCreditCode } from "../domain/credit-code.ts";
import type { Random } from "./random.ts";

const surnames = [
  ..."李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文",
];
const givenFirst = [..."国建志文海晓永明春秋玉金伟俊思雅嘉子梓丽美红秀桂兰振立德正开宏新仁义忠庆云雨雪晨"];
const givenSecond = ["", "", ..."华平军强辉斌峰涛勇杰鹏飞亮刚林森波松涵怡婷燕芳梅萍霞娟琴英敏静颖洁莉昌盛成福荣贵祥"];
const wordFirst = [..."禾嘉云锦晨瑞松清澜汇恒景佳融翠鹿枫穗岚棠朗沐颐栖溪晴砚檀柏芸鹭渔莲桐"];
const wordSecond = [..."泰安源和宁悦达舟川庭苑丰年洲蓝谷里昇林月风语畔禾涧岭桥"];
const roadFirst = [..."禾云锦晨松清澜景翠鹿枫穗岚棠沐溪晴砚柏莲桐礼智贤德康宁"];
const roadSecond = ["晖", "溪", "程", "泽", "川", "亭", "畈", "塘", "桥", "山", "浦", "港", "岭", "田"];
const roadKinds = ["路", "路", "路", "街", "街", "巷", "大道"];

export const personName = (random: Random): string => random.pick(surnames) + random.pick(givenFirst) + random.pick(givenSecond);
export const roadName = (random: Random): string => random.pick(roadFirst) + random.pick(roadSecond) + random.pick(roadKinds);
/** 禾泰, 锦川 …: the part of a firm's name that sets it apart. */
export const brandWord = (random: Random): string => random.pick(wordFirst) + random.pick(wordSecond);

export type Telephones = {
  /** `111` + 8 digits: 11x is kept for short service numbers, so no such mobile number can be assigned. */
  mobile(): string;
  /** Area code and a local number beginning with 0, which is the trunk prefix and so never a subscriber's. */
  landline(): string;
};

const areaCodes: Readonly<Record<string, { readonly code: string; readonly digits: number }>> = {
  "3308": { code: "0570", digits: 7 },
  "3304": { code: "0573", digits: 8 },
  "3101": { code: "021", digits: 8 },
};
/** Area code of a city and the length of its local numbers; 0000 stands for a city not listed. */
export const areaCodeOf = (division: string): { readonly code: string; readonly digits: number } =>
  areaCodes[division.slice(0, 4)] ?? { code: "0000", digits: 7 };

/** Each number is given once: they are counted, not drawn. */
export function telephones(division: string): Telephones {
  const { code, digits } = areaCodeOf(division);
  let [mobiles, landlines] = [0, 0];
  const counted = (n: number, length: number): string => String((n * 7_919) % 10 ** length).padStart(length, "0");
  return {
    mobile: () => `111${counted(++mobiles, 8)}`,
    landline: () => `${code}-0${counted(++landlines, digits - 1)}`,
  };
}

/** A valid code whose body begins with DEM, so that nobody takes it for a registered one. `n` ≤ 99,999. */
export function demoCreditCode(registrar: "government" | "enterprise", county: string, n: number): string {
  const body = completeBodyCode(`DEM${String(n).padStart(5, "0")}`);
  const code = completeCreditCode(`${registrar === "government" ? "11" : "91"}${county}${body}`);
  if (!code) throw new Error(`no credit code from ${county} and ${n}`);
  return code;
}
