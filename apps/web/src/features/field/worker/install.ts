/** The service worker: made by the build (vite.config.ts), so there is none in development, and none where the browser allows none. */
let asked = false;

export function installWorker(): void {
  if (asked || !import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  asked = true;
  navigator.serviceWorker.register("/sw.js", { scope: "/" }).catch((error: unknown) => console.warn("no offline pages", error));
}
