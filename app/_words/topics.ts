import { plural } from "@/app/_words/plural";

/** What the pages of topics say. */
export const topics = {
  description: (topic: string) => `Barks about #${topic}.`,
  feed: (topic: string) => `Barks about #${topic}`,
  nothing: (topic: string) => `Nothing about #${topic}`,
  nothingWhy: "Nobody has barked about it yet. You could be the first.",
  follow: "Follow",
  following: "Following",
  feature: (topic: string) => `Show #${topic} on your profile`,
  featured: "Now on your profile",
  unfeatured: "No longer on your profile",
  featuredOn: (name: string) => `Topics of ${name}`,
  /** `shown` is the count as it is shown: "1.2K". */
  barkCount: (count: number, shown: string) => plural(count, { one: `${shown} bark`, other: `${shown} barks` }),
  barks: (count: number) => plural(count, { one: "# bark", other: "# barks" }),
};
