import { expect, it } from "vitest";
import { readConfig } from "./config.ts";

const read = (SUIREN_TRUSTED_PROXIES: string) => readConfig({ SUIREN_TRUSTED_PROXIES }, "/");

it("proxies on other machines are named by address or range", () => {
  expect(read("10.1.2.3, 10.2.0.0/16,fd00::/8")).toMatchObject({
    ok: true,
    value: { trustedProxies: ["10.1.2.3", "10.2.0.0/16", "fd00::/8"] },
  });
  expect(readConfig({}, "/")).toMatchObject({ ok: true, value: { trustedProxies: [] } });
});

it.each(["proxy.example", "10.1.2", "10.0.0.0/33", "0.0.0.0/0", "10.0.0.0/8/8", "loopback"])("%s names no proxy", (said) => {
  expect(read(`10.1.2.3,${said}`)).toMatchObject({ ok: false, refusal: { code: "config.bad_proxy", params: { names: [said] } } });
});
