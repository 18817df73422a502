import { describe, expect, it } from "vitest";
import { faultOfUrl, isOrigin, mayReach } from "./outward.ts";
import { MOST_ATTEMPTS, pauseAfter } from "./retry.ts";
import { faultOf, type Signed, sign, signedText } from "./signature.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const secret = "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
const example: Signed = {
  method: "POST",
  path: "/api/v1/partner/events",
  timestamp: "1773815420",
  nonce: "5f0c2e7a9b1d4c38",
  body: bytes('{"number":"SJ202603180021"}'),
};
const now = new Date(1_773_815_420_000);

describe("the signature of both directions", () => {
  // A vector for partners: made apart from this program by Python's hmac.
  it("is over six lines, and has a vector", () => {
    expect(signedText(example)).toBe(
      "suiren-v1\nPOST\n/api/v1/partner/events\n1773815420\n5f0c2e7a9b1d4c38\n6759443139341cce282b79247d2112a2044a4644392712204d5f8f7a1c185c0c",
    );
    expect(sign(secret, example)).toBe("dd458dab10f4f68f3eaa7de68eef823c903433bdf626f32abd4bee9f464cc0f8");
  });

  it("signs the empty body of a GET as the digest of nothing", () => {
    expect(signedText({ ...example, method: "get", body: bytes("") })).toContain(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  it("is refused when anything it covers was changed", () => {
    const signature = sign(secret, example);
    expect(faultOf(secret, example, signature, now)).toBeNull();
    const changes: readonly Partial<Signed>[] = [
      { method: "PUT" },
      { path: "/api/v1/partner/tickets" },
      { timestamp: "1773815421" },
      { nonce: "5f0c2e7a9b1d4c39" },
      { body: bytes('{"number":"SJ202603180022"}') },
    ];
    for (const change of changes) expect(faultOf(secret, { ...example, ...change }, signature, now)).toBe("bad_signature");
    expect(faultOf("another secret", example, signature, now)).toBe("bad_signature");
    expect(faultOf(secret, example, "", now)).toBe("unsigned");
    expect(faultOf(secret, example, signature.toUpperCase(), now)).toBe("unsigned");
  });

  it("is worthless five minutes before and after its time", () => {
    const at = (seconds: number) => faultOf(secret, example, sign(secret, example), new Date(now.getTime() + seconds * 1_000));
    expect([at(-301), at(-300), at(0), at(300), at(301)]).toEqual(["clock", null, null, null, "clock"]);
    expect(faultOf(secret, { ...example, timestamp: "soon" }, sign(secret, { ...example, timestamp: "soon" }), now)).toBe("clock");
  });

  it("takes no nonce that is short or odd", () => {
    for (const nonce of ["short", "x".repeat(65), "5f0c2e7a9b1d4c3\n", "汉字汉字汉字汉字汉字汉字汉字汉字"])
      expect(faultOf(secret, { ...example, nonce }, sign(secret, { ...example, nonce }), now)).toBe("bad_nonce");
  });
});

describe("where a webhook may go", () => {
  const inner = [
    "127.0.0.1",
    "10.1.2.3",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "198.18.0.1",
    "::1",
    "fc00::1",
    "fd12:3456::1",
    "::ffff:10.0.0.1",
    "::ffff:a00:1",
    "64:ff9b::a00:1",
    "2002:a00:1::1",
  ];
  const outer = ["1.2.4.8", "8.8.8.8", "172.32.0.1", "172.15.255.255", "192.167.1.1", "2400:3200::1", "::ffff:8.8.8.8"];
  const never = [
    "169.254.169.254",
    "0.0.0.0",
    "224.0.0.1",
    "255.255.255.255",
    "fe80::1",
    "ff02::1",
    "::",
    "::ffff:169.254.169.254",
    "not an address",
  ];

  it.each(inner)("%s lies inside: only when that is ticked", (address) => {
    expect([mayReach(address, false), mayReach(address, true)]).toEqual([false, true]);
  });
  it.each(outer)("%s lies outside", (address) => {
    expect(mayReach(address, false)).toBe(true);
  });
  it.each(never)("%s never", (address) => {
    expect([mayReach(address, false), mayReach(address, true)]).toEqual([false, false]);
  });

  it.each([
    ["https://jczz.example.gov.cn/hook", null],
    ["http://jczz.example.gov.cn/hook", "not_https"],
    ["https://127.0.0.1/hook", "private"],
    ["https://2130706433/hook", "private"],
    ["https://0x7f.1/hook", "private"],
    ["https://[::1]/hook", "private"],
    ["https://[::ffff:192.168.0.1]/hook", "private"],
    ["https://localhost/hook", "private"],
    ["https://gateway/hook", "private"],
    ["https://db.internal/hook", "private"],
    ["https://user:word@jczz.example.gov.cn/hook", "credentials"],
    ["ftp://jczz.example.gov.cn/hook", "bad_url"],
    ["file:///etc/passwd", "bad_url"],
    ["javascript:alert(1)", "bad_url"],
    ["jczz", "bad_url"],
  ])("%s: %s", (url, fault) => {
    expect(faultOfUrl(url, false)).toBe(fault);
  });

  it("http and inner hosts pass when ticked, the cloud's own data service not even then", () => {
    expect([faultOfUrl("http://10.0.0.8:8080/hook", true), faultOfUrl("http://gateway/hook", true)]).toEqual([null, null]);
    expect(faultOfUrl("http://169.254.169.254/latest", true)).toBe("private");
  });
});

it("an origin is scheme, host and port alone, or a header could be written with it", () => {
  for (const good of ["https://jczz.example.gov.cn", "https://jczz.example.gov.cn:8443", "http://10.0.0.8"])
    expect(isOrigin(good)).toBe(true);
  for (const bad of [
    "https://jczz.example.gov.cn/",
    "https://*.example.gov.cn",
    "*",
    "https://a.cn; script-src *",
    "https://a.cn https://b.cn",
    "null",
    "'self'",
  ])
    expect(isOrigin(bad)).toBe(false);
});

it("pauses grow to an hour and end with a dead letter", () => {
  const pauses = Array.from({ length: MOST_ATTEMPTS }, (_, i) => pauseAfter(i + 1));
  expect(pauses).toEqual([10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, null]);
});
