/*
 * Keeps the field pages of one build on the phone and answers from there, network or not. The list of files and its version are put in by the build.
 * Pages of the desk and everything under /api are left alone. Of the caches only this one and the one before are kept: a page opened before an
 * update may still ask for its own pieces.
 */
const FILES = __FILES__;
const VERSION = __VERSION__;
const CACHE = `suiren-field-${VERSION}`;

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith("suiren-field-") && name !== CACHE))
      .then((old) => Promise.all(old.slice(0, -1).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || url.pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") {
    const isField = url.pathname === "/field" || url.pathname.startsWith("/field/");
    if (isField) event.respondWith(caches.match("/", { cacheName: CACHE }).then((page) => page ?? fetch(request)));
    return;
  }
  if (url.pathname.startsWith("/assets/") || FILES.includes(url.pathname))
    event.respondWith(caches.match(url.pathname).then((file) => file ?? fetch(request)));
});
