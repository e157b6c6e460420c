import type { Status } from "@/lib/barks/schema";

/** A page of Home, newest first. */
export interface HomePage {
  statuses: Status[];
  /** Where the reader's live stream stood when the page was read; null when it was not asked for. */
  cursor: string | null;
}

/** Which ids come next in a list: at most `limit`, newest first, both bounds exclusive. */
export interface Slice {
  max: string;
  min: string;
  ascending: boolean;
  limit: number;
}
