/** How it was drawn: lists frozen and committed, the public value, the draw by weight, and the recomputation. Each step has its date. */
import type { Gives } from "@suiren/api-client";
import { type ReactNode, useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { dayTime, number } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { confirm } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Popover } from "../../ui/popover.tsx";
import { CastDialog } from "./cast-dialog.tsx";
import { ballsOf, type Draw, gradeOf, shortHash } from "./model.ts";
import { t } from "./words.ts";

type Verdict = Gives<"GET", "/inspection/draws/{id}/verification">;
type Props = {
  readonly draw: Draw;
  readonly verdict: Verdict | undefined;
  readonly onAct: (work: () => Promise<unknown>) => Promise<boolean>;
};

export function DrawSteps({ draw, verdict, onAct }: Props) {
  const aside = (
    <span className="row small t3">
      <Icon name="lock" size={16} />
      {t("fixed")}
    </span>
  );
  return (
    <Panel className="draw-steps" title={t("how")} end={aside} flush scroll foot={<span className="small t2">{t("redrawNote")}</span>}>
      <ol>
        <Frozen draw={draw} onAct={onAct} />
        <Value draw={draw} onAct={onAct} />
        <Drawn draw={draw} />
        <Recomputed draw={draw} verdict={verdict} />
      </ol>
    </Panel>
  );
}

type StepProps = { readonly done: boolean; readonly title: string; readonly at: ReactNode; readonly children?: ReactNode };
function Step({ done, title, at, children }: StepProps) {
  return (
    <li className={cx("draw-step", done && "is-done")}>
      <span className="draw-mark" aria-hidden="true">
        {done && <Icon name="check" size={16} />}
      </span>
      <div className="col grow">
        <div className="draw-step-head">
          <h3>{title}</h3>
          <span className="small t2">{at}</span>
        </div>
        {children}
      </div>
    </li>
  );
}

function Frozen({ draw, onAct }: Omit<Props, "verdict">) {
  const { openTask, checkedLately, noInspectors } = draw.excluded;
  const out = openTask + checkedLately + noInspectors;
  const commit = async () => {
    if (await confirm({ title: t("commitTitle"), text: t("commitHelp"), verb: t("commit") }))
      await onAct(() => api.post("/inspection/draws/{id}/commitment", { id: draw.id }));
  };
  if (draw.commitment === null)
    return (
      <Step done={false} title={t("step1")} at="">
        <p className="small t2">{t("commitHelp")}</p>
        {draw.can.includes("commit") && (
          <div>
            <Button kind="primary" onClick={() => void commit()}>
              {t("commit")}
            </Button>
          </div>
        )}
      </Step>
    );
  return (
    <Step done title={t("step1")} at={t("at", { at: dayTime(draw.committedAt ?? "") })}>
      <p className="row row-wide">
        <span>
          {t("objects")} <b className="num ink-primary">{number(draw.objects ?? 0)}</b> {t("units")}
        </span>
        <span>
          {t("people")} <b className="num ink-primary">{number(draw.inspectors ?? 0)}</b> {t("persons")}
        </span>
        <span className="small t2">
          {out === 0 ? t("nobody") : t("excluded", { n: number(out) })}{" "}
          {out > 0 && (
            <Popover button={t("why")} label={t("why")} buttonClass="link" width={280}>
              {() => (
                <ul className="draw-why">
                  {openTask > 0 && <li>{t("openTask", { n: openTask })}</li>}
                  {checkedLately > 0 && <li>{t("checkedLately", { n: checkedLately })}</li>}
                  {noInspectors > 0 && <li>{t("noInspectors", { n: noInspectors })}</li>}
                </ul>
              )}
            </Popover>
          )}
        </span>
      </p>
      <p className="num small" title={draw.commitment}>
        SHA-256 {shortHash(draw.commitment)}
      </p>
    </Step>
  );
}

function Value({ draw, onAct }: Omit<Props, "verdict">) {
  const [entering, setEntering] = useState(false);
  if (draw.random === null)
    return (
      <Step done={false} title={t("step2")} at="">
        <p className="small t2">{draw.can.includes("cast") ? t("enterHelp") : t("later")}</p>
        {draw.can.includes("cast") && (
          <div>
            <Button kind="primary" onClick={() => setEntering(true)}>
              {t("enter")}
            </Button>
          </div>
        )}
        {entering && <CastDialog draw={draw} onAct={onAct} onClose={() => setEntering(false)} />}
      </Step>
    );
  const balls = ballsOf(draw.random.text);
  return (
    <Step done title={t("step2")} at={dayTime(draw.random.at)}>
      <p className="t2">{t("after", { source: draw.random.source })}</p>
      {balls.length === 0 ? (
        <p className="num">{draw.random.text}</p>
      ) : (
        <p className="draw-balls" role="img" aria-label={draw.random.text}>
          {balls.map((ball, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a ball is its place
            <b key={i} className={cx("num", i === balls.length - 1 && balls.length === 7 && "is-last")}>
              {ball}
            </b>
          ))}
        </p>
      )}
    </Step>
  );
}

function Drawn({ draw }: { readonly draw: Draw }) {
  if (draw.drawnAt === null)
    return (
      <Step done={false} title={t("step3")} at="">
        <p className="small t2">{t("later")}</p>
      </Step>
    );
  const most = Math.max(1, ...draw.classes.map(({ drawn }) => drawn));
  return (
    <Step done title={t("step3")} at={t("took", { at: dayTime(draw.drawnAt), s: ((draw.tookMs ?? 0) / 1_000).toFixed(2) })}>
      <div className="draw-classes">
        {draw.classes.map(({ risk, title, weight, objects, drawn }) => (
          <div key={risk}>
            <span>{title}</span>
            <span className="num t2">
              {number(objects)} {t("units")}
            </span>
            <span className="num t2">× {number(weight / 100)}</span>
            <span className="draw-bar">
              <i className={`risk-${gradeOf[risk]}`} style={{ width: `${(drawn / most) * 100}%` }} />
            </span>
            <b className="num">
              {number(drawn)} {t("units")}
            </b>
          </div>
        ))}
      </div>
      <p className="small t2 row row-wide">
        <span>{t("weightWords")}</span>
        {!draw.confirmed && <span className="ink-soon">{t("unconfirmed")}</span>}
        {(draw.avoided ?? 0) > 0 && <span>{t("avoid", { n: draw.avoided ?? 0 })}</span>}
      </p>
    </Step>
  );
}

function Recomputed({ draw, verdict }: Omit<Props, "onAct">) {
  const drawn = draw.seed !== null;
  return (
    <Step done={verdict?.same === true} title={t("step4")} at={t("anybody")}>
      {!drawn && <p className="small t2">{t("later")}</p>}
      {verdict && (
        <p className={cx("draw-verdict", verdict.same ? "is-ok" : "is-fire")}>
          <Icon name={verdict.same ? "ok" : "fault"} size={16} />
          {verdict.same
            ? t("verified", { at: dayTime(verdict.at), picks: number(verdict.picks), people: number(verdict.inspectors) })
            : t("differs", { what: verdict.differs.join("；") })}
        </p>
      )}
      {drawn && <code className="draw-command">npm run suiren -- draw verify {draw.number}</code>}
    </Step>
  );
}
