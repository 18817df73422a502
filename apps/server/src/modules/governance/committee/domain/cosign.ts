/** 会签: an organ signs for its tasks as they were worded; words or a day that changed since are not signed for. Pure. */
type Task = { readonly title: string; readonly dueOn: string | null };

const MOST = 2_000;
/** 「修复…；核拨…」: what one organ is to sign for. */
export const listWords = (tasks: readonly Task[]): string =>
  tasks
    .map(({ title, dueOn }) => `${title}${dueOn ? `（${dueOn} 前）` : ""}`)
    .join("；")
    .slice(0, MOST);

export type Signature = { readonly note: string; readonly answered: boolean; readonly granted: boolean | null };
/** Signed: agreed to these words. Refused stands until asked again. Silent: no answer yet to these words. */
export function stands({ note, answered, granted }: Signature, words: string): "signed" | "refused" | "silent" {
  if (answered && granted === false) return "refused";
  return answered && note === words ? "signed" : "silent";
}
