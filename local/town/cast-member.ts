import type { SubjectName } from "@/local/town/barks";

/** The people everybody in town knows, as they appear in Barker's pictures. */
export interface CastMember {
  readonly handle: string;
  readonly kind: string;
  readonly bio: string;
  readonly cares: readonly SubjectName[];
  readonly follows: readonly string[];
  /** How many in a hundred of the town follow them. */
  readonly fame: number;
  /** Barks by their age in minutes; `cold` and `warm` ones only in that half of the year. */
  readonly barks: readonly { age: number; text: string; when?: "cold" | "warm"; picture?: string }[];
}
