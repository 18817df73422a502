/** Orders to a device, and what became of them: 送出 → 应答 or 超时. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { clock } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { confirm } from "../../ui/dialog.tsx";
import { toast } from "../../ui/toast.tsx";
import type { DeviceDetail } from "./model.ts";
import { t } from "./words.ts";

const kindWords = {
  "duty-check": "kind_duty_check",
  "synchronise-clock": "kind_synchronise_clock",
  initialise: "kind_initialise",
  "read-transmitter": "kind_read_transmitter",
  "read-transmitter-time": "kind_read_transmitter_time",
  "read-transmitter-version": "kind_read_transmitter_version",
  "read-system": "kind_read_system",
  "read-component": "kind_read_component",
} as const;
type Kind = keyof typeof kindWords;
/** What the buttons order; a system or a component is read by its numbers, elsewhere. */
type Ordered = Exclude<Kind, "read-system" | "read-component">;
const isKind = (text: string): text is Kind => text in kindWords;
const kindWord = (kind: string): string => (isKind(kind) ? t(kindWords[kind]) : kind);

const stateWords = {
  queued: ["state_queued", "t3"],
  sending: ["state_sending", "ink-primary"],
  answered: ["state_answered", "ink-ok"],
  denied: ["state_denied", "ink-soon"],
  timeout: ["state_timeout", "ink-soon"],
  "not-connected": ["state_not_connected", "ink-soon"],
} as const;
type State = keyof typeof stateWords;
const isState = (text: string): text is State => text in stateWords;

const SHOWN = 3;

export function Orders({ detail }: { readonly detail: DeviceDetail }) {
  const { device, commands } = detail;
  const client = useQueryClient();
  const order = useMutation({
    mutationFn: (kind: Ordered): Promise<unknown> =>
      kind === "duty-check"
        ? api.post("/duty/duty-check", { addresses: [device.address] })
        : api.post("/duty/commands", { address: device.address, command: { kind } }),
    onError: (error) => toast.trouble(error),
    onSettled: () => client.invalidateQueries({ queryKey: ["devices", "one", device.address] }),
  });
  const initialise = async () => {
    const sure = await confirm({ title: t("initialiseTitle", { name: device.name }), text: t("initialiseText"), verb: t("initialise") });
    if (sure) order.mutate("initialise");
  };
  const busy = (kind: Ordered) => order.isPending && order.variables === kind;
  const notTransmitter = device.kind === "transmitter" ? undefined : t("onlyTransmitter");
  return (
    <>
      <div className="orders">
        <Button size="small" kind="primary" busy={busy("duty-check")} reason={notTransmitter} onClick={() => order.mutate("duty-check")}>
          {t("checkDuty")}
        </Button>
        <Button size="small" busy={busy("read-transmitter")} onClick={() => order.mutate("read-transmitter")}>
          {t("readState")}
        </Button>
        <Button size="small" busy={busy("synchronise-clock")} onClick={() => order.mutate("synchronise-clock")}>
          {t("syncClock")}
        </Button>
        <Button size="small" busy={busy("initialise")} onClick={() => void initialise()}>
          {t("initialise")}
        </Button>
      </div>
      {commands.length > 0 && (
        <ul className="orders-done" aria-live="polite">
          {commands.slice(0, SHOWN).map((each) => (
            <li key={each.id} title={each.askedByName}>
              <span className="num t3">{clock(each.askedAt)}</span>
              <span>{kindWord(each.command.kind)}</span>
              <Outcome state={each.state} askedAt={each.askedAt} finishedAt={each.finishedAt} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type OutcomeProps = { readonly state: string; readonly askedAt: string; readonly finishedAt: string | null };
function Outcome({ state, askedAt, finishedAt }: OutcomeProps) {
  if (!isState(state)) return <span>{state}</span>;
  const [word, ink] = stateWords[state];
  const seconds = finishedAt && state === "answered" ? (Date.parse(finishedAt) - Date.parse(askedAt)) / 1000 : null;
  return (
    <span className={`orders-state ${ink}`}>
      {t(word)}
      {seconds !== null && <span className="num t3"> {seconds.toFixed(1)} s</span>}
    </span>
  );
}
