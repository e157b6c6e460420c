import { ok, refused, type Body, type ServedAnswer } from "@/testing/e2ee-conversations";

interface ServedRecord {
  id: string;
  epoch: number;
  at: number;
  body: string;
}

interface ServedArchive {
  enabled: boolean;
  epochs: Map<number, string | null>;
  records: Map<string, ServedRecord>;
}

/** The archives of a server in memory. */
export class ServedArchives {
  readonly #all = new Map<string, ServedArchive>();

  /** Answers a request below `archive`. All records are one page. */
  answer(method: string, personId: string, [what = "", which = ""]: string[], body: Body): ServedAnswer {
    const archive = this.#all.get(personId) ?? { enabled: false, epochs: new Map(), records: new Map() };
    this.#all.set(personId, archive);
    if (what === "epochs") {
      const wrapped = body["wrapped"] as string | null;
      const kept = archive.epochs.get(Number(which)) ?? wrapped;
      if (kept !== wrapped) return refused(409, "epoch_taken");
      archive.epochs.set(Number(which), wrapped);
    } else if (what === "records" && method === "POST") {
      const records = body["records"] as ServedRecord[];
      for (const record of records) archive.records.set(record.id, record);
      return ok({ stored: records.length });
    } else if (what === "records") {
      return ok({ records: [...archive.records.values()].toSorted((a, b) => b.at - a.at), next: null });
    } else if (method === "PUT") archive.enabled = body["enabled"] === true;
    const epochs = [...archive.epochs].map(([n, wrapped]) => ({ n, wrapped }));
    return ok({ enabled: archive.enabled, count: archive.records.size, epochs });
  }
}
