/** Tells the service worker something; without one, nobody. */
export async function tellWorker(message: object): Promise<void> {
  const registration = await currentWorker();
  // One that is about to start will read its messages when it has.
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
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
