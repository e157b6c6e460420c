import { fileName, fileNames, sealedName, type PictureKind } from "@/lib/media/rules";
import { storage } from "@/lib/media/storage";
import type { Entry } from "@/local/backup/archive/tar";
import type { StoredNode } from "@/local/backup/values";

/** The folder of files in a backup; below it they have the names of the storage. */
export const MEDIA = "media/";
const KINDS: Record<string, PictureKind> = { picture: "picture", avatar: "avatar", header: "header" };

/** Collects the names of the files that nodes need. */
export function mediaNames(): { seen(node: StoredNode): void; names: Set<string>; optional(name: string): boolean } {
  const names = new Set<string>();
  return {
    names,
    seen({ labels, properties: { key, kind, id, picture, pendingAt } }) {
      const is = (label: string) => labels.includes(label);
      if (is("Media") && typeof key === "string" && typeof kind === "string" && KINDS[kind] && !is("Discarded"))
        for (const name of fileNames(key, KINDS[kind])) names.add(name);
      if (is("LinkCard") && typeof picture === "string") names.add(fileName(picture, "card"));
      if (is("SealedFile") && typeof id === "string" && pendingAt === undefined) names.add(sealedName(id));
    },
    // Only animations have it.
    optional: (name) => name.endsWith("-moving.webp"),
  };
}

/** What became of the files. */
export interface MediaTally {
  files: number;
  bytes: number;
  missing: number;
}

/** The files of these names, from the disk or the S3-compatible server. @param tally counts what is found */
export async function* mediaEntries(
  { names, optional }: Pick<ReturnType<typeof mediaNames>, "names" | "optional">,
  tally: MediaTally,
): AsyncGenerator<Entry> {
  for (const name of names) {
    const bytes = await storage().get(name);
    if (bytes === null) {
      if (!optional(name)) tally.missing += 1;
      continue;
    }
    tally.files += 1;
    tally.bytes += bytes.length;
    yield { name: MEDIA + name, bytes };
  }
}
