/** Webhooks leave: signed, with growing pauses, dead at the end and sendable again. No redirect is followed and nothing inside is reached by mistake. */
import { randomBytes } from "node:crypto";
import { type LookupAddress, lookup } from "node:dns";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { sql } from "kysely";
import { asWorker } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import type { Services } from "#platform/services.ts";
import { faultOfUrl, mayReach } from "./domain/outward.ts";
import { pauseAfter } from "./domain/retry.ts";
import { sign } from "./domain/signature.ts";
import { type Platform, secretOf, sweep } from "./store.ts";

const JOB = "grassroots.deliver";
const ANSWER_MS = 5_000;
const RECEIPT_LIMIT = 1_000;
/** Longer than one attempt can take: who died at it is overtaken by the next. */
const CLAIM_SECONDS = 30;
const BATCH = 50;

export const sendLater = (services: Services, id: string, seconds: number): Promise<void> =>
  services.jobs.send(JOB, { id }, { startAfterSeconds: seconds });

type Attempt = { readonly ok: boolean; readonly status: number | null; readonly receipt: string; readonly trouble: string | null };
class Inner extends Error {}

/** Resolves a name and gives only addresses that may be reached: the very ones the connection then uses. */
const guarded =
  (allowPrivate: boolean): LookupFunction =>
  (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, "", 4);
      const addresses = found as readonly LookupAddress[];
      const allowed = addresses.filter(({ address }) => mayReach(address, allowPrivate));
      const [first] = allowed;
      // One inner address among outer ones is a trick, not a mistake.
      if (!first || allowed.length < addresses.length) return done(new Inner(), "", 4);
      return options.all ? done(null, [...allowed]) : done(null, first.address, first.family);
    });
  };

export type Outgoing = {
  readonly url: string;
  readonly allowPrivate: boolean;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/** One POST, at most five seconds, the answer cut short, redirects an error. */
export function post({ url, allowPrivate, headers, body }: Outgoing): Promise<Attempt> {
  const bad = (trouble: string): Attempt => ({ ok: false, status: null, receipt: "", trouble });
  if (faultOfUrl(url, allowPrivate)) return Promise.resolve(bad("地址不允许"));
  const target = new URL(url);
  const host = target.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !mayReach(host, allowPrivate)) return Promise.resolve(bad("地址不允许"));
  const send = target.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((done) => {
    const request = send(
      target,
      {
        method: "POST",
        headers: { ...headers, "content-length": Buffer.byteLength(body) },
        lookup: guarded(allowPrivate),
        signal: AbortSignal.timeout(ANSWER_MS),
        agent: false,
      },
      (response) => {
        const pieces: Buffer[] = [];
        let size = 0;
        const finish = () => {
          const status = response.statusCode ?? 0;
          const good = status >= 200 && status < 300;
          const receipt = Buffer.concat(pieces).toString("utf8").slice(0, RECEIPT_LIMIT);
          done({ ok: good, status, receipt, trouble: good ? null : `对方答复 ${status}` });
        };
        response.on("data", (piece: Buffer) => {
          pieces.push(piece);
          size += piece.length;
          if (size > 4 * RECEIPT_LIMIT) response.destroy();
        });
        response.on("close", finish);
        response.on("error", () => undefined);
      },
    );
    request.on("error", (error) =>
      done(
        bad(
          error instanceof Inner
            ? "地址指向内网，已拒绝"
            : error.name === "TimeoutError" || error.name === "AbortError"
              ? `${ANSWER_MS / 1_000} 秒内无答复`
              : "连接不上",
        ),
      ),
    );
    request.end(body);
  });
}

/** Headers of one attempt: a fresh time and nonce each, or a receiver that guards against replays would refuse the second. */
export function signedHeaders(
  url: string,
  body: string,
  key: string,
  secret: string,
  id: string,
  now: Date,
): Readonly<Record<string, string>> {
  const { pathname, search } = new URL(url);
  const timestamp = String(Math.floor(now.getTime() / 1_000));
  const nonce = randomBytes(16).toString("hex");
  return {
    "content-type": "application/json; charset=utf-8",
    "user-agent": "Suiren",
    "x-suiren": key,
    "x-suiren-delivery": id,
    "x-suiren-timestamp": timestamp,
    "x-suiren-nonce": nonce,
    "x-suiren-signature": sign(secret, { method: "POST", path: `${pathname}${search}`, timestamp, nonce, body: Buffer.from(body) }),
  };
}

type Claimed = Platform & { readonly deliveryId: string; readonly body: string; readonly attempts: number };

/** Takes one to send, for half a minute: two workers never send the same at once. An address nobody has approved yet gets nothing; it waits. */
const claim = (services: Services, id: string, now: Date): Promise<Claimed | undefined> =>
  asWorker(services.db, async (tx) => {
    const { rows } =
      await sql<Claimed>`update grassroots.delivery d set next_at = ${new Date(now.getTime() + CLAIM_SECONDS * 1_000).toISOString()}, attempts = d.attempts + 1,
        last_at = ${now.toISOString()} from grassroots.platform p
      where d.id = ${id} and d.state = 'pending' and d.next_at <= ${now.toISOString()} and p.id = d.platform and p.state <> 'pending'
      returning p.*, d.id as delivery_id, d.body, d.attempts`.execute(tx);
    return rows[0];
  });

/** One attempt, whatever comes of it is written down. @returns what became of it, or null when there was nothing to do */
export async function deliverOne(services: Services, id: string): Promise<"delivered" | "pending" | "dead" | null> {
  const now = services.clock.now();
  const taken = await claim(services, id, now);
  if (!taken) return null;
  const { webhookUrl, body, attempts, allowPrivate, key, state, deliveryId } = taken;
  const result: Attempt =
    webhookUrl === null || state === "revoked"
      ? { ok: false, status: null, receipt: "", trouble: "平台已撤销或没有回调地址" }
      : await post({
          url: webhookUrl,
          allowPrivate,
          body,
          headers: signedHeaders(webhookUrl, body, key, secretOf(services, taken), deliveryId, now),
        });
  const pause = result.ok || state === "revoked" ? null : pauseAfter(attempts);
  const after = result.ok ? "delivered" : pause === null ? "dead" : "pending";
  const at = services.clock.now();
  const next = pause === null ? null : new Date(at.getTime() + pause * 1_000).toISOString();
  await asWorker(services.db, (tx) =>
    sql`update grassroots.delivery set state = ${after}, status = ${result.status}, receipt = ${result.receipt}, trouble = ${result.trouble}, next_at = ${next},
      delivered_at = ${result.ok ? at.toISOString() : null} where id = ${id}`.execute(tx),
  );
  if (pause !== null) await sendLater(services, id, pause);
  return after;
}

export const deliverJob: Job = { name: JOB, run: ({ id }, services) => deliverOne(services, String(id)).then(() => undefined) };

/** Each minute: what is due and was lost on its way to the job runner; what is old and says nothing. */
export const sweepJob: Job = {
  name: "grassroots.deliver-due",
  cron: "* * * * *",
  async run(_, services) {
    const now = services.clock.now();
    const due = await asWorker(services.db, async (tx) => {
      await sweep(tx, now);
      return sql<{
        id: string;
      }>`select id from grassroots.delivery where state = 'pending' and next_at <= ${now.toISOString()} order by next_at limit ${BATCH}`.execute(
        tx,
      );
    });
    for (const { id } of due.rows) await deliverOne(services, id);
  },
};
