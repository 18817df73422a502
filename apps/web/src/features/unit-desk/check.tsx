/** 自查: every item in one scroll, three large answers each; what fails opens for words, place and photo. A small shop is through in five minutes. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { useGo } from "../../lib/go.tsx";
import { Button, Segments } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { checkListQuery } from "./model.ts";
import { w } from "./own-words.ts";
import { Photos } from "./photos.tsx";
import { type Answer, emptyAnswer, fresh, type Item, openItems, type Said, type useDraft } from "./self-check.ts";

type CheckProps = { readonly drafting: ReturnType<typeof useDraft> };

export function Check({ drafting }: CheckProps) {
  const { draft, keep, drop, send, busy, sent, forgetSent } = drafting;
  const go = useGo();
  const list = useQuery(checkListQuery);
  useEffect(() => forgetSent, [forgetSent]);
  if (list.isError) return <Trouble error={list.error} what={w("check")} onRetry={() => void list.refetch()} />;
  if (!list.data || draft === undefined) return <Loading what={w("check")} />;
  if (sent)
    return (
      <section className="desk-card desk-sent" role="status">
        <Icon name={sent.failed > 0 ? "fault" : "ok"} size={40} />
        <b>{sent.failed > 0 ? w("sentWith", { n: sent.failed }) : w("sentAllGood")}</b>
        {sent.failed > 0 && (
          <Button kind="primary" size="large" onClick={() => go("/unit?tab=hazards")}>
            {w("seeHazards")}
          </Button>
        )}
        <Button kind="text" onClick={forgetSent}>
          {w("again")}
        </Button>
      </section>
    );
  const whole = list.data;
  // A draft of an older list would answer other questions.
  const current = draft && draft.checklist === whole.id && draft.version === whole.version ? draft : fresh(whole, serverNow());
  const set = (item: Item, given: Answer) => void keep({ ...current, answers: { ...current.answers, [item.id]: given } });
  const open = openItems(whole.items, current.answers);
  const unanswered = open.filter(({ why }) => why === "unanswered").length;
  const submit = () => void send(current).catch(toast.trouble);
  const sections = [...new Set(whole.items.map((item) => item.section))];
  return (
    <div className="desk-check">
      <p className="desk-hint t2">
        {whole.title}　{w("keptHere")}
      </p>
      {sections.map((section) => (
        <section key={section} className="desk-card">
          <h3 className="desk-group">{section}</h3>
          {whole.items
            .filter((item) => item.section === section)
            .map((item) => (
              <OneItem key={item.id} item={item} given={current.answers[item.id]} onChange={(given) => set(item, given)} />
            ))}
        </section>
      ))}
      <footer className="desk-submit">
        {current.waits ? (
          <p className="ink-soon">{w("waits")}</p>
        ) : (
          <p className="t2">
            {open.length > 0 ? (unanswered > 0 ? w("openCount", { n: unanswered }) : w("needPhotos", { n: open.length })) : "　"}
          </p>
        )}
        <Button
          kind="primary"
          size="large"
          busy={busy}
          reason={open.length > 0 ? (unanswered > 0 ? w("openCount", { n: unanswered }) : w("needPhotos", { n: open.length })) : undefined}
          onClick={submit}
        >
          {w("submit")}
        </Button>
        {Object.keys(current.answers).length > 0 && (
          <Button kind="text" onClick={() => void drop()}>
            {w("throwAway")}
          </Button>
        )}
      </footer>
    </div>
  );
}

const said: readonly Said[] = ["pass", "fail", "none"];

type OneItemProps = { readonly item: Item; readonly given: Answer | undefined; readonly onChange: (given: Answer) => void };
function OneItem({ item, given, onChange }: OneItemProps) {
  const answer = given ?? emptyAnswer;
  return (
    <div className={cx("desk-item", given && `desk-item-${given.answer}`)} data-item={item.id}>
      <b>{item.text}</b>
      <Segments
        label={item.text}
        solid
        items={said.map((key) => ({ key, label: w(key) }))}
        value={(given?.answer ?? "") as Said}
        onChange={(key) => onChange({ ...answer, answer: key })}
      />
      {given?.answer === "fail" && (
        <div className="desk-failed">
          <Input
            placeholder={w("note")}
            aria-label={w("note")}
            maxLength={300}
            value={answer.note}
            onChange={(event) => onChange({ ...answer, note: event.target.value })}
          />
          <Input
            placeholder={w("place")}
            aria-label={w("place")}
            maxLength={100}
            value={answer.place}
            onChange={(event) => onChange({ ...answer, place: event.target.value })}
          />
          <Photos photos={answer.photos} needed={item.photo !== "never"} onChange={(photos) => onChange({ ...answer, photos })} />
          {item.remedy && <small className="t2">{w("remedy", { remedy: item.remedy })}</small>}
        </div>
      )}
      {given && given.answer !== "fail" && item.photo === "always" && (
        <Photos photos={answer.photos} needed onChange={(photos) => onChange({ ...answer, photos })} />
      )}
    </div>
  );
}
