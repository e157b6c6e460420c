/** Tells the service worker something; without one, nobody. */
export async function tellWorker(message: object): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  // One that is about to start will read its messages when it has.
  const worker = registration?.active ?? registration?.waiting ?? registration?.installing;
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
  worker?.postMessage(message);
}
