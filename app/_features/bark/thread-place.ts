import { tab } from "@/app/_client/device";

/** A position in a conversation: the bark at the top of the screen, its offset, and what was unfolded. */
export interface ThreadPlace {
  anchor: string;
  offset: number;
  /** The number of rows shown. */
  end: number;
  opened: string[];
}

/** The key of this entry of the tab's history, the same after back, forward and reload. */
function stop(): string | null {
  const key = "navigation" in globalThis ? globalThis.navigation.currentEntry?.key : undefined;
  return key ? `thread:${key}` : null;
}

/** The stored position of this history entry, if there is one. */
export function threadPlace(): ThreadPlace | null {
  const key = stop();
  try {
    return key === null ? null : (JSON.parse(tab.get(key) ?? "null") as ThreadPlace | null);
  } catch {
    return null;
  }
}

/** Stores a position until the tab is closed. */
export function saveThreadPlace(place: ThreadPlace): void {
  const key = stop();
  if (key) tab.set(key, JSON.stringify(place));
}
