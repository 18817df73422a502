import { serverNow, useNow } from "../lib/clock.ts";
import { type DueOptions, type DueWords, dueWords } from "../lib/due.ts";
import { exact, running } from "../lib/format.ts";

export type DueProps = DueOptions & { readonly at: string | null | undefined };

/** 剩 4 个工作日 / 今天 17:00 / 明天 / 逾期 3 天; mm:ss in the last hour. The exact moment on hover. */
export function Due({ at, ...options }: DueProps) {
  if (!at) return <span className="t3">—</span>;
  const words = dueWords(at, serverNow(), options);
  return words.runs ? <RunningDue at={at} {...options} /> : <DueText at={at} words={words} />;
}

function RunningDue({ at, ...options }: DueOptions & { readonly at: string }) {
  return <DueText at={at} words={dueWords(at, useNow(), options)} />;
}

const DueText = ({ at, words }: { readonly at: string; readonly words: DueWords }) => (
  <time className={`due due-${words.tone}`} dateTime={at} title={exact(at)}>
    {words.text}
  </time>
);

/** Time since a moment, running: 01:47. */
export function Elapsed({ since, until }: { readonly since: string; readonly until?: string | null | undefined }) {
  const now = useNow();
  const seconds = ((until ? Date.parse(until) : now) - Date.parse(since)) / 1000;
  return <span className="num">{running(seconds)}</span>;
}
