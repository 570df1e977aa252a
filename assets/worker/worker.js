// Answers the requests of a presentation when the network does not. The pages put into the cache what they need
// (assets/stage/offline.js); this only looks there: first for files whose names hold a hash, and for pages and figures
// once the network has failed, or keeps an audience waiting.
"use strict";
const PATIENCE = 4000; // ms

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

// A page is the same whatever is selected on it: its cache knows it by running order and language.
function named(url) {
  const kept = new URLSearchParams();
  ["tray", "lang"].forEach((name) => url.searchParams.get(name) && kept.set(name, url.searchParams.get(name)));
  return url.pathname + "?" + kept;
}

async function cachedFirst(request) {
  return (await caches.match(request)) || fetch(request);
}

async function networkFirst(request, name) {
  const cached = await caches.match(name);
  if (!cached) {
    return fetch(request);
  }
  const late = new Promise((resolve) => setTimeout(() => resolve(cached), PATIENCE));
  const answered = fetch(request).then(
    (answer) => (answer.status < 500 ? answer : cached),
    () => cached
  );
  return Promise.race([answered, late]);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (url.pathname.startsWith("/static/")) {
    event.respondWith(cachedFirst(request));
  } else if (request.mode === "navigate") {
    event.respondWith(networkFirst(request, named(url)));
  } else if (url.pathname.startsWith("/present/figures/")) {
    event.respondWith(networkFirst(request, url.pathname + url.search));
  }
});
