/** 农村消防: the lists of county, town, village and departments, whether they are public, and the tasks made of them. TY-2.4.1.2 */
import type { RuralBody } from "@suiren/api-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { day, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { AreaChoice } from "./area-choice.tsx";
import { usePost } from "./use-post.ts";
import { t } from "./words.ts";

export function Rural() {
  const may = useMay();
  const { busy, act } = usePost();
  const [area, setArea] = useState<number | undefined>();
  const asked = area === undefined ? {} : { area };
  const { data, error, refetch } = useQuery({
    queryKey: ["responsibility", "rural", area],
    queryFn: () => api.get("/responsibility/rural", asked),
    placeholderData: keepPreviousData,
  });
  if (error) return <Trouble error={error} what={t("rural")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("rural")} rows={12} />;
  const make = () => act(async () => t("madeLists", await api.post("/responsibility/rural/lists", asked)));
  return (
    <Panel
      flush
      scroll
      className="grow"
      title={t("rural")}
      aside={
        data.having > data.bodies.length ? t("shownOf", { n: number(data.bodies.length), of: number(data.having) }) : number(data.having)
      }
      end={
        <span className="row">
          {data.villages > 0 && <span className="small t2 nowrap">{t("villagesLack", { n: number(data.villages) })}</span>}
          <AreaChoice area={area} onChange={setArea} />
          {data.lacking > 0 && may("responsibility.duty.write") && (
            <Button busy={busy} title={t("makeListsHint")} onClick={() => void make()}>
              {t("makeLists", { n: number(data.lacking) })}
            </Button>
          )}
        </span>
      }
    >
      {data.bodies.length === 0 ? (
        <StateBlock kind="empty" title={t("noRural")} />
      ) : (
        <table className="duty-table">
          <thead>
            <tr>
              <th>{t("organ")}</th>
              <th>{t("duties")}</th>
              <th>{t("list")}</th>
              <th>{t("tasksHead")}</th>
            </tr>
          </thead>
          <tbody>
            {data.bodies.map((body) => (
              <BodyLine key={body.id} body={body} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function BodyLine({ body }: { readonly body: RuralBody }) {
  const may = useMay();
  const { busy, act } = usePost();
  const tasks = body.duties.filter(({ task }) => task !== null);
  const late = tasks.filter((each) => each.late).length;
  const give = () =>
    act(async () => t("gaveTasks", { n: (await api.post("/responsibility/rural/{organ}/tasks", { organ: body.id })).tasks.length }));
  return (
    <tr>
      <td className={`duty-organ is-${body.level}`}>
        {body.name} {body.level !== "village" && <span className="small t3">{body.areaName}</span>}
      </td>
      <td className="duty-words">
        {body.duties.map(({ id, words }) => (
          <Go key={id} className="link" href={`/responsibility/duty/${id}`}>
            {words}
          </Go>
        ))}
      </td>
      <td>
        {body.publishedOn ? (
          <StateDot meaning="met">{t("publishedOn", { day: day(body.publishedOn) })}</StateDot>
        ) : body.draft ? (
          <Go className="link" href={`/responsibility/power-list/${body.draft}`}>
            {t("draft")}
          </Go>
        ) : (
          <StateDot meaning="soon">{t("noList")}</StateDot>
        )}
      </td>
      <td>
        {tasks.length > 0 ? (
          <Go className={cx("link", late > 0 && "duty-late")} href={`/policy-tasks/task/${tasks[0]?.task}`}>
            {t("tasksOf", { n: tasks.length, of: body.duties.length })}
            {late > 0 && ` ${t("late", { n: late })}`}
          </Go>
        ) : (
          may("responsibility.publish") && (
            <Button size="small" busy={busy} onClick={() => void give()}>
              {t("giveTasks")}
            </Button>
          )
        )}
      </td>
    </tr>
  );
}
