/** 设备接入: the devices of a unit, what they said byte by byte, and the addresses nobody knows. This is how installers debug. */
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { number, wan } from "../../lib/format.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { type DevicesAddress, readAddress, tabs, writeAddress } from "./address.ts";
import { FramePanel } from "./frame-panel.tsx";
import {
  anyDeviceQuery,
  deviceQuery,
  messageQuery,
  summaryQuery,
  unitDevicesQuery,
  unreadableQuery,
  unregisteredQuery,
  useDeviceFeed,
} from "./model.ts";
import { Points } from "./points.tsx";
import { UnitPanel } from "./unit-panel.tsx";
import { UnreadablePanel } from "./unreadable.tsx";
import { UnregisteredPanel, UnregisteredTable } from "./unregistered.tsx";
import { t } from "./words.ts";
import "./devices.css";

export default function Devices() {
  const go = useGo();
  const may = useMay();
  const given = readAddress(useSearchText());
  const mayClaim = may("remote-monitoring.claim");
  const summary = useQuery(summaryQuery).data;
  const unregistered = useQuery({ ...unregisteredQuery, enabled: mayClaim });
  const unreadable = useInfiniteQuery({ ...unreadableQuery, enabled: mayClaim });
  const chosen = useChosen(given);
  useDeviceFeed();
  useEffect(() => {
    document.title = t("title");
  }, []);

  const open = (next: Partial<DevicesAddress>) => go(writeAddress({ ...given, ...next }));
  const unread = unreadable.data?.pages.flatMap((page) => page.rows) ?? [];
  const counts = {
    registered: summary?.registered,
    unregistered: unregistered.data?.length,
    unreadable: mayClaim ? unread.length : undefined,
    points: undefined,
  };
  const shown = tabs.filter((tab) => mayClaim || (tab !== "unregistered" && tab !== "unreadable"));
  return (
    <div className="devices">
      <PageHead title={t("title")}>
        <span className="devices-line t2">{summary && <Traffic {...summary} />}</span>
        {may("facilities.component.import") && (
          <Button icon="upload" size="large" onClick={() => go("/facilities/component/import")}>
            {t("importPoints")}
          </Button>
        )}
        {may("facilities.transmitter.write") && (
          <Button kind="primary" size="large" onClick={() => go("/facilities/transmitter/new")}>
            {t("registerDevice")}
          </Button>
        )}
      </PageHead>
      <div className="devices-tabs">
        <Segments
          solid
          label={t("title")}
          value={given.tab}
          onChange={(tab) => open({ tab })}
          items={shown.map((key) => ({ key, label: t(key), count: counts[key] }))}
        />
      </div>
      {given.tab === "registered" && (
        <div className="devices-body">
          <div className="devices-side">
            <UnitPanel unit={chosen.unit} device={chosen.device} port={summary?.port ?? null} settled={chosen.settled} onOpen={open} />
            {mayClaim && <UnregisteredPanel rows={unregistered.data} onOpen={open} />}
          </div>
          <FramePanel device={chosen.device} message={given.message} onOpen={open} />
        </div>
      )}
      {given.tab === "unregistered" && (
        <UnregisteredTable rows={unregistered.data} error={unregistered.error} onRetry={() => void unregistered.refetch()} onOpen={open} />
      )}
      {given.tab === "unreadable" && (
        <UnreadablePanel
          rows={unread}
          pending={unreadable.isPending}
          error={unreadable.error}
          onRetry={() => void unreadable.refetch()}
          onMore={unreadable.hasNextPage ? () => void unreadable.fetchNextPage() : undefined}
          onOpen={open}
        />
      )}
      {given.tab === "points" && <Points unit={chosen.unit} device={chosen.device} onOpen={open} />}
    </div>
  );
}

/** The message names its device and the device its unit, so any of the three is address enough. */
function useChosen(given: DevicesAddress): { readonly unit: string; readonly device: string; readonly settled: boolean } {
  const message = useQuery(messageQuery(given.device ? "" : given.message)).data?.message;
  const named = given.device || (given.message ? (message?.address ?? "") : "");
  const detail = useQuery(deviceQuery(given.unit ? "" : named)).data;
  const anyWanted = !given.unit && !given.device && !given.message;
  const any = useQuery({ ...anyDeviceQuery, enabled: anyWanted });
  const unit = given.unit || (named ? (detail?.device.unit ?? "") : (any.data?.[0]?.unit ?? ""));
  const ofUnit = useQuery(unitDevicesQuery(unit)).data;
  const device = named || (anyWanted ? (any.data?.[0]?.address ?? "") : (ofUnit?.[0]?.address ?? ""));
  return { unit, device, settled: !anyWanted || any.isFetched };
}

type TrafficProps = {
  readonly port: number | null;
  readonly connections: number | null;
  readonly messagesToday: number;
  readonly deniedToday: number | null;
};
function Traffic({ port, connections, messagesToday, deniedToday }: TrafficProps) {
  if (port === null) return <span>{t("noGateway")}</span>;
  return (
    <>
      <span>
        {t("port")} <b className="num">{port}</b>
      </span>
      <span>
        {t("connections")} <b className="num">{number(connections ?? 0)}</b>
      </span>
      <span>
        {t("today")} {t("lines", { n: wan(messagesToday) })}
        {t("comma")}
        {t("denied", { n: number(deniedToday ?? 0) })}
      </span>
    </>
  );
}
