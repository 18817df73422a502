/** Personal data does not belong into a public notice: telephone and identity numbers by their form, names by the list of those to be kept out. */
const PHONE = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/;
const IDENTITY = /(?<![\dA-Za-z])\d{17}[\dXx](?![\dA-Za-z])/;

/** @returns what was found, as it stands in the text, or undefined. An 18-digit credit code of a unit is no identity number: it has letters or fails the birth date. */
export function personalDataIn(text: string, names: readonly string[]): string | undefined {
  const identity = IDENTITY.exec(text)?.[0];
  if (identity && isBirthDate(identity.slice(6, 14))) return identity;
  const phone = PHONE.exec(text)?.[0];
  if (phone) return phone;
  return names.find((name) => name.trim().length >= 2 && text.includes(name.trim()));
}

function isBirthDate(digits: string): boolean {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))];
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}
