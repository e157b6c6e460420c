import { sha256 } from "@noble/hashes/sha2.js";
import { fromBase64Url, toBase64Url } from "@/lib/bytes/encoding";
import type { ServerEnvelope } from "@/lib/messenger/wire";

export interface ServedConversation {
  id: string;
  kind: string;
  generation: number;
  epoch: number;
  accounts: string[];
  /** By device: the number of the envelope that added it, and the last one that it acknowledged. */
  roster: Map<string, { account: string; since: number; acked: number }>;
  /** Devices that were removed, and the envelope by which. */
  removed: Map<string, number>;
  envelopes: (ServerEnvelope & { welcome: string | null; added: Set<string> })[];
}
export type Body = Record<string, unknown>;
export type ServedAnswer = { status: number; body: unknown };

export const ok = (body: unknown): ServedAnswer => ({ status: 200, body });
export const refused = (status: number, code: string, more: Body = {}): ServedAnswer => ({
  status,
  body: { error: code, code, ...more },
});

/** The conversations of a server in memory. */
export class ServedConversations {
  readonly all = new Map<string, ServedConversation>();
  readonly #counters = new Map<string, number>();
  readonly #sent = new Map<string, ServedAnswer>();

  /** @param person what is shown of an account */
  constructor(readonly person: (accountId: string) => object) {}

  /** Answers a request below `conversations`. */
  answer(method: string, own: string, id: string, verb: string, body: Body): ServedAnswer {
    const conversation = this.all.get(id);
    if (method === "GET" && id === "") {
      const mine = [...this.all.values()].filter(({ accounts }) => accounts.includes(own));
      return ok({ conversations: mine.map((one) => this.#view(one)) });
    }
    if (id === "") return this.#counted(body, () => this.#create(body));
    if (!conversation) return refused(404, "not_found");
    switch (verb) {
      case "commits":
        return this.#counted(body, () => this.#commit(conversation, body));
      case "generations":
        return this.#counted(body, () => this.#replace(conversation, body));
      case "messages":
        return this.#counted(body, () => this.#message(conversation, body));
      default:
        return ok({ conversation: this.#view(conversation) });
    }
  }

  /** Repeats the answer to what was accepted already, and refuses counters that were used. */
  #counted(body: Body, act: () => ServedAnswer): ServedAnswer {
    const { counter, ...rest } = body;
    const key = JSON.stringify(rest);
    const before = this.#sent.get(key);
    if (before) return before;
    const device = String(body["device_id"]);
    if (Number(counter) <= (this.#counters.get(device) ?? 0)) return refused(409, "device_cloned");
    const answer = act();
    if (answer.status !== 200) return answer;
    this.#counters.set(device, Number(counter));
    this.#sent.set(key, answer);
    return answer;
  }

  #create(body: Body): ServedAnswer {
    const accounts = body["account_ids"] as string[];
    const kind = String(body["kind"]);
    const known = [...this.all.values()].find(
      (one) => kind !== "group" && one.kind === kind && one.accounts.toSorted().join() === accounts.toSorted().join(),
    );
    if (known) return refused(409, "exists", { conversation_id: known.id });
    const id = String(body["conversation_id"]);
    const conversation = {
      id,
      kind,
      generation: 0,
      epoch: 0,
      accounts,
      roster: new Map(),
      removed: new Map(),
      envelopes: [],
    } as ServedConversation;
    this.all.set(id, conversation);
    conversation.roster.set(String(body["device_id"]), { account: "", since: 0, acked: 0 });
    if (body["commit"] !== null) this.#accept(conversation, body);
    else this.#setRoster(conversation, body, 0);
    return ok({ conversation: this.#view(conversation) });
  }

  #replace(conversation: ServedConversation, body: Body): ServedAnswer {
    if (body["generation"] !== conversation.generation + 1) return refused(409, "generation_taken");
    conversation.generation += 1;
    conversation.epoch = 0;
    const [poster, before] = [String(body["device_id"]), conversation.roster];
    conversation.roster = new Map([
      [poster, before.get(poster) ?? { account: "", since: conversation.envelopes.length + 1, acked: 0 }],
    ]);
    this.#accept(conversation, body, before);
    return ok({ conversation: this.#view(conversation) });
  }

  #commit(conversation: ServedConversation, body: Body): ServedAnswer {
    if (body["epoch"] !== conversation.epoch || body["generation"] !== conversation.generation) {
      const envelope = conversation.envelopes.find(
        (one) => one.kind === "commit" && one.epoch === body["epoch"] && one.generation === body["generation"],
      );
      return refused(409, "epoch_taken", { envelope: envelope ?? null });
    }
    return ok({ number: this.#accept(conversation, body), epoch: conversation.epoch });
  }

  /** @param known the devices that have a place in its log: what they have not fetched yet stays for them */
  #accept(conversation: ServedConversation, body: Body, known = conversation.roster): number {
    const payload = String(body["commit"]);
    const before = new Set(conversation.roster.keys());
    const added = (body["roster"] as { device_id: string }[])
      .map(({ device_id: id }) => id)
      .filter((id) => !before.has(id));
    const number = this.#store(conversation, "commit", payload, body, new Set(added));
    conversation.epoch = Number(body["epoch"]) + 1;
    conversation.accounts = body["account_ids"] as string[];
    this.#setRoster(conversation, body, number, known);
    return number;
  }

  #setRoster(conversation: ServedConversation, body: Body, since: number, seats = conversation.roster): void {
    const roster = body["roster"] as { account_id: string; device_id: string }[];
    for (const id of seats.keys()) {
      if (!roster.some((entry) => entry.device_id === id)) conversation.removed.set(id, since);
    }
    conversation.roster = new Map(
      roster.map(({ account_id: account, device_id: id }) => {
        const known = seats.get(id);
        return [id, { account, since: known?.since ?? since, acked: known?.acked ?? since - 1 }];
      }),
    );
  }

  #message(conversation: ServedConversation, body: Body): ServedAnswer {
    if (body["generation"] !== conversation.generation || Number(body["epoch"]) < conversation.epoch - 1) {
      return refused(409, "epoch_too_old");
    }
    const number = this.#store(conversation, "message", String(body["message"]), body, new Set());
    const { at, frank } = conversation.envelopes[number - 1] ?? { at: 0, frank: null };
    return ok({ number, at, frank });
  }

  #store(
    conversation: ServedConversation,
    kind: "commit" | "message",
    payload: string,
    body: Body,
    added: Set<string>,
  ): number {
    const number = conversation.envelopes.length + 1;
    conversation.envelopes.push({
      conversation_id: conversation.id,
      generation: Number(body["generation"]),
      number,
      epoch: Number(body["epoch"]),
      kind,
      payload,
      hash: toBase64Url(sha256(fromBase64Url(payload))),
      at: Date.now() + number,
      frank: kind === "message" ? toBase64Url(new Uint8Array(32)) : null,
      silent: body["silent"] === true,
      welcome: (body["welcome"] as string | null | undefined) ?? null,
      added,
    });
    return number;
  }

  /** What waits for a device. */
  inbox(deviceId: string) {
    const envelopes = [...this.all.values()].flatMap((conversation) => {
      const until = conversation.removed.get(deviceId) ?? 0;
      const member = conversation.roster.get(deviceId);
      if (!member) {
        const last = conversation.envelopes.slice(Math.max(0, until - 1), until);
        return last.map((envelope) => ({ ...envelope, welcome: undefined, added: undefined }));
      }
      return conversation.envelopes
        .filter(({ number }) => number > member.acked)
        .map(({ welcome, added, ...envelope }) =>
          added.has(deviceId) && welcome !== null
            ? { ...envelope, kind: "welcome" as const, payload: welcome }
            : envelope,
        );
    });
    return { envelopes, more: false };
  }

  /** Forgets what a device has. */
  ack(body: Body) {
    for (const { conversation_id: id, number } of body["acks"] as { conversation_id: string; number: number }[]) {
      const member = this.all.get(id)?.roster.get(String(body["device_id"]));
      if (member) member.acked = Math.max(member.acked, number);
    }
    return {};
  }

  #view({ id, kind, generation, epoch, accounts, roster, envelopes }: ServedConversation) {
    return {
      id,
      kind,
      generation,
      epoch,
      number: envelopes.length,
      created_at: 0,
      state: "open",
      muted: false,
      members: accounts.map((account) => this.person(account)),
      roster: [...roster].map(([device, { account }], leaf) => ({ account_id: account, device_id: device, leaf })),
    };
  }
}
