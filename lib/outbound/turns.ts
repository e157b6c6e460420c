import { singleton } from "@/lib/singleton";

/** The ends of the lines of those who wait for a host; hosts that nobody asks are not in it. */
const lines = singleton("outbound-turns", () => new Map<string, Promise<void>>());

/** The name of a site, in the form in which it is counted: the same by http and by https, and with a last dot. */
export function hostOf({ hostname, port }: URL): string {
  return `${hostname.replace(/\.$/, "")}:${port}`;
}

/**
 * Acts when nobody else of this process asks a host, in the order of calls, so that nobody can turn this server against
 * a site, also not by many addresses that redirect to it.
 * @param signal ends the wait
 * @throws the signal's reason when it was aborted before the turn came
 */
export async function inTurn<T>(host: string, signal: AbortSignal, act: () => Promise<T>): Promise<T> {
  const before = lines().get(host);
  const { promise: mine, resolve: end } = settled();
  const line = Promise.resolve(before).then(() => mine);
  lines().set(host, line);
  void line.then(() => lines().get(host) === line && lines().delete(host));
  try {
    if (before) await endOrAbort(before, signal);
    signal.throwIfAborted();
    return await act();
  } finally {
    end();
  }
}

/** A promise and what resolves it. */
function settled(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}

async function endOrAbort(end: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise: aborted, resolve: abort } = settled();
  signal.addEventListener("abort", abort, { once: true });
  await Promise.race([end, aborted]);
  signal.removeEventListener("abort", abort);
}
