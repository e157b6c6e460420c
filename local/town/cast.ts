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

/** The visitor's own account. */
export const VISITOR = "maple";

/** Near the visitor, but not followed: whom Circles and suggestions are to find. */
export const NOT_YET_FOLLOWED = ["juniper", "wren", "owl", "hare", "moss", "newt", "snail", "fox"];

/** Nobody whom the visitor follows follows these: they are three steps away. */
export const FARTHER_OFF = ["newt", "snail"];

export const CAST: readonly CastMember[] = [
  {
    handle: "maple",
    kind: "maple",
    bio: "Forty kinds of mint, one cat, no plans. Here for the gossip about the scarecrow.",
    cares: ["garden", "cats", "allotment"],
    follows: ["otter", "fern", "clover", "badger", "heron", "toad", "finch", "poppy", "acorn"],
    fame: 4,
    barks: [],
  },
  {
    handle: "otter",
    kind: "otter",
    bio: "River person. I know a man with a boat. I am the man with the boat.",
    cares: ["river", "swimming", "fishing", "dogs"],
    follows: ["maple", "juniper", "hare", "heron", "fern", "toad", "badger"],
    fame: 34,
    barks: [
      {
        age: 14,
        text: "Somebody left a kayak at my door with a ribbon round it. I have questions, and I have plans for the day.",
        picture: "kayak",
      },
      { age: 290, text: "The ferry bell rang three times and nobody was there. Made tea for two anyway." },
    ],
  },
  {
    handle: "fern",
    kind: "fern",
    bio: "Runs the seed swap and, some say, the library steps. Bring labels.",
    cares: ["garden", "library", "mushrooms"],
    follows: ["maple", "juniper", "clover", "otter", "moss", "poppy"],
    fame: 30,
    barks: [{ age: 1_600, text: "Nine packets of poppy seed and one that only says ask Clover. #seedswap" }],
  },
  {
    handle: "clover",
    kind: "clover",
    bio: "Three leaves on a weekday, four with luck. Neighbour to all of Mill Lane.",
    cares: ["neighbours", "kitchen", "bees"],
    follows: ["maple", "wren", "fern", "finch", "badger"],
    fame: 22,
    barks: [],
  },
  {
    handle: "badger",
    kind: "badger",
    bio: "Night shifts, soup, gates. Mostly innocent.",
    cares: ["nightshift", "kitchen", "neighbours", "quiz"],
    follows: ["maple", "wren", "owl", "otter", "finch", "clover"],
    fame: 27,
    barks: [
      { age: 74, text: "Night shift verdict: the best soup in town is served after two in the morning. #nightshift" },
      { age: 610, text: "About the gate: it was the wind. The wind has a key." },
    ],
  },
  {
    handle: "heron",
    kind: "heron",
    bio: "Standing still, professionally. Mill pond, most mornings.",
    cares: ["river", "fishing", "birds"],
    follows: ["maple", "juniper", "moss", "otter", "toad"],
    fame: 25,
    barks: [],
  },
  {
    handle: "toad",
    kind: "toad",
    bio: "Slow walks, long stories, excellent hat.",
    cares: ["dogs", "rain", "running"],
    follows: ["maple", "juniper", "newt", "heron", "snail"],
    fame: 16,
    barks: [{ age: 84, text: "Four walks, four skies. The last one followed me home." }],
  },
  {
    handle: "finch",
    kind: "finch",
    bio: "Baker on the corner. Whistles twice when the rye is ready.",
    cares: ["bread", "birds", "choir"],
    follows: ["maple", "juniper", "clover", "badger", "wren"],
    fame: 32,
    barks: [
      {
        age: 1_560,
        text: "If you can hear two whistles, the rye is ready. If you can hear three, the rye is early and so am I.",
      },
    ],
  },
  {
    handle: "juniper",
    kind: "juniper",
    bio: "Gin, botany, bad knees. Barks mostly about weather and who left the gate open.",
    cares: ["weather", "garden", "neighbours", "rain"],
    follows: ["otter", "fern", "snail", "fox", "hare", "owl"],
    fame: 38,
    barks: [
      { age: 128, text: "Gate was open again. I am not naming names. The name is Badger." },
      { age: 305, text: "Rain by four. Trust the swifts.", when: "warm" },
      { age: 305, text: "Rain by four. Trust my knees.", when: "cold" },
    ],
  },
  {
    handle: "wren",
    kind: "wren",
    bio: "Small, loud, usually in the hedge. Second soprano.",
    cares: ["choir", "birds", "school"],
    follows: ["clover", "badger", "finch", "owl", "hare"],
    fame: 20,
    barks: [{ age: 33, text: "Sang to the washing. The washing danced." }],
  },
  {
    handle: "fox",
    kind: "fox",
    bio: "Awake when you are not. Knows every bin on Lantern Street.",
    cares: ["nightshift", "sky", "cinema"],
    follows: ["owl", "juniper", "hare", "badger"],
    fame: 18,
    barks: [{ age: 210, text: "Walked home along the wall. Longer, higher, better company." }],
  },
  {
    handle: "owl",
    kind: "owl",
    bio: "Librarian, later. Returns accepted until dawn.",
    cares: ["library", "sky", "nightshift", "jam"],
    follows: ["badger", "fox", "wren", "moss"],
    fame: 24,
    barks: [],
  },
  {
    handle: "hare",
    kind: "hare",
    bio: "Early. Possibly too early. Runs the long way round.",
    cares: ["running", "cycling", "weather"],
    follows: ["otter", "snail", "newt", "juniper", "fox"],
    fame: 14,
    barks: [],
  },
  {
    handle: "newt",
    kind: "newt",
    bio: "Pond, stone, pond. Learning the trombone, sorry.",
    cares: ["swimming", "choir", "rain"],
    follows: ["snail", "toad", "hare"],
    fame: 3,
    barks: [{ age: 520, text: "I can now play the first half of a scale. The second half is downhill, I am told." }],
  },
  {
    handle: "poppy",
    kind: "poppy",
    bio: "Red door, loud radio, soft heart.",
    cares: ["market", "cinema", "coffee"],
    follows: ["maple", "fern", "acorn", "finch"],
    fame: 13,
    barks: [
      { age: 96, text: "Sold the last bunch to a man who said it was for his mother-in-law and then turned pink. 💐" },
    ],
  },
  {
    handle: "acorn",
    kind: "acorn",
    bio: "Small plans, long view. Repairs chairs.",
    cares: ["repairs", "chess", "mushrooms"],
    follows: ["maple", "poppy", "moss", "owl"],
    fame: 11,
    barks: [{ age: 180, text: "Mended a chair for somebody who then stood on it to hug me. That is a good joint." }],
  },
  {
    handle: "moss",
    kind: "moss",
    bio: "Soft on the north side. Ask me about lichen, or do not.",
    cares: ["mushrooms", "garden", "trains"],
    follows: ["heron", "fern", "acorn", "juniper"],
    fame: 10,
    barks: [],
  },
  {
    handle: "snail",
    kind: "snail",
    bio: "Getting there. House included.",
    cares: ["post", "knitting", "buses"],
    follows: ["newt", "toad", "hare", "juniper"],
    fame: 3,
    barks: [{ age: 700, text: "Left for the seed swap. See you Saturday. #seedswap" }],
  },
];
