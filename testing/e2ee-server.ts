import { fromBase64Url, fromHex, toBase64Url, toHex } from "@/lib/bytes/encoding";
import { decodeEntry, entryHash } from "@/lib/keychain/entry";
import { verifyAppend } from "@/lib/keychain/rules";
import type { KeyChainState } from "@/lib/keychain/state";
import type { MessengerTransport, TransportAnswer } from "@/lib/messenger/ports";
import { accountLabel, handleLabel, handleValue } from "@/lib/transparency/leaves";
import { decodeBundle, encodeBundle, encodeTile, parseTilePath, tileNodes } from "@/lib/transparency/tiles";
import { ServedArchives } from "@/testing/e2ee-archives";
import { ok, refused, ServedConversations, type Body, type ServedAnswer } from "@/testing/e2ee-conversations";
import { TestLog } from "@/testing/key-log";

interface ServedAccount {
  id: string;
  personId: string;
  entries: Uint8Array[];
  state: KeyChainState;
}
/**
 * A server of encrypted messages in memory, which keeps to the protocol unless a test makes it lie. It shows what
 * devices find out by themselves, so it checks little.
 */
export class E2eeServer {
  readonly accounts = new Map<string, ServedAccount>();
  readonly conversations = new ServedConversations((id) => this.#person(id));
  readonly #packages = new Map<string, { once: string[]; last: string | null }>();
  readonly #mailboxes = new Map<string, string>();
  readonly archives = new ServedArchives();
  readonly #vaults = new Map<string, Body[]>();
  /** Ms by which its clock is ahead. */
  ahead = 0;
  /** What each person is shown; all the same log, until a test gives somebody another one. */
  readonly logs = new Map<string, TestLog>();

  private constructor(readonly log: TestLog) {}

  static async start(): Promise<E2eeServer> {
    const log = await TestLog.start(Date.now());
    await log.publish(Date.now());
    return new E2eeServer(log);
  }

  transport(personId: string): MessengerTransport {
    return {
      request: async (method, path, { query = {}, json, bytes } = {}): Promise<TransportAnswer> => {
        const answer = await this.#answer(
          personId,
          method,
          path,
          query as Record<string, string>,
          (json ?? {}) as Body,
          bytes,
        );
        return structuredClone(answer);
      },
    };
  }

  now(): number {
    return Date.now() + this.ahead;
  }

  accountOf(personId: string): ServedAccount | undefined {
    return [...this.accounts.values()].find(
      ({ personId: owner, state }) => owner === personId && state.type !== "close",
    );
  }

  async #answer(
    personId: string,
    method: string,
    path: string,
    query: Record<string, string>,
    body: Body,
    bytes?: Uint8Array,
  ): Promise<ServedAnswer> {
    const [first = "", second = "", third = ""] = path.split("/");
    const log = this.logs.get(personId) ?? this.log;
    const account = this.accountOf(personId);
    switch (first) {
      case "policy":
        return ok(log.policy);
      case "lookup":
        return ok(await this.#lookup(log, String(query["label"]), query));
      case "tile":
        return ok(await tileOf(log, path));
      case "append":
        return this.#append(personId, log, String(body["entry"]));
      case "account":
        return ok({ account_id: account?.id ?? null, devices: [] });
      case "accounts":
        return ok({ ...this.#person(second), devices: [] });
      case "people":
        return ok(this.#contact(personId, second));
      case "devices":
        return ok(third === "key_packages" ? this.#stock(second, method, body) : {});
      case "key_packages":
        return ok(this.#claim(body));
      case "link":
        return this.#mailbox(`${personId} ${second}`, method, body);
      case "conversations":
        return this.conversations.answer(method, account?.id ?? "", second, third, body);
      case "inbox":
        return ok(
          second === "ack" ? this.conversations.ack(body) : this.conversations.inbox(String(query["device_id"])),
        );
      case "vault":
        return this.#vaultOf(personId, method, { way: second, id: third }, body);
      case "archive":
        return this.archives.answer(method, personId, [second, third], body);
      default:
        return bytes ? ok({ id: "file" }) : refused(404, "not_found");
    }
  }

  async #lookup(log: TestLog, label: string, query: Record<string, string>) {
    const known = query["known_seq"] === undefined ? -1 : Number(query["known_seq"]);
    const account = this.accounts.get(label.replace("acct:", ""));
    return log.lookup(label, { since: Number(query["since"] ?? 0), chain: account?.entries.slice(known + 1) ?? [] });
  }

  /** Appends an entry to the log that this person sees, without asking anybody. */
  async append(accountId: string, bytes: Uint8Array, log = this.log): Promise<void> {
    const account = this.accounts.get(accountId);
    const entry = decodeEntry(bytes);
    account?.entries.push(bytes);
    log.set(accountLabel(fromHex(accountId)), entryHash(entry));
    await log.publish(this.now());
  }

  async #append(personId: string, log: TestLog, encoded: string): Promise<ServedAnswer> {
    const bytes = fromBase64Url(encoded);
    const entry = decodeEntry(bytes);
    const id = toHex(entry.tbs.accountId);
    const account = this.accounts.get(id);
    if (account && toBase64Url(account.entries[entry.tbs.seq] ?? new Uint8Array()) === encoded)
      return ok({ seq: entry.tbs.seq });
    if (entry.tbs.seq !== (account?.entries.length ?? 0)) return refused(409, "seq_taken");
    const state = verifyAppend(account?.state ?? null, entry, this.now());
    if (account) account.state = state;
    else {
      this.accounts.set(id, { id, personId, entries: [], state });
      log.set(handleLabel(personId), handleValue({ accountId: entry.tbs.accountId, seq: 0 }));
    }
    await this.append(id, bytes, log);
    return ok({ seq: entry.tbs.seq });
  }

  #person(accountId: string) {
    const id = this.accounts.get(accountId)?.personId ?? "";
    return { account_id: accountId, account: { id, acct: id, username: id, display_name: id, avatar: "" } };
  }

  #contact(own: string, personId: string) {
    const accountId = this.accountOf(personId)?.id ?? null;
    const ids = [this.accountOf(own)?.id ?? "", accountId ?? ""].toSorted().join();
    const known = [...this.conversations.all.values()].find(
      ({ kind, accounts }) => kind === "direct" && accounts.toSorted().join() === ids,
    );
    return { account_id: accountId, contact: accountId ? "open" : "no_keys", conversation_id: known?.id ?? null };
  }

  #stock(deviceId: string, method: string, body: Body) {
    const stock = this.#packages.get(deviceId) ?? { once: [], last: null };
    if (method === "POST") {
      stock.once.push(...((body["key_packages"] as string[] | undefined) ?? []));
      stock.last = (body["last_resort"] as string | undefined) ?? stock.last;
    }
    this.#packages.set(deviceId, stock);
    return { count: stock.once.length };
  }

  #claim(body: Body) {
    const packages = (body["devices"] as string[]).flatMap((id) => {
      const stock = this.#packages.get(id);
      const found = stock?.once.shift() ?? stock?.last;
      return found ? [{ device_id: id, key_package: found }] : [];
    });
    return { packages, missing: [] };
  }

  #vaultOf(personId: string, method: string, named: { way: string; id: string }, body: Body): ServedAnswer {
    const entries = this.#vaults.get(personId) ?? [];
    if (method === "GET") return ok({ entries });
    const others = entries.filter(({ way, id }) => way !== named.way || id !== named.id);
    const entry = { ...named, body: body["body"], created_at: this.now() };
    this.#vaults.set(personId, method === "PUT" ? [...others, entry] : others);
    return ok({});
  }

  #mailbox(id: string, method: string, body: Body): ServedAnswer {
    if (method === "PUT") {
      this.#mailboxes.set(id, String(body["body"]));
      return ok({});
    }
    const found = this.#mailboxes.get(id);
    this.#mailboxes.delete(id);
    return found ? ok({ body: found }) : refused(404, "not_found");
  }
}

async function tileOf(log: TestLog, path: string): Promise<Uint8Array> {
  const tile = parseTilePath(path);
  const { level, index, width } = tile;
  if (level === "entries") {
    const bundle = encodeBundle(log.entries.slice(index * 256, index * 256 + width));
    decodeBundle(bundle, width);
    return bundle;
  }
  return encodeTile(await log.read(tileNodes({ level, index, width })));
}
