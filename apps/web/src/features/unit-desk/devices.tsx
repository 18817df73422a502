/** The unit's devices with state and last message, the points out of order, running shields and tests. */
import { useNow } from "../../lib/clock.ts";
import { ago, dayTime } from "../../lib/format.ts";
import { Signal, StateDot } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import type { Desk, Device, Window } from "./model.ts";
import { t } from "./words.ts";

type DevicesProps = { readonly desk: Desk; readonly windows: readonly Window[] | undefined };

export function Devices({ desk, windows }: DevicesProps) {
  const now = useNow();
  const { devices, faults } = desk;
  return (
    <>
      <Panel title={t("devices")} aside={devices.length} flush>
        {devices.length === 0 && <p className="desk-none t2">{t("noDevices")}</p>}
        {devices.map((device) => (
          <div key={device.id} className="desk-row">
            <span className="grow">
              <b>{device.name}</b>
              <small className="t2">{device.lastMessageAt ? t("last", { ago: ago(device.lastMessageAt, now) }) : t("neverHeard")}</small>
            </span>
            <DeviceState device={device} />
          </div>
        ))}
      </Panel>
      {faults.length > 0 && (
        <Panel title={t("badPoints")} aside={faults.length} flush>
          {faults.map((point) => (
            <div key={point.id} className="desk-row">
              <span className="grow">
                <b>{point.placeWords || point.name}</b>
                <small className="t2">{[point.name, point.lastAt && ago(point.lastAt, now)].filter(Boolean).join("　")}</small>
              </span>
              <Signal meaning={point.condition} />
            </div>
          ))}
        </Panel>
      )}
      {windows && (
        <Panel title={t("windows")} aside={windows.length || undefined} flush>
          {windows.map((each) => (
            <div key={each.id} className="desk-row">
              <span className="grow">
                <b>{each.scopeWords}</b>
                <small className="t2">{each.reason}</small>
              </span>
              <span className="desk-until">
                <Signal meaning={each.kind} />
                <small className="t2">{t("until", { at: dayTime(each.until, now) })}</small>
              </span>
            </div>
          ))}
          <p className="desk-none t2 small">{t("askWindow")}</p>
        </Panel>
      )}
    </>
  );
}

function DeviceState({ device }: { readonly device: Device }) {
  if (device.connection !== "online") return <StateDot meaning="offline">{t(device.connection)}</StateDot>;
  if (device.fault) return <StateDot meaning="fault">{device.faultWords || t("fault")}</StateDot>;
  return <StateDot meaning="ok">{t("online")}</StateDot>;
}
