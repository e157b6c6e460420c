import { tab } from "@/app/_client/device";

/** Where somebody was in a conversation: the bark at the top of the screen and its height, and what was unfolded. */
export interface ThreadPlace {
  anchor: string;
  offset: number;
  /** How many rows were shown. */
  end: number;
  opened: string[];
}

/** The name of this stop of the tab's history: back, forward and reload come to the same one. */
function stop(): string | null {
  const key = "navigation" in globalThis ? globalThis.navigation.currentEntry?.key : undefined;
  return key ? `thread:${key}` : null;
}

/** The place to return to, if one was here before. */
export function threadPlace(): ThreadPlace | null {
  const key = stop();
  try {
    return key === null ? null : (JSON.parse(tab.get(key) ?? "null") as ThreadPlace | null);
  } catch {
    return null;
  }
}

/** Remembers a place until the tab is closed. */
export function saveThreadPlace(place: ThreadPlace): void {
  const key = stop();
  if (key) tab.set(key, JSON.stringify(place));
}
