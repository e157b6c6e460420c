/** How many barks a connection may watch; who scrolls fast watches the newest on screen. */
const MOST = 60;
const SETTLED_MS = 250;

/** Tells the server which barks are on screen now. */
type Told = (verb: "watch" | "unwatch", ids: string[]) => void;

const counts = new Map<string, number>();
let told = new Set<string>();
let say: Told | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * A bark is on screen: its counters are to be live until the returned function is called. Barks that
 * only fly past are not watched.
 */
export function watch(id: string): () => void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
  soon();
  return () => {
    const left = (counts.get(id) ?? 1) - 1;
    if (left > 0) counts.set(id, left);
    else counts.delete(id);
    soon();
  };
}

/** A connection is there (again) and knows nothing yet; null when it is gone. */
export function attach(server: Told | null): void {
  say = server;
  told = new Set();
  if (server) update();
}

function soon(): void {
  clearTimeout(timer);
  timer = setTimeout(update, SETTLED_MS);
}

function update(): void {
  if (!say) return;
  const wanted = new Set([...counts.keys()].slice(-MOST));
  const news = [...wanted].filter((id) => !told.has(id));
  const past = [...told].filter((id) => !wanted.has(id));
  told = wanted;
  if (past.length > 0) say("unwatch", past);
  if (news.length > 0) say("watch", news);
}
