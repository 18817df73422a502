/**
 * Whether somebody sits before this page. What the page asks by itself (counts, boards, the feed's reconnections) says so in a header and is no
 * use of the session: otherwise an unwatched console would never end by idleness (idleMinutes of the policy).
 */
const OWN_AFTER_MS = 30_000;
const SIGNS = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

let seenAt = Date.now(); // opening the page is a sign
const seen = () => {
  seenAt = Date.now();
};
if (globalThis.window) for (const sign of SIGNS) window.addEventListener(sign, seen, { capture: true, passive: true });

/** The server's side: `isPassive` of platform/http. */
export const presenceHeaders = (now = Date.now()): Readonly<Record<string, string>> =>
  now - seenAt > OWN_AFTER_MS ? { "x-suiren-passive": "1" } : {};
