/** The console around the page: menu from the server, search, bell, the person's own settings, and the line about a lost link. */
import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { time } from "../lib/format.ts";
import { usePath } from "../lib/go.tsx";
import { messages } from "../lib/i18n.ts";
import { live, useLink } from "../lib/live.ts";
import { useMe } from "../lib/session.ts";
import { useNarrow } from "../lib/viewport.ts";
import { Frame } from "../ui/frame.tsx";
import { StaleLine } from "../ui/state-block.tsx";
import { Bell, PersonMenu, SearchBox } from "./bar.tsx";
import { menusOf } from "./menus.ts";
import { setPreferences, usePreferences } from "./theme/preferences.ts";

const t = messages({ platform: "{city}火灾防控平台" }, { platform: "{city} fire prevention platform" });

export const platformName = (city: string): string => t("platform", { city });

export function ConsoleShell() {
  const me = useMe();
  const path = usePath();
  const narrow = useNarrow();
  const { folded } = usePreferences();
  useEffect(() => {
    live.start();
  }, []);
  return (
    <Frame
      place={platformName(me.city.name)}
      demo={me.demo}
      menus={menusOf(me)}
      path={path}
      folded={folded}
      onFold={(next) => setPreferences({ folded: next })}
      narrow={narrow}
      search={<SearchBox narrow={narrow} />}
      person={
        <>
          {!narrow && <Bell />}
          <PersonMenu />
        </>
      }
      notice={<LinkNotice />}
    >
      <Outlet />
    </Frame>
  );
}

/** Shown from the second failed try on: a blink of the network is nobody's business. */
export function LinkNotice() {
  const link = useLink();
  if (link.state !== "lost" || link.tries < 2) return null;
  return <StaleLine time={link.heardAt ? time(link.heardAt) : "—"} tries={link.tries} onRetry={() => live.retryNow()} />;
}
