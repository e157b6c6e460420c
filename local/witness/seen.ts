import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

/** What the witness cosigned last of each log, by its name. Roots are base64. */
const Seen = z.record(z.string(), z.object({ size: z.number().int().min(0), root: z.string() }));
export type Seen = z.infer<typeof Seen>;

/** Where a witness remembers what it cosigned. */
export interface SeenFile {
  read(): Promise<Seen>;
  /** Durable when it resolves, also after a loss of power. */
  write(seen: Seen): Promise<void>;
}

/** The file in a folder. A folder without the file is that of a new witness. */
export function seenFile(folder: string): SeenFile {
  const [file, written] = [join(folder, "seen.json"), join(folder, "seen.json.new")];
  return {
    async read() {
      try {
        return Seen.parse(JSON.parse(await readFile(file, "utf8")));
      } catch (error) {
        // Any other failure must end the witness: without its memory it would sign a second history.
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return {};
        throw error;
      }
    },
    async write(seen) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const handle = await open(written, "w", 0o600);
      try {
        await handle.writeFile(`${JSON.stringify(seen, null, 2)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(written, file);
      const directory = await open(folder, "r");
      await directory.sync().finally(() => directory.close());
    },
  };
}
