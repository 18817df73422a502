/** 交接班: what passes on, and two signatures. A desk without a shift starts one. */
import type { Gives } from "@suiren/api-client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meaningOf } from "../../lib/alarm-kinds.ts";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { clock, dayTime } from "../../lib/format.ts";
import { messages } from "../../lib/i18n.ts";
import { useMe } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input, TextArea } from "../../ui/field.tsx";
import { meaningWord, Signal } from "../../ui/meaning.tsx";
import { Loading } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Shift, untilOf } from "./model.ts";

const w = messages(
  {
    start: "接班",
    handOver: "交接班",
    name: "班次",
    day: "白班",
    night: "夜班",
    until: "值到",
    noUntil: "请填写值到几点",
    officers: "值班人员",
    officersHint: "几个人用顿号隔开，第一位是本人",
    leader: "带班",
    note: "交代事项",
    open: "未办结警情 {n}",
    windows: "在用屏蔽与测试 {n}",
    faults: "未修故障 {n}　离线 {m}",
    sign: "交班签字",
    take: "接班签字",
    signed: "{name} {at} 已交班签字，等接班人签字",
    nothing: "没有未办结的警情",
    cancel: "取消",
    started: "{name} 已开班",
    handed: "已交班签字，请接班人用自己的账号签字",
  },
  {
    start: "Take over",
    handOver: "Hand over",
    name: "Shift",
    day: "Day",
    night: "Night",
    until: "Until",
    noUntil: "Fill in until when",
    officers: "Officers",
    officersHint: "separate names with commas, yourself first",
    leader: "Leader",
    note: "Notes",
    open: "{n} open alarms",
    windows: "{n} shields and tests",
    faults: "{n} faults, {m} offline",
    sign: "Sign off",
    take: "Sign on",
    signed: "{name} signed off {at}; waiting for the next officer",
    nothing: "No open alarms",
    cancel: "Cancel",
    started: "{name} started",
    handed: "Signed off; the next officer signs with his own account",
  },
);

export function ShiftDialog({ running, onClose }: { readonly running: Shift | null; readonly onClose: () => void }) {
  const me = useMe();
  const client = useQueryClient();
  const answer = useQuery({ queryKey: ["duty", "shift"], queryFn: () => api.get("/duty/shift") });
  const shift = answer.data?.shift ?? running;
  const takes = shift === null || shift.handedAt !== null;
  const [given, setGiven] = useState(() => proposed(me.user.name));
  const [note, setNote] = useState("");
  const done = (text: string) => {
    toast.done(text);
    void client.invalidateQueries({ queryKey: ["duty"] });
    onClose();
  };
  const take = useMutation({
    mutationFn: () =>
      api.post(shift ? "/duty/shifts/take-over" : "/duty/shifts", {
        name: given.name,
        untilAt: untilOf(given.until) ?? "",
        leaderName: given.leader,
        officers: officersOf(given.officers, me.user),
      }),
    onSuccess: () => done(w("started", { name: given.name })),
    onError: (error) => toast.trouble(error),
  });
  const hand = useMutation({
    mutationFn: () => api.post("/duty/shifts/hand-over", { note }),
    onSuccess: () => done(w("handed")),
    onError: (error) => toast.trouble(error),
  });
  return (
    <Dialog
      title={shift ? w("handOver") : w("start")}
      width={560}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{w("cancel")}</Button>
          {takes ? (
            <Button
              kind="primary"
              busy={take.isPending}
              reason={untilOf(given.until) === null ? w("noUntil") : undefined}
              onClick={() => take.mutate()}
            >
              {shift ? w("take") : w("start")}
            </Button>
          ) : (
            <Button kind="primary" busy={hand.isPending} onClick={() => hand.mutate()}>
              {w("sign")}
            </Button>
          )}
        </>
      }
    >
      <div className="col">
        {answer.data ? <Handover answer={answer.data} /> : <Loading what={w("handOver")} />}
        {shift?.handedAt && <p className="small t2">{w("signed", { name: shift.handedByName ?? "", at: clock(shift.handedAt) })}</p>}
        {shift?.note && <p>{shift.note}</p>}
        {takes ? (
          <>
            <Field label={w("name")}>
              {(ids) => (
                <Input {...ids} value={given.name} maxLength={40} onChange={(event) => setGiven({ ...given, name: event.target.value })} />
              )}
            </Field>
            <Field label={w("until")}>
              {(ids) => (
                <Input
                  {...ids}
                  type="datetime-local"
                  value={given.until}
                  onChange={(event) => setGiven({ ...given, until: event.target.value })}
                />
              )}
            </Field>
            <Field label={w("officers")} help={w("officersHint")}>
              {(ids) => (
                <Input {...ids} value={given.officers} onChange={(event) => setGiven({ ...given, officers: event.target.value })} />
              )}
            </Field>
            <Field label={w("leader")} optional>
              {(ids) => (
                <Input
                  {...ids}
                  value={given.leader}
                  maxLength={40}
                  onChange={(event) => setGiven({ ...given, leader: event.target.value })}
                />
              )}
            </Field>
          </>
        ) : (
          <Field label={w("note")} optional>
            {(ids) => <TextArea {...ids} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />}
          </Field>
        )}
      </div>
    </Dialog>
  );
}

function Handover({ answer }: { readonly answer: Gives<"GET", "/duty/shift"> }) {
  const { alarms, windows, faults, offline } = answer.handover;
  return (
    <div className="col seat-handover">
      <b>{w("open", { n: alarms.length })}</b>
      {alarms.length === 0 && <p className="small t3">{w("nothing")}</p>}
      <ul className="seat-handover-list">
        {alarms.map((row) => (
          <li key={row.id} className="row small">
            <Signal meaning={meaningOf[row.kind]}>{meaningWord(meaningOf[row.kind])}</Signal>
            <span className="grow truncate">
              {row.unitName} {row.placeWords}
            </span>
            <span className="t2 nowrap">{row.stateLabel}</span>
            <span className="num t2 nowrap">{dayTime(row.openedAt)}</span>
          </li>
        ))}
      </ul>
      <p className="small t2">
        {w("windows", { n: windows.length })}　{w("faults", { n: faults, m: offline })}
      </p>
    </div>
  );
}

/** Day shift 08–20, night 20–08, by the clock in Shanghai. */
function proposed(officer: string) {
  const now = new Date(serverNow() + 8 * 3_600_000);
  const hour = now.getUTCHours();
  const isDay = hour >= 7 && hour < 19;
  const end = new Date(now);
  if (!isDay && hour >= 19) end.setUTCDate(end.getUTCDate() + 1);
  end.setUTCHours(isDay ? 20 : 8, 0, 0, 0);
  return { name: w(isDay ? "day" : "night"), until: end.toISOString().slice(0, 16), officers: officer, leader: "" };
}

const officersOf = (text: string, me: { readonly id: string; readonly name: string }) =>
  text
    .split(/[、,，;；\s]+/)
    .filter(Boolean)
    .map((name) => ({ id: name === me.name ? me.id : null, name }));
