import { plural } from "@/app/_words/plural";
import { shared } from "@/app/_words/shared";

/** What the pages of Discover say: popular barks, trends, and people to follow. */
export const discover = {
  title: "Discover",
  description: "Barks that are popular right now, what the town is talking about, and people to follow.",
  ways: "Ways to discover",
  tabs: { discover: "For you", trends: "Trends", popular: "This hour", circles: "Circles" },

  popular: shared.popular,
  popularDescription: "The hundred barks that most people reacted to within the last hour.",
  all: "See all",
  place: (place: number, author: string) => `Number ${place}, by ${author}`,
  edited: "edited",
  peopleThisHour: (shown: string, people: number) => `${shown} ${people === 1 ? "person" : "people"} this hour`,
  pictures: (count: number) => plural(count, { one: "A picture", other: "# pictures" }),
  risen: (count: number) => plural(count, { one: "# bark moved up", other: "# barks moved up" }),

  trending: "Trending for you",
  trends: "Trends",
  trendsTitle: "What the town is talking about",
  trendsDescription: "Topics and words that more people use than in an ordinary week.",
  about: "About trends",
  how: [
    "A trend is something that more people bark about than usual in its own week. Everyday words never trend.",
    "A topic needs three people who tagged it, a word five. People you blocked or muted do not count.",
    "What people you follow bark about comes first.",
  ],
  lately: (people: number) => plural(people, { one: "person", other: "people" }),
  usually: (usual: number) => plural(usual, { other: "usually #" }),
  unusual: "new this week",
  example: (author: string, trend: string) => `${author} about ${trend}`,
  nothingTrends: "No trends right now",
  nothingTrendsWhy: "Nothing is used more than in an ordinary week. A topic trends when three people tag it.",

  quiet: "Nothing popular right now",
  quietPopular: "Nobody has reacted to a public bark in the last hour.",
  quietWhy: "Nothing is popular right now.",
  town: shared.lookAround,
  away: "Popular barks and trends cannot be loaded right now. Please try again in a moment.",

  begin: "People to start with",
  mayKnow: "People you may know",
  noMorePeople: "No more suggestions for now.",
  dismiss: (name: string) => `Do not suggest ${name}`,
  dismissed: (name: string) => `You will not see ${name} here again`,
  newInTown: shared.newInTown,
  followers: (shown: string, count: number) => `${shown} ${count === 1 ? "follower" : "followers"}`,
};
