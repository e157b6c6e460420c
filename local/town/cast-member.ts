import type { SubjectName } from "@/local/town/barks";

/** A person everybody in town knows, as they appear in the product's pictures. */
export interface CastMember {
  readonly handle: string;
  readonly kind: string;
  readonly bio: string;
  readonly cares: readonly SubjectName[];
  readonly follows: readonly string[];
  /** The percentage of the town that follows them. */
  readonly fame: number;
  /** Barks by their age in minutes; `cold` and `warm` ones only in that half of the year. */
  readonly barks: readonly { age: number; text: string; when?: "cold" | "warm"; picture?: string }[];
}
