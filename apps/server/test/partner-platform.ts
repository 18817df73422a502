/**
 * Stands in for a city's or grid platform (一网统管, 基层智治, 综治): hands over events, takes webhooks and guards itself against forged and repeated ones,
 * and shows our page inside its own. It knows Suiren by the OpenAPI document alone; its signature is written anew here, not borrowed from the server.
 */
import { createHash, createHmac, randomBytes } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";

export type Hook = {
  readonly path: string;
  readonly delivery: string;
  readonly verdict: "accepted" | "forged" | "replayed" | "late";
  readonly body: HookBody;
};
type HookBody = { readonly id: string; readonly type: string; readonly at: string; readonly data: Readonly<Record<string, unknown>> };
type Answer = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };
type Override = Readonly<Partial<Record<"timestamp" | "nonce" | "signature" | "key" | "body" | "path", string>>>;

const PAGE = (frame: string): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>基层智治</title><body style="margin:0"><h1 style="font:16px sans-serif;padding:8px">基层智治 应急消防</h1>
<iframe title="消防" src="${frame}" style="width:420px;height:820px;border:1px solid #ccc"></iframe></body></html>`;

async function read(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

function signatureOf(secret: string, method: string, path: string, timestamp: string, nonce: string, body: Buffer): string {
  const digest = createHash("sha256").update(body).digest("hex");
  return createHmac("sha256", secret).update(`suiren-v1\n${method}\n${path}\n${timestamp}\n${nonce}\n${digest}`).digest("hex");
}

export async function startPartnerPlatform() {
  const hooks: Hook[] = [];
  const seen = new Set<string>();
  let answers: { status: number; location?: string } = { status: 200 };
  let known = { base: "", key: "", secret: "" };
  let frame = "about:blank";

  /** What any careful receiver does: signature, age, then whether it came before. */
  function judge(request: IncomingMessage, body: Buffer): Hook["verdict"] {
    const header = (name: string): string => String(request.headers[name] ?? "");
    const [timestamp, nonce] = [header("x-suiren-timestamp"), header("x-suiren-nonce")];
    if (header("x-suiren-signature") !== signatureOf(known.secret, "POST", request.url ?? "", timestamp, nonce, body)) return "forged";
    if (Math.abs(Date.now() / 1_000 - Number(timestamp)) > 300) return "late";
    if (seen.has(nonce)) return "replayed";
    seen.add(nonce);
    return "accepted";
  }

  const server = createServer((request, response) => {
    void (async () => {
      if (request.method === "GET") {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(PAGE(frame));
        return;
      }
      const body = await read(request);
      hooks.push({
        path: request.url ?? "",
        delivery: String(request.headers["x-suiren-delivery"] ?? ""),
        verdict: judge(request, body),
        body: JSON.parse(body.toString("utf8")) as HookBody,
      });
      response.writeHead(answers.status, answers.location ? { location: answers.location } : {}).end("收到");
    })();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port was given");
  const origin = `http://127.0.0.1:${address.port}`;

  /** One signed call to Suiren. `with` breaks one thing on purpose. */
  async function call(method: "GET" | "POST", path: string, given: object | null, override: Override = {}): Promise<Answer> {
    const body = Buffer.from(given === null ? "" : JSON.stringify(given));
    const timestamp = override.timestamp ?? String(Math.floor(Date.now() / 1_000));
    const nonce = override.nonce ?? randomBytes(12).toString("hex");
    const whole = `/api/v1${path}`;
    const signature = override.signature ?? signatureOf(known.secret, method, override.path ?? whole, timestamp, nonce, body);
    const response = await fetch(`${known.base}${whole}`, {
      method,
      headers: {
        "x-suiren": override.key ?? known.key,
        "x-suiren-timestamp": timestamp,
        "x-suiren-nonce": nonce,
        "x-suiren-signature": signature,
        ...(given === null ? {} : { "content-type": "application/json" }),
      },
      ...(given === null ? {} : { body: override.body ?? body.toString("utf8") }),
    });
    return { status: response.status, body: (await response.json()) as Answer["body"] };
  }

  return {
    origin,
    webhookUrl: `${origin}/suiren/hook`,
    hooks,
    /** What the administrator of Suiren handed over. */
    connect(given: typeof known) {
      known = given;
    },
    /** How it answers webhooks from now on. */
    answer(next: typeof answers) {
      answers = next;
    },
    call,
    push: (event: object, override: Override = {}) => call("POST", "/partner/events", event, override),
    problem: (problem: object) => call("POST", "/partner/problems", problem),
    ask: (number: string) => call("GET", `/partner/events/${encodeURIComponent(number)}`, null),
    ticket: (account: string) => call("POST", "/partner/tickets", { account }),
    /** The page it shows from now on has this in its frame. */
    show(url: string) {
      frame = url;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
export type PartnerPlatform = Awaited<ReturnType<typeof startPartnerPlatform>>;
