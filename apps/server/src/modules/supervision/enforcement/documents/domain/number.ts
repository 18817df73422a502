/** 文号: office mark, kind, year, serial. 衢柯消限改〔2026〕第0001号; one series per organ, kind and year, without gaps or doubles. */
export type Series = { readonly organMark: string; readonly kindMark: string; readonly year: number };

export const documentNumber = ({ organMark, kindMark, year }: Series, serial: number): string =>
  `${organMark}${kindMark}〔${year}〕第${String(serial).padStart(4, "0")}号`;

/** Marks stand at the head of a number, so two offices must not be told apart by the kind's word: 衢柯 + 消限改 would be 衢柯消 + 限改. */
export const isOfficeMark = (mark: string): boolean => /^[\p{Script=Han}]{2,8}$/u.test(mark);
