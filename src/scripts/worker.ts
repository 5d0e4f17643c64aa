import { keptPage, keptResponse } from './keeping/kept.ts';

/** What is used of a worker's own scope, which the types of a page do not know. */
interface WorkerScope {
  readonly clients: { claim(): Promise<void> };
  readonly location: Location;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: WorkerEvent & FetchAsked) => void): void;
}

interface WorkerEvent {
  waitUntil(done: Promise<unknown>): void;
}

interface FetchAsked {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** How long the network may take, in milliseconds, before what is kept is shown instead. */
const patience = 4000;

const worker = globalThis as unknown as WorkerScope;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  // What is fetched to be kept says that it must come from the network.
  if (request.method !== 'GET' || request.cache === 'reload' || origin !== worker.location.origin) return;
  event.respondWith(answer(request, pathname));
});

/** From the network where it answers, or else what is kept. A file whose name changes with what is in it needs no network. */
async function answer(request: Request, path: string): Promise<Response> {
  const kept = await keptResponse(request);
  if (kept === undefined) return await fetch(request).catch((error: unknown) => notThere(request, error));
  if (path.startsWith('/assets/')) return kept;
  // Only until it answers: what comes slowly after that is waited for.
  const control = new AbortController();
  const timer = setTimeout(() => control.abort(), patience);
  const response = await fetch(request, { signal: control.signal })
    .catch(() => kept)
    .finally(() => clearTimeout(timer));
  return response.status < 500 ? response : kept;
}

/** For a page, the one that says so and lists what is kept. */
async function notThere(request: Request, error: unknown): Promise<Response> {
  const page = request.mode === 'navigate' ? await keptResponse(keptPage) : undefined;
  if (page === undefined) throw error;
  return page;
}
