/** The devices of one unit, each with its state and last message; the chosen one's facts and orders below. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { cx } from "../../lib/class.ts";
import { useNow } from "../../lib/clock.ts";
import { ago, duration, exact, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { StateDot } from "../../ui/meaning.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Loading, StateBlock } from "../../ui/state-block.tsx";
import type { DevicesAddress } from "./address.ts";
import { type Device, type DeviceDetail, deviceQuery, pointCountQuery, unitDevicesQuery } from "./model.ts";
import { Orders } from "./orders.tsx";
import { UnitSearch } from "./unit-search.tsx";
import { t } from "./words.ts";

export type UnitPanelProps = {
  readonly unit: string;
  readonly device: string;
  readonly port: number | null;
  readonly settled: boolean;
  readonly onOpen: (next: Partial<DevicesAddress>) => void;
};

export function UnitPanel({ unit, device, port, settled, onOpen }: UnitPanelProps) {
  const now = useNow();
  const may = useMay();
  const devices = useQuery(unitDevicesQuery(unit)).data;
  const counts = useQueries({ queries: (devices ?? []).slice(0, 20).map(({ address }) => pointCountQuery(address)) });
  const partsOf = (address: string) => counts[devices?.findIndex((each) => each.address === address) ?? -1]?.data;
  const total = counts.reduce((sum, each) => sum + (each.data ?? 0), 0);
  const detail = useQuery(deviceQuery(device)).data;
  const name = devices?.[0]?._ref?.unit ?? detail?.device._ref?.unit ?? "";
  const change = (
    <Popover button={t("otherUnit")} buttonClass="link" align="end" width={320}>
      {(close) => (
        <UnitSearch
          onChoose={(next) => {
            close();
            onOpen({ unit: next.id, device: "", message: "" });
          }}
        />
      )}
    </Popover>
  );
  if (!unit && settled)
    return (
      <Panel title={t("registered")} end={change}>
        <StateBlock kind="empty" title={t("noDevicesAnywhere")}>
          {t("noDevicesHint", { port: port ?? "—" })}
        </StateBlock>
      </Panel>
    );
  return (
    <Panel
      className="devices-unit"
      title={
        <Go href={`/places/unit/${unit}`} className="devices-unit-name" title={t("unitFile")}>
          {name}
        </Go>
      }
      aside={devices && `${t("devicesOf", { n: devices.length })}　${t("parts", { n: number(total) })}`}
      end={change}
      flush
    >
      <div className="devices-list">
        {!devices && <Loading rows={4} />}
        {devices?.length === 0 && <p className="devices-none t2">{t("noDevices")}</p>}
        {devices?.map((each) => (
          <button
            key={each.id}
            type="button"
            aria-pressed={each.address === device}
            className={cx("device-row", each.address === device && "device-row-chosen")}
            onClick={() => onOpen({ unit, device: each.address, message: "" })}
          >
            <span className="device-name truncate" title={each.name}>
              {each.name}
            </span>
            <DeviceState device={each} />
            <span className="num t2">{each.address.toUpperCase()}</span>
            <span className="device-more t2">
              {partsOf(each.address) !== undefined && <span>{t("parts", { n: number(partsOf(each.address) ?? 0) })}</span>}
              <span title={each.lastMessageAt ? exact(each.lastMessageAt) : undefined}>
                {each.lastMessageAt ? ago(each.lastMessageAt, now) : t("neverHeard")}
              </span>
            </span>
          </button>
        ))}
      </div>
      {detail && <DeviceFacts detail={detail} mayOrder={may("remote-monitoring.command")} now={now} />}
    </Panel>
  );
}

function DeviceState({ device }: { readonly device: Device }) {
  if (device.connection !== "online") return <StateDot meaning="offline">{t(device.connection)}</StateDot>;
  return device.fault ? <StateDot meaning="fault">{t("fault")}</StateDot> : <StateDot meaning="ok">{t("online")}</StateDot>;
}

type DeviceFactsProps = { readonly detail: DeviceDetail; readonly mayOrder: boolean; readonly now: number };
function DeviceFacts({ detail, mayOrder, now }: DeviceFactsProps) {
  const { device, register, connection, points } = detail;
  const unmatched = points.unmatched ?? 0;
  const model = [register?.model || t("unknown"), register?.firmware ? t("firmware", { v: register.firmware }) : ""];
  return (
    <div className="device-facts">
      <h3>{device.name}</h3>
      <Facts
        items={[
          [t("model"), model.filter(Boolean).join("　")],
          [
            t("connection"),
            connection
              ? `${connection.transport.toUpperCase()} ${connection.remote}${t("comma")}${duration((now - Date.parse(connection.since)) / 1000)}`
              : t("notConnected"),
          ],
          [t("clock"), <ClockOffset key="clock" seconds={device.clockOffsetS} />],
          [t("traffic"), t("trafficToday", { n: number(device.messagesToday ?? 0) })],
          ...(device.fault && device.faultWords
            ? [
                [
                  t("faultWords"),
                  <span key="fault" className="ink-fault">
                    {device.faultWords}
                  </span>,
                ] as const,
              ]
            : []),
          [
            t("pointTable"),
            <Go
              key="points"
              className={unmatched > 0 ? "ink-soon" : undefined}
              href={`/sensing/devices?tab=points&unit=${device.unit}&device=${device.address}`}
            >
              {t("pointsRegistered", { n: number(points.registered ?? 0) })}
              {unmatched > 0 && `${t("comma")}${t("unmatched", { n: number(unmatched) })} ▲`}
            </Go>,
          ],
        ]}
      />
      {mayOrder && <Orders detail={detail} />}
    </div>
  );
}

/** Within a second nobody needs to act. */
function ClockOffset({ seconds }: { readonly seconds: number | null }) {
  if (seconds === null) return <span className="t3">—</span>;
  if (Math.abs(seconds) < 1) return <span>{t("exactClock")}</span>;
  const far = Math.abs(seconds) >= 60;
  const words = t(seconds > 0 ? "fast" : "slow", { n: number(Math.abs(seconds), 0) });
  return <span className={far ? "ink-soon" : undefined}>{far ? `${words} ▲` : words}</span>;
}
