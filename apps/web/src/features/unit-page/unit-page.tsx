/** 公示页: what a unit published about its fire safety, for whoever scans the code at its door. Nobody signs in, nothing else is shown. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { sessionApi } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { day } from "../../lib/format.ts";
import { messages } from "../../lib/i18n.ts";
import { DemoMark } from "../../ui/frame.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Loading, StateBlock } from "../../ui/state-block.tsx";
import "./unit-page.css";

const t = messages(
  {
    title: "消防安全公示",
    responsible: "消防安全责任人",
    manager: "消防安全管理人",
    phone: "电话",
    promise: "消防安全承诺",
    published: "公示于 {day}，有效至 {until}",
    checked: "最近自查 {day}",
    neverChecked: "还没有自查记录",
    noHazard: "目前没有未整改的隐患",
    hazards: "有 {n} 处隐患正在整改",
    rectified: "一年内整改完毕 {n} 处",
    level: "标准化 {level}",
    A: "一级",
    B: "二级",
    C: "三级",
    none: "未达标",
    services: "物业消防服务",
    last: "上次 {day}",
    never: "没有记录",
    late: "逾期",
    gone: "没有这个公示页",
    goneHint: "可能已撤下、到期，或者地址不对。",
    call: "发现火情请打 119",
    what: "公示页",
  },
  {
    title: "Fire safety of this place",
    responsible: "Responsible person",
    manager: "Fire safety manager",
    phone: "Telephone",
    promise: "Commitment",
    published: "published {day}, valid until {until}",
    checked: "last self-check {day}",
    neverChecked: "no self-check yet",
    noHazard: "No hazard is open",
    hazards: "{n} hazards are being mended",
    rectified: "{n} mended within a year",
    level: "Standardisation {level}",
    A: "level 1",
    B: "level 2",
    C: "level 3",
    none: "not reached",
    services: "Fire services of the property firm",
    last: "last {day}",
    never: "no record",
    late: "late",
    gone: "There is no such page",
    goneHint: "It was withdrawn, has ended, or the address is wrong.",
    call: "In a fire call 119",
    what: "Page",
  },
);

export default function UnitPage() {
  const now = useNow();
  const { token = "" }: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const { data, isError } = useQuery({
    queryKey: ["public", "unit", token],
    queryFn: () => sessionApi.get("/public/units/{token}", { token }),
    retry: false,
  });
  useEffect(() => {
    document.title = data?.unit ?? t("title");
  }, [data]);
  if (isError)
    return (
      <main className="unit-page">
        <StateBlock kind="missing" title={t("gone")}>
          {t("goneHint")}
        </StateBlock>
      </main>
    );
  if (!data) return <Loading what={t("what")} />;
  const person = (name: string, post: string | null) => [name, post].filter(Boolean).join("　");
  return (
    <main className="unit-page">
      <header>
        <p className="caption">
          {t("title")} {data.demo && <DemoMark />}
        </p>
        <h1>{data.unit}</h1>
        <p className="t2">{data.address}</p>
      </header>
      <section className={data.openHazards > 0 ? "unit-page-state is-soon" : "unit-page-state is-ok"}>
        <Icon name={data.openHazards > 0 ? "fault" : "ok"} size={28} />
        <span>
          <b>{data.openHazards > 0 ? t("hazards", { n: data.openHazards }) : t("noHazard")}</b>
          <small>{data.checkedOn ? t("checked", { day: day(data.checkedOn, now) }) : t("neverChecked")}</small>
          {data.rectified > 0 && <small>{t("rectified", { n: data.rectified })}</small>}
        </span>
      </section>
      <dl>
        <div>
          <dt>{t("responsible")}</dt>
          <dd>{person(data.responsible, data.responsiblePost)}</dd>
        </div>
        <div>
          <dt>{t("manager")}</dt>
          <dd>{person(data.manager, data.managerPost)}</dd>
        </div>
        {data.phone && (
          <div>
            <dt>{t("phone")}</dt>
            <dd>
              <a href={`tel:${data.phone}`}>{data.phone}</a>
            </dd>
          </div>
        )}
      </dl>
      <section>
        <h2>{t("promise")}</h2>
        <p className="unit-page-words">{data.words}</p>
        <p className="t2 small">
          {t("published", { day: day(data.publishedOn, now), until: day(data.until, now) })}
          {data.level && `　${t("level", { level: t(data.level) })}`}
        </p>
      </section>
      {data.services.length > 0 && (
        <section>
          <h2>{t("services")}</h2>
          <ul>
            {data.services.map((service) => (
              <li key={service.what}>
                <span className="grow">{service.what}</span>
                <span className={service.late ? "ink-soon" : "t2"}>
                  {service.lastOn ? t("last", { day: day(service.lastOn, now) }) : t("never")}
                  {service.late && `　${t("late")}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <a className="unit-page-119" href="tel:119">
        <Icon name="phone" size={22} solid />
        {t("call")}
      </a>
    </main>
  );
}
