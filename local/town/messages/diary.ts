import { mkdirSync, readFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";

const Notes = z.record(z.string(), z.string());

/** What the townspeople have written already, by the name of each deed, so that a restart repeats nothing. */
export interface Diary {
  get(deed: string): string | undefined;
  /** Remembers a deed, and what came of it, on the disk. */
  note(deed: string, outcome: string): Promise<void>;
  /** Does something that was not done yet. @returns what came of it, now or then */
  once(deed: string, act: () => Promise<string | void>): Promise<string>;
}

/** Opens the diary in a file that only its owner can read. One that cannot be read begins anew. */
export function openDiary(path: string): Diary {
  const notes = new Map(Object.entries(readNotes(path)));
  let saving: Promise<void> = Promise.resolve();
  async function save(): Promise<void> {
    const file = await open(`${path}.next`, "w", 0o600);
    try {
      await file.writeFile(JSON.stringify(Object.fromEntries(notes)));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.next`, path);
  }
  const note = (deed: string, outcome: string) => {
    notes.set(deed, outcome);
    return (saving = saving.catch(() => undefined).then(save));
  };
  return {
    get: (deed) => notes.get(deed),
    note,
    async once(deed, act) {
      const known = notes.get(deed);
      if (known !== undefined) return known;
      const outcome = (await act()) ?? "";
      await note(deed, outcome);
      return outcome;
    },
  };
}

function readNotes(path: string): z.infer<typeof Notes> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    return Notes.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return {};
  }
}
