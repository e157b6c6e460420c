// Sends what waits in this browser's outbox: in order, one at a time, once. The only place that does so, whatever
// tabs are open or closed. What is put there, and what becomes of it, is the pages' (app/_client/outbox).

const ENTRIES = "entries";
/** The server knows an idempotency key for a day; what was tried before that might be sent twice. */
const KEY_MS = 23 * 3_600_000;
/** What waited longer is no longer sent by itself. */
const WAIT_MS = 7 * 86_400_000;
const LIMIT_MS = 20_000;
/** A fault of the server's own with one entry does not hold the others back for ever. */
const MOST_FAULTS = 5;

const news = new BroadcastChannel("outbox");

/** @returns "done", or why it stopped: "away", "signed-out" */
function sendWaiting(owner) {
  // One sender, also while a new version of this file takes over.
  return navigator.locks.request("outbox", async () => {
    const outbox = await openOutbox();
    try {
      for (;;) {
        const entry = (await all(outbox)).find((one) => one.owner === owner && one.state === "waiting");
        const why = entry ? await sendEntry(outbox, entry) : { why: "done" };
        if (!why) continue;
        news.postMessage({ type: "rest", owner, ...why });
        return why.why;
      }
    } finally {
      outbox.close();
    }
  });
}

/** For when no page is open: each person's own, and only as themselves. */
async function sendAllWaiting() {
  const outbox = await openOutbox();
  const waiting = (await all(outbox)).filter(({ state }) => state === "waiting");
  outbox.close();
  for (const owner of new Set(waiting.map((entry) => entry.owner))) {
    if ((await sendWaiting(owner)) === "away") throw new Error("not yet");
  }
}

/** @returns nothing when the next may follow, else why not */
async function sendEntry(outbox, entry) {
  const now = Date.now();
  if (now - entry.at > WAIT_MS) return settle(outbox, entry, refused(0, "It waited for more than a week."));
  if (entry.once && entry.tried && now - entry.tried > KEY_MS) {
    return settle(outbox, entry, refused(0, "It may have arrived already: please look before you send it again."));
  }
  const tries = entry.tries + 1;
  if (!(await amend(outbox, entry.seq, { tries, tried: entry.tried ?? now }))) return;
  let answer = null;
  for (const step of entry.steps) {
    const response = await ask(step, entry.owner);
    if (response?.ok) answer = response.body;
    else if (response?.status === 404 && step.mayBeGone) continue;
    else if (response?.status === 401) return { why: "signed-out" };
    else if (!response || isPassing(response.status, tries)) return { why: "away", seconds: response?.seconds ?? 0 };
    else return settle(outbox, entry, refused(response.status, response.body?.error));
  }
  return settle(outbox, entry, { state: "sent", answer });
}

async function ask({ method, path, json, key }, owner) {
  const headers = { "barker-person": owner };
  if (json !== undefined) headers["content-type"] = "application/json";
  if (key !== undefined) headers["idempotency-key"] = key;
  try {
    const body = json === undefined ? undefined : JSON.stringify(json);
    const response = await fetch(path, { method, headers, body, signal: AbortSignal.timeout(LIMIT_MS) });
    const { ok, status } = response;
    return { ok, status, seconds: Number(response.headers.get("retry-after")) || 0, body: await response.json() };
  } catch {
    return null;
  }
}

function isPassing(status, tries) {
  if ([408, 425, 429, 502, 503, 504].includes(status)) return true;
  return status >= 500 && tries < MOST_FAULTS;
}

function refused(status, sentence = "Something went wrong.") {
  return { state: "refused", status, sentence: sentence.replace(/^Validation failed: /, "") };
}

async function settle(outbox, entry, patch) {
  if (await amend(outbox, entry.seq, patch)) news.postMessage({ type: "settled", entry: { ...entry, ...patch } });
}

function openOutbox() {
  const request = indexedDB.open("outbox", 1);
  // The same as in app/_client/outbox/store.ts: whoever is first makes it.
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(ENTRIES, { keyPath: "seq", autoIncrement: true });
  });
  return answerOf(request);
}

function all(outbox) {
  return answerOf(outbox.transaction(ENTRIES).objectStore(ENTRIES).getAll());
}

/** Changes an entry if it is still there. Another may have taken its place. */
async function amend(outbox, seq, patch) {
  const entries = outbox.transaction(ENTRIES, "readwrite").objectStore(ENTRIES);
  const entry = await answerOf(entries.get(seq));
  if (!entry) return false;
  await answerOf(entries.put({ ...entry, ...patch }));
  return true;
}

function answerOf(request) {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error));
  });
}
