import { fromBase64Url, same, toBase64Url } from "../bytes";
import { audit, entriesFrom, findUpdates, growingAt, type Divergence } from "../log/audit";
import { Growing, type Head } from "../log/tree";
import { handleOf, Problem, type Client } from "./client";

/* The checks that a client makes by itself (log.md, section 7). */

const reader = (client: Client) => (path: string) => client.api.download(path);

function headOf(client: Client): Head {
  const { log } = client.state;
  if (!log) throw new Problem("the log was not looked at yet");
  return { size: log.size, root: fromBase64Url(log.root) };
}

/** C8, C9: looks for the own account and for contacts in what is new in the log. @returns how many entries were read */
export async function scan(client: Client): Promise<number> {
  await client.lookUpAccount(client.account);
  const { log, contacts } = client.state;
  if (!log) return 0;
  const head = headOf(client);
  if (head.size <= log.scanned) return 0;
  const watched = new Map(Object.entries(contacts).map(([account, { index }]) => [index, account]));
  const growing = new Growing(log.scanned, log.peaks.map(fromBase64Url));
  const count = head.size - log.scanned;
  const versions = new Map(Object.entries(log.versions));
  const hits = await findUpdates(
    growing,
    entriesFrom(log.scanned, head.size, reader(client)),
    head,
    new Set(watched.keys()),
    versions,
  );
  if (hits === null) {
    client.alarm("the entries of the log are out of order, or not those of its checkpoint");
    throw new Problem("the entries of the log are out of order, or not those of its checkpoint");
  }
  for (const { index, version } of hits) {
    const account = watched.get(index) ?? "";
    if ((contacts[account]?.chain.seq ?? 0) >= version) continue;
    const chain = await client.lookUpAccount(account);
    if ((chain?.seq ?? -1) < version)
      client.alarm(`the server hides an entry of @${handleOf(client, account)}`, account);
  }
  Object.assign(log, {
    scanned: head.size,
    peaks: growing.peaks.map(toBase64Url),
    versions: Object.fromEntries(versions),
  });
  client.save();
  return count;
}

/** C11: what others saw of the log is part of what this device sees. @returns how many claims were compared */
export async function compareClaims(client: Client): Promise<number> {
  const head = headOf(client);
  const ready = client.state.claims.filter(({ size }) => size > 0 && size <= head.size);
  const roots = new Map<number, Uint8Array>();
  for (const { size, root, account } of ready) {
    const seen =
      roots.get(size) ?? (size === head.size ? head.root : (await growingAt(size, head.size, reader(client))).root());
    roots.set(size, seen);
    if (!same(seen, fromBase64Url(root)))
      client.alarm(`@${handleOf(client, account)} was shown another log at ${size} entries`);
  }
  client.state.claims = client.state.claims.filter((claim) => !ready.includes(claim));
  client.save();
  return ready.length;
}

/** C12: replays the whole log. */
export async function replay(client: Client): Promise<{ size: number; divergence: Divergence | null }> {
  const head = headOf(client);
  const divergence = await audit(entriesFrom(0, head.size, reader(client)), head);
  if (divergence) client.alarm(`entry ${divergence.position} of the log is wrong: ${divergence.fault}`);
  return { size: head.size, divergence };
}
