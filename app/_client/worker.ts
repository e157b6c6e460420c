import type { WorkerMessage } from "@/app/_client/worker-protocol";

/** Sends the service worker a message; does nothing without one. */
export async function tellWorker(message: WorkerMessage): Promise<void> {
  const registration = await currentWorker();
  // One that is still starting will read its messages afterwards.
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
  worker?.postMessage(message);
}

/** The registration of the service worker; none on pages served over plain http, and where browsers block it. */
export async function currentWorker(): Promise<ServiceWorkerRegistration | undefined> {
  try {
    return await navigator.serviceWorker?.getRegistration();
  } catch {
    return undefined;
  }
}
