import type { Posting as Post } from "@suiren/api-client";
/** 授权: role × organ × area, granted and withdrawn by the security administrator. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { useMay } from "../../lib/session.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button } from "../../ui/button.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { Popover } from "../../ui/popover.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { ReasonDialog } from "../ledger/reveal.tsx";
import { rolesQuery } from "./roles-query.ts";
import { t } from "./words.ts";

export default function PostsPanel({ row }: PanelProps) {
  const may = useMay();
  return may("identity.grant") ? (
    <Posts id={row.id} kind={String(row.kind)} area={{ key: row.area, name: row.areaName ?? "" }} />
  ) : (
    <p className="small t2">{t("securityOnly")}</p>
  );
}

function Posts({
  id,
  kind,
  area,
}: {
  readonly id: string;
  readonly kind: string;
  readonly area: { readonly key: number; readonly name: string };
}) {
  const client = useQueryClient();
  const [withdrawing, setWithdrawing] = useState<Post | null>(null);
  const [reason, setReason] = useState("");
  const [role, setRole] = useState("");
  const [place, setPlace] = useState(area);
  const posts = useQuery({
    queryKey: ["posts", id],
    queryFn: async () => (await api.get("/identity/accounts/{id}/posts", { id })).posts,
  });
  const roles = useQuery(rolesQuery).data ?? [];
  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      toast.done(done);
      await client.invalidateQueries({ queryKey: ["posts", id] });
      await client.invalidateQueries({ queryKey: ["ledger", "identity/user"] });
    } catch (error) {
      toast.trouble(error);
    }
  };
  const grant = () => {
    const label = roles.find((each) => each.key === role)?.label ?? role;
    return attempt(() => api.post("/identity/accounts/{id}/posts", { id, role, area: place.key }), t("granted", { role: label }));
  };
  const withdraw = async (post: Post) => {
    await attempt(
      () => api.remove("/identity/posts/{id}", { id: post.id, reason: reason.trim() }),
      t("withdrawn", { role: post.roleLabel }),
    );
    setWithdrawing(null);
    setReason("");
  };
  if (posts.error) return <Trouble error={posts.error} what={t("posts")} onRetry={() => void posts.refetch()} />;
  if (!posts.data) return <Loading what={t("posts")} rows={3} />;
  return (
    <div className="col" style={{ gap: 14 }}>
      {posts.data.length === 0 && <p className="small t2">{t("noPosts")}</p>}
      {posts.data.map((post) => (
        <div key={post.id} className="row">
          <span className="grow">
            {post.roleLabel} <span className="small t2">{[post.organName, post.areaName, post.title].filter(Boolean).join(" ")}</span>
          </span>
          <Button onClick={() => setWithdrawing(post)}>{t("withdraw")}</Button>
        </div>
      ))}
      <Field label={t("role")}>
        {(ids) => (
          <Select
            {...ids}
            empty="—"
            options={roles.filter((each) => each.kind === kind).map((each) => ({ value: each.key, label: each.label }))}
            value={role}
            onChange={(event) => setRole(event.target.value)}
          />
        )}
      </Field>
      <div className="row">
        <span className="grow">
          {t("area")} {place.name}
        </span>
        <Popover buttonClass="btn btn-plain btn-normal" button={t("choose")}>
          {(close) => (
            <AreaPicker
              onChoose={(chosen) => {
                setPlace(chosen);
                close();
              }}
            />
          )}
        </Popover>
        <Button kind="primary" reason={role ? undefined : t("role")} onClick={() => void grant()}>
          {t("grant")}
        </Button>
      </div>
      {withdrawing && (
        <ReasonDialog
          title={`${t("withdraw")} ${withdrawing.roleLabel}`}
          hint={t("reasonHint")}
          verb={t("withdraw")}
          reason={reason}
          onReason={setReason}
          onClose={() => setWithdrawing(null)}
          onDone={() => void withdraw(withdrawing)}
        />
      )}
    </div>
  );
}
