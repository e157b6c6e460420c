import { randomBytes } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isFileName } from "@/lib/media/rules";
import type { Storage } from "@/lib/media/storage";

/** Stores files in `<data>/media`, in folders by the first two characters of their names, so that none gets too full. */
export function diskStorage(data: string): Storage {
  const place = (name: string) => {
    if (!isFileName(name)) throw new RangeError("not the name of a stored file");
    const [file = "", ...folders] = name.split("/").toReversed();
    return join(/* turbopackIgnore: true */ data, "media", ...folders, file.slice(0, 2), file);
  };
  return {
    async put(name, bytes) {
      const path = place(name);
      const folder = dirname(path);
      await mkdir(folder, { recursive: true });
      const half = join(/* turbopackIgnore: true */ folder, `.${randomBytes(8).toString("hex")}`);
      try {
        await written(half, bytes);
        await rename(half, path);
        await settled(folder);
      } catch (error) {
        await rm(half, { force: true });
        throw error;
      }
    },
    async get(name) {
      try {
        return await readFile(place(name));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: (name) => rm(place(name), { force: true }),
  };
}

async function written(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Flushes a folder: a rename is durable only after that. */
async function settled(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
