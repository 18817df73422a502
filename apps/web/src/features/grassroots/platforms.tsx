/** 基层平台接入: who is connected, what came and went, what failed; registering, approving, revoking. For the administrators. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { dayTime } from "../../lib/format.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { confirm, Dialog } from "../../ui/dialog.tsx";
import { Drawer } from "../../ui/drawer.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { StateDot, Tag } from "../../ui/meaning.tsx";
import { Facts, PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { type Delivery, deliveriesQuery, KEY, type Platform, type Platforms, platformsQuery } from "./model.ts";
import { PlatformForm } from "./platform-form.tsx";
import { p } from "./platform-words.ts";
import "./grassroots.css";

const meaning = { active: "ok", pending: "soon", revoked: "offline" } as const;

export default function PlatformsPage() {
  const go = useGo();
  const open = new URLSearchParams(useSearchText()).get("open");
  const { data, error, refetch } = useQuery(platformsQuery);
  const [form, setForm] = useState<Platform | "new" | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  useEffect(() => {
    document.title = p("title");
  }, []);
  if (error) return <Trouble error={error} what={p("title")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={p("title")} />;
  const shown = data.platforms.find(({ id }) => id === open);
  return (
    <div className="with-drawer">
      <div className="grass">
        <PageHead title={p("title")}>
          <a href="/openapi.json" target="_blank" rel="noreferrer">
            {p("document")}
          </a>
          {data.mayRegister && (
            <Button kind="primary" icon="plus" onClick={() => setForm("new")}>
              {p("register")}
            </Button>
          )}
        </PageHead>
        <Panel className="grass-panel" flush>
          {data.platforms.length === 0 ? (
            <StateBlock kind="empty" title={p("none")}>
              {p("noneHint")}
            </StateBlock>
          ) : (
            <Table
              platforms={data.platforms}
              open={open}
              onOpen={(id) => go(`/grassroots/platforms?open=${id}`, { replace: open !== null })}
            />
          )}
        </Panel>
      </div>
      {shown && (
        <PlatformDrawer
          platform={shown}
          may={data}
          onClose={() => go("/grassroots/platforms", { replace: true })}
          onEdit={() => setForm(shown)}
          onSecret={setSecret}
        />
      )}
      {form && <PlatformForm platform={form === "new" ? null : form} onClose={() => setForm(null)} onSecret={setSecret} />}
      {secret && <Secret secret={secret} onClose={() => setSecret(null)} />}
    </div>
  );
}

function Table({
  platforms,
  open,
  onOpen,
}: {
  readonly platforms: readonly Platform[];
  readonly open: string | null;
  readonly onOpen: (id: string) => void;
}) {
  return (
    <table className="grass-table">
      <thead>
        <tr>
          <th>{p("name")}</th>
          <th className="grass-wide">{p("kind")}</th>
          <th className="grass-wide">{p("area")}</th>
          <th>{p("state")}</th>
          <th className="amount grass-wide">{p("inEvents")}</th>
          <th className="amount">{p("dead")}</th>
          <th className="grass-wide">{p("lastIn")}</th>
        </tr>
      </thead>
      <tbody>
        {platforms.map((each) => (
          <tr key={each.id} className={cx(each.id === open && "is-open")}>
            <td>
              <button type="button" className="link" onClick={() => onOpen(each.id)}>
                {each.name}
              </button>
            </td>
            <td className="grass-wide">{p(each.kind)}</td>
            <td className="grass-wide">{each.areaName}</td>
            <td>
              <StateDot meaning={meaning[each.state]}>{p(each.state)}</StateDot>
            </td>
            <td className="amount num grass-wide">{each.events}</td>
            <td className={cx("amount num", each.dead > 0 && "ink-overdue")}>{each.dead}</td>
            <td className="grass-wide">{each.lastInAt ? dayTime(each.lastInAt) : <span className="t3">{p("never")}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DrawerProps = {
  readonly platform: Platform;
  readonly may: Pick<Platforms, "mayRegister" | "mayApprove">;
  readonly onClose: () => void;
  readonly onEdit: () => void;
  readonly onSecret: (secret: string) => void;
};

function PlatformDrawer({ platform, may, onClose, onEdit, onSecret }: DrawerProps) {
  const client = useQueryClient();
  const [revoking, setRevoking] = useState(false);
  const { id, name } = platform;
  const act = async (work: () => Promise<unknown>, done?: string) => {
    try {
      await work();
      if (done) toast.done(done);
      await client.invalidateQueries({ queryKey: [KEY] });
    } catch (error) {
      toast.trouble(error);
    }
  };
  const renew = async () => {
    if (!(await confirm({ title: p("renew"), text: p("renewText", { name }), verb: p("renew") }))) return;
    await act(async () => onSecret((await api.post("/grassroots/platforms/{id}/secret", { id })).secret));
  };
  return (
    <Drawer
      title={name}
      marks={<StateDot meaning={meaning[platform.state]}>{p(platform.state)}</StateDot>}
      sub={<span className="num">{platform.key}</span>}
      onClose={onClose}
      foot={
        <div className="row" style={{ flexWrap: "wrap" }}>
          {may.mayApprove && platform.state === "pending" && (
            <Button kind="primary" onClick={() => void act(() => api.post("/grassroots/platforms/{id}/approve", { id }))}>
              {p("approve")}
            </Button>
          )}
          {may.mayRegister && platform.state === "active" && platform.webhookUrl && (
            <Button kind="primary" onClick={() => void act(() => api.post("/grassroots/platforms/{id}/test", { id }), p("tested"))}>
              {p("test")}
            </Button>
          )}
          {may.mayRegister && <Button onClick={onEdit}>{p("edit")}</Button>}
          {may.mayRegister && <Button onClick={() => void renew()}>{p("renew")}</Button>}
          {may.mayApprove && platform.state !== "revoked" && <Button onClick={() => setRevoking(true)}>{p("revoke")}</Button>}
        </div>
      }
    >
      <Facts items={factsOf(platform)} />
      <Deliveries id={id} mayResend={may.mayRegister} />
      {revoking && <Revoke id={id} onClose={() => setRevoking(false)} />}
    </Drawer>
  );
}

const refusalWords = ["unsigned", "bad_nonce", "clock", "bad_signature", "replayed", "too_many", "scope", "not_active"] as const;

function factsOf(platform: Platform): readonly (readonly [string, ReactNode])[] {
  const why = refusalWords.find((each) => each === platform.lastRefusal);
  return [
    [p("kind"), p(platform.kind)],
    [p("area"), platform.areaName],
    [
      p("scopes"),
      <span key="scopes" className="row" style={{ flexWrap: "wrap", gap: 4 }}>
        {platform.scopes.map((scope) => (
          <Tag key={scope}>{p(scope)}</Tag>
        ))}
      </span>,
    ],
    [p("webhook"), platform.webhookUrl ?? "—"],
    [p("origin"), platform.origin ?? "—"],
    [p("secretMade"), dayTime(platform.secretMadeAt)],
    [p("lastIn"), platform.lastInAt ? dayTime(platform.lastInAt) : p("never")],
    [p("inEvents"), `${platform.events} · ${p("openEvents", { n: platform.openEvents })}`],
    [p("outbox"), `${p("delivered")} ${platform.delivered} · ${p("waiting")} ${platform.pending} · ${p("dead")} ${platform.dead}`],
    [p("sessions"), platform.sessions],
    [p("refusals"), why ? `${platform.refused} · ${p("lastRefusal", { why: p(why) })}` : platform.refused],
  ];
}

const kindWords = { feedback: "feedbackKind", warning: "warning", problem: "problemKind", test: "testKind" } as const;
const stateWords = { delivered: "delivered", pending: "waiting", dead: "dead" } as const;
const stateMeaning = { delivered: "ok", pending: "soon", dead: "overdue" } as const;

function Deliveries({ id, mayResend }: { readonly id: string; readonly mayResend: boolean }) {
  const client = useQueryClient();
  const { data } = useQuery(deliveriesQuery(id));
  const resend = async (each: Delivery) => {
    try {
      await api.post("/grassroots/deliveries/{id}/resend", { id: each.id });
      toast.done(p("resent"));
      await client.invalidateQueries({ queryKey: [KEY] });
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <section className="gap-section">
      <h3>{p("deliveries")}</h3>
      {data?.deliveries.length === 0 && <p className="small t2">{p("noDeliveries")}</p>}
      <div className="platform-deliveries">
        {data?.deliveries.map((each) => (
          <details key={each.id}>
            <summary>
              <StateDot meaning={stateMeaning[each.state]}>{p(stateWords[each.state])}</StateDot>
              <span className="grow">
                {p(kindWords[each.kind])} <span className="small t3">{each.type}</span>
              </span>
              <span className="small t2 num">{dayTime(each.createdAt)}</span>
            </summary>
            <p className="small t2">
              {[
                each.attempts > 0 ? p("attempts", { n: each.attempts }) : "",
                each.status === null ? "" : `HTTP ${each.status}`,
                each.trouble ?? "",
                each.state === "pending" && each.nextAt ? p("next", { at: dayTime(each.nextAt) }) : "",
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
            <pre className="platform-body">{each.body}</pre>
            {each.state === "dead" && mayResend && (
              <Button size="small" onClick={() => void resend(each)}>
                {p("resend")}
              </Button>
            )}
          </details>
        ))}
      </div>
    </section>
  );
}

function Revoke({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const send = async () => {
    try {
      await api.post("/grassroots/platforms/{id}/revoke", { id, reason });
      await client.invalidateQueries({ queryKey: [KEY] });
      onClose();
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <Dialog
      title={p("revoke")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{p("cancel")}</Button>
          <Button kind="primary" reason={reason.trim().length < 2 ? p("revokeWhy") : undefined} onClick={() => void send()}>
            {p("revoke")}
          </Button>
        </>
      }
    >
      <Field label={p("revokeWhy")}>
        {(ids) => <Input {...ids} value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Dialog>
  );
}

function Secret({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    toast.done(p("copied"));
  };
  return (
    <Dialog
      title={p("secret")}
      width={520}
      foot={
        <>
          <Button onClick={() => void copy()}>{p("copy")}</Button>
          <Button kind="primary" onClick={onClose}>
            {p("close")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 10 }}>
        <p className="platform-secret">{secret}</p>
        <p className="small t2">{p("secretOnce")}</p>
      </div>
    </Dialog>
  );
}
