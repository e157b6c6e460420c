import { VersionCard } from "@/app/_features/bark/version";
import type { StatusEdit } from "@/lib/history/schema";

/** All versions of a bark, newest first. `likedVersion` is the one that the viewer liked. */
export function Versions({ versions, likedVersion }: { versions: StatusEdit[]; likedVersion: number | null }) {
  return (
    <ol>
      {versions.toReversed().map((version, index) => (
        <VersionCard
          key={version.version}
          version={version}
          before={versions[versions.length - index - 2]}
          newest={index === 0}
          mine={likedVersion === version.version}
        />
      ))}
    </ol>
  );
}
