export type Weakness = "short" | "kinds" | "account";

/** What the password rule 口令规则 still lacks; the server decides, this only says it before sending. */
export function passwordWeaknesses(password: string, account: string): readonly Weakness[] {
  const kinds = [/[A-Z]/, /[a-z]/, /\d/, /[^A-Za-z0-9]/].filter((kind) => kind.test(password)).length;
  return [
    ...(password.length < 10 ? (["short"] as const) : []),
    ...(kinds < 3 ? (["kinds"] as const) : []),
    ...(account && password.toLowerCase().includes(account.toLowerCase()) ? (["account"] as const) : []),
  ];
}
