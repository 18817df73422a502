/** 消息: what others told us and nobody here has read, newest first. */
import { serverNow } from "../../lib/clock.ts";
import { dayTime } from "../../lib/format.ts";
import { useGo } from "../../lib/go.tsx";
import { useMarkRead, useWorkList } from "../../lib/my-work.ts";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

const IN_SIGHT = 6;

export function Messages() {
  const go = useGo();
  const markRead = useMarkRead();
  const { items } = useWorkList("told", { unread: "true" });
  const readAll = async () => {
    try {
      await markRead();
      toast.done(t("allRead"));
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <Panel
      title={t("messages")}
      flush
      end={
        items.length > 0 && (
          <button type="button" className="link" onClick={() => void readAll()}>
            {t("readAll")}
          </button>
        )
      }
    >
      {items.length === 0 && <p className="small t3 work-quiet">{t("noMessages")}</p>}
      {items.slice(0, IN_SIGHT).map((each) => (
        <button key={each.id} type="button" className="work-message" onClick={() => go("/work?tab=told")}>
          <Icon name="bell" size={15} />
          <span className="grow truncate">
            {each.byName} {each.subject}
          </span>
          <span className="num small t2">{dayTime(each.askedAt, serverNow())}</span>
        </button>
      ))}
    </Panel>
  );
}
