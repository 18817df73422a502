/** Named checks of a text beyond its kind. A module adds its own (credit code, device address) through its `formats`. */
export type FormatProblem = { readonly code: string; readonly params?: Readonly<Record<string, unknown>>; readonly fix?: string };
export type Format = (value: string) => FormatProblem | null;
export type Formats = Readonly<Record<string, Format>>;

export const platformFormats: Formats = {
  phone: (value) => (/^(1[0-9]{10}|0\d{2,3}-?\d{7,8}(-\d{1,6})?|400\d{7}|\d{3,8})$/.test(value) ? null : { code: "ledger.bad_phone" }),
};
