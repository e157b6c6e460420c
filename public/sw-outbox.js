// Sends this browser's offline outbox: in order, one at a time, each once. No other code sends it, whichever tabs are
// open. Pages add entries and handle the results (app/_ui/outbox).

const ENTRIES = "entries";
/** The server remembers an idempotency key for a day; retrying an entry after that could apply it twice. */
const KEY_MS = 23 * 3_600_000;
/** Entries that waited longer are not sent automatically. */
const WAIT_MS = 7 * 86_400_000;
const LIMIT_MS = 20_000;
/** Attempts before an entry that causes server errors no longer blocks the others. */
const MOST_FAULTS = 5;

const news = new BroadcastChannel("outbox");

/** Sends the outbox. @returns "done", or the reason for stopping: "away", "signed-out" */
function sendWaiting(owner) {
  // A lock ensures a single sender, even while a new version of this file takes over.
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

/** Sends the outbox when no page is open: only entries of the person who is signed in. */
async function sendAllWaiting() {
  const outbox = await openOutbox();
  const waiting = (await all(outbox)).filter(({ state }) => state === "waiting");
  outbox.close();
  for (const owner of new Set(waiting.map((entry) => entry.owner))) {
    if ((await sendWaiting(owner)) === "away") throw new Error("not yet");
  }
}

/** Sends one entry. @returns undefined if the next one may follow, else the reason for stopping */
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
  // The same upgrade as in app/_ui/outbox/store.ts: whichever opens the database first creates it.
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(ENTRIES, { keyPath: "seq", autoIncrement: true });
  });
  return answerOf(request);
}

function all(outbox) {
  return answerOf(outbox.transaction(ENTRIES).objectStore(ENTRIES).getAll());
}

/** Updates an entry if it still exists and was not replaced. */
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
