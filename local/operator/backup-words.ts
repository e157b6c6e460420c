import { env } from "@/lib/env";
import { bytesInWords } from "@/lib/text/bytes";
import type { Manifest } from "@/local/backup/archive/manifest";
import type { Backup } from "@/local/backup/backup";
import type { Restored } from "@/local/backup/restore";

/** Formats a number with separators: "12,345". */
export const grouped = (value: number): string => value.toLocaleString("en");

const time = (at: number) => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
const seconds = (ms: number) => `${(ms / 1_000).toFixed(1)} s`;

/** What a backup contains, as lines. */
export function ofManifest(manifest: Omit<Manifest, "checksums">): string {
  const { labels, media } = manifest;
  const missing = media.missing > 0 ? `, ${grouped(media.missing)} more were missing already` : "";
  return [
    `Backup of ${manifest.origin}, as it was on ${time(manifest.at)}, made by Barker ${manifest.version}`,
    `  ${grouped(labels["Person"] ?? 0)} people, ${grouped(labels["Bark"] ?? 0)} barks; in all ${grouped(manifest.nodes)} nodes and ${grouped(manifest.relationships)} relationships`,
    `  ${grouped(media.files)} files of pictures and messages (${bytesInWords(media.bytes)}${missing})`,
    `  the key log up to leaf ${grouped(manifest.keyLog)}`,
  ].join("\n");
}

/** What a finished backup is, and what to do with it. */
export function ofBackup({ file, bytes, encrypted, manifest, pausedMs, removed }: Backup): string {
  return [
    ofManifest(manifest),
    `  writing was paused for ${seconds(pausedMs)}`,
    ...(removed > 0 ? [`  ${removed === 1 ? "an older backup was" : `${removed} older backups were`} removed`] : []),
    `${file} (${bytesInWords(bytes)}, ${encrypted ? "encrypted" : "not encrypted"})`,
    encrypted
      ? "Keep the passphrase somewhere else: without it nobody can restore this backup."
      : "It contains password hashes and secret keys. To encrypt the next one, set BARKER_BACKUP_KEY or BARKER_BACKUP_KEY_FILE.",
    "Keep a copy on another machine.",
  ].join("\n");
}

/** What was restored, and what the operator has to know. */
export function ofRestore({ manifest, faults }: Restored): string {
  return [
    "",
    ofManifest(manifest),
    ...(faults.length > 0
      ? ["Restored, but not everything is as it should be:", ...faults.map((fault) => `  ${fault}`)]
      : ["Restored. The numbers are those of the backup, and nothing is dangling."]),
    "",
    ...advice(manifest),
  ].join("\n");
}

function advice({ origin, keyLog }: Manifest): string[] {
  const moved = origin !== env().BARKER_ORIGIN;
  return [
    "- Redis needs nothing: timelines and alerts are built anew when people return.",
    "- What was written after the backup is lost. People stay signed in; those who joined later have to join again.",
    ...(keyLog > 0
      ? [
          `- The key log ends at leaf ${grouped(keyLog)}. Devices that have seen a longer one raise an alarm: docs/operating/backup.md says what to do.`,
        ]
      : []),
    ...(moved ? [`- This town was at ${origin}. To serve it there again, set BARKER_ORIGIN=${origin}.`] : []),
    "- The secrets of the town are in secrets.json of the data folder. Where variables such as BARKER_SECRET are set, give them the values from there.",
  ];
}
