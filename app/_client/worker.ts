import type { WorkerMessage } from "@/app/_client/worker-protocol";

/** Tells the service worker something; without one, nobody. */
export async function tellWorker(message: WorkerMessage): Promise<void> {
  const registration = await currentWorker();
  // One that is about to start will read its messages when it has.
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
  worker?.postMessage(message);
}

/** The registration of the service worker; none on pages that came by plain http, and where browsers block it. */
export async function currentWorker(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker?.getRegistration();
  } catch {
    return undefined;
  }
}
