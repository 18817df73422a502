/** 算例: what the writer says a figure means on a day, held against the one function that judges. */
import { compileDuty } from "./compile-pack.ts";
import type { Known } from "./known.ts";
import type { Path, Problem } from "./problem.ts";
import type { ClauseText, PackText, Status } from "./schema.ts";
import { selectorOf } from "./selectors.ts";

type Placed<T> = { readonly path: Path; readonly value: T };

export function checkExamples(
  pack: Pick<PackText, "from">,
  clauses: readonly Placed<ClauseText>[],
  { judge, measures }: Known,
): readonly Problem[] {
  if (!judge) return [];
  return clauses.flatMap(({ path, value: clause }) =>
    (clause.duties ?? []).flatMap((text, i) => {
      const head = { id: clause.id, title: clause.title, lead: clause.lead.slice(0, 1).map(selectorOf) };
      const duty = compileDuty(text, head, (measure) => measures.get(measure)?.better);
      return (duty?.examples ?? []).flatMap((example, j): readonly Problem[] => {
        const found = duty ? judge(duty, example, pack.from) : example.is;
        if (found === example.is) return [];
        return [
          {
            path: [...path, "duties", i, "examples", j],
            code: "packs.example_differs",
            params: { on: example.on, expected: wordOf(example.is), found: wordOf(found) },
          },
        ];
      });
    }),
  );
}

const words: Readonly<Record<Status, string>> = {
  met: "达标",
  "at-risk": "临期",
  open: "未到期",
  overdue: "逾期",
  "no-data": "无数据",
  waived: "免除",
  "not-due": "未开始",
  "not-applicable": "不适用",
};
/** In the words of the screens, with the word the text uses. */
const wordOf = (status: Status): string => `${words[status]} ${status}`;
