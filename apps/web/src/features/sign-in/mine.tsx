/** 我的账号: who I am here, my posts, my other sign-ins, password and one-time code, and how the pages look. */
import type { Gives } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Settings } from "../../app/bar.tsx";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { ago } from "../../lib/format.ts";
import { messages } from "../../lib/i18n.ts";
import { meQuery, useMe } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Facts, PageHead, Panel } from "../../ui/panel.tsx";
import { Loading } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { NewPassword, NewTotp } from "./first-steps.tsx";
import "./mine.css";

type OpenSession = Gives<"GET", "/me/sessions">["sessions"][number];

const t = messages(
  {
    title: "我的账号",
    who: "我是",
    account: "账号",
    organ: "部门",
    post: "职务",
    area: "辖区",
    posts: "我的岗位",
    now: "正用",
    use: "换到这个岗位",
    security: "登录安全",
    password: "改密码",
    totp: "绑定动态码",
    totpDone: "动态码已绑定",
    sessions: "登录的地方",
    here: "这里",
    end: "让它退出",
    ended: "已让 {address} 退出",
    look: "显示",
    switched: "已换岗位",
  },
  {
    title: "My account",
    who: "Me",
    account: "Account",
    organ: "Organ",
    post: "Post",
    area: "Area",
    posts: "My posts",
    now: "in use",
    use: "Use this post",
    security: "Security",
    password: "Change password",
    totp: "Add one-time code",
    totpDone: "One-time code is set up",
    sessions: "Signed in at",
    here: "here",
    end: "Sign it out",
    ended: "{address} signed out",
    look: "Look",
    switched: "Post changed",
  },
);

export default function Mine() {
  const { user, posts = [] } = useMe();
  const client = useQueryClient();
  const [asking, setAsking] = useState<"password" | "totp" | null>(null);
  const sessions = useQuery({
    queryKey: ["sessions"],
    queryFn: async () => (await api.get("/me/sessions")).sessions,
  });
  const done = async () => {
    setAsking(null);
    await client.invalidateQueries({ queryKey: meQuery.queryKey });
  };
  const choosePost = async (id: string) => {
    try {
      await api.post("/me/post", { id });
      toast.done(t("switched"));
      location.assign("/");
    } catch (error) {
      toast.trouble(error);
    }
  };
  const end = async ({ id, address }: OpenSession) => {
    try {
      await api.remove("/me/sessions/{id}", { id });
      await sessions.refetch();
      toast.done(t("ended", { address }));
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <>
      <PageHead title={t("title")} />
      <div className="mine">
        <Panel title={user.name}>
          <Facts
            items={[
              [t("account"), user.account],
              [t("organ"), user.organ ?? "—"],
              [t("post"), user.post ?? "—"],
              [t("area"), user.areaName],
            ]}
          />
        </Panel>
        {posts.length > 1 && (
          <Panel title={t("posts")} flush>
            {posts.map((post) => (
              <div key={post.id} className="mine-row">
                <span className="grow">
                  {post.roleLabel} <span className="t2 small">{[post.organ, post.areaName].filter(Boolean).join(" ")}</span>
                </span>
                {post.active ? (
                  <span className="small t2">{t("now")}</span>
                ) : (
                  <Button onClick={() => void choosePost(post.id)}>{t("use")}</Button>
                )}
              </div>
            ))}
          </Panel>
        )}
        <Panel title={t("security")}>
          <div className="row" style={{ flexWrap: "wrap" }}>
            <Button onClick={() => setAsking("password")}>{t("password")}</Button>
            {user.hasTotp ? (
              <span className="small t2">{t("totpDone")}</span>
            ) : (
              <Button onClick={() => setAsking("totp")}>{t("totp")}</Button>
            )}
          </div>
        </Panel>
        <Panel title={t("sessions")} flush>
          {!sessions.data && <Loading rows={2} />}
          {sessions.data?.map((session) => (
            <div key={session.id} className="mine-row">
              <span className="grow num">{session.address}</span>
              <span className="small t2">{session.current ? t("here") : ago(session.lastSeenAt, serverNow())}</span>
              {!session.current && <Button onClick={() => void end(session)}>{t("end")}</Button>}
            </div>
          ))}
        </Panel>
        <Panel title={t("look")}>
          <Settings />
        </Panel>
      </div>
      {asking && (
        <Dialog title={t(asking)} onClose={() => setAsking(null)}>
          {asking === "password" ? <NewPassword onDone={done} /> : <NewTotp onDone={done} />}
        </Dialog>
      )}
    </>
  );
}
