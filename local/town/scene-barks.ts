import type { SubjectName } from "@/local/town/barks";

/** A bark of the cast that others refer to, as the product's pictures show it. Ages are in minutes. */
export interface SceneBark {
  name?: string;
  by: string;
  age: number;
  about: SubjectName;
  text: string;
  likes: number;
  rebarks?: number;
  emoji?: Readonly<Record<string, number>>;
  when?: "cold" | "warm";
  answers?: string;
  quotes?: string;
  picture?: string;
  was?: { text: string; age: number };
}

export const SCENE: readonly SceneBark[] = [
  {
    by: "owl",
    age: 41,
    about: "sky",
    text: "Read this one with the light off. https://millpond.example/lamps",
    likes: 88,
    rebarks: 12,
    emoji: { "❤️": 9, "👀": 8 },
  },
  {
    by: "fern",
    age: 205,
    about: "garden",
    text: "For everybody who asked after Saturday, and for the cat: https://seedlibrary.example/forty-mints",
    likes: 31,
    rebarks: 5,
  },
  {
    by: "otter",
    age: 330,
    about: "neighbours",
    text: "Printed it out. Laminated it. Put it where the last one blew away. https://boathouse.example/timetable",
    likes: 17,
  },
  {
    name: "steps",
    by: "clover",
    age: 165,
    about: "library",
    text: "The library steps are free all weekend. Somebody should do something with them.",
    likes: 17,
  },
  {
    name: "swap",
    by: "fern",
    age: 52,
    about: "garden",
    text: "Seed swap at the library steps, Saturday from ten. Bring jars, labels and one story about a tomato. #seedswap 🌱",
    likes: 96,
    rebarks: 22,
    emoji: { "🌱": 31, "☀️": 12, "😂": 4 },
    quotes: "steps",
    was: {
      text: "Seed swap at the library steps, Sunday from nine. Bring jars and one story about a tomato. #seedswap 🌱",
      age: 45,
    },
  },
  {
    name: "jars",
    by: "owl",
    age: 48,
    about: "garden",
    answers: "swap",
    text: "I have nine jars and a very long story.",
    likes: 18,
  },
  { by: "fern", age: 46, about: "garden", answers: "jars", text: "We have chairs. Bring both.", likes: 22 },
  {
    name: "cuttings",
    by: "moss",
    age: 40,
    about: "garden",
    answers: "swap",
    text: "Is swapping cuttings allowed, or only seeds? Asking for a windowsill.",
    likes: 6,
  },
  {
    by: "fern",
    age: 37,
    about: "garden",
    answers: "cuttings",
    text: "Cuttings are only seeds that could not wait. Bring them.",
    likes: 14,
  },
  {
    name: "check",
    by: "hare",
    age: 27,
    about: "garden",
    answers: "swap",
    text: "The tomato story must be true. I will be checking.",
    likes: 11,
  },
  {
    by: "owl",
    age: 24,
    about: "garden",
    answers: "check",
    text: "It is true in the sense that I have told it for years.",
    likes: 19,
  },
  {
    name: "oven",
    by: "finch",
    age: 117,
    about: "bread",
    text: "Oven day. Twelve loaves, three neighbours, no photographs of the first one. #ovenday",
    likes: 71,
    rebarks: 9,
    emoji: { "🍞": 14, "😋": 6 },
    was: {
      text: "Oven day. Eleven loaves, three neighbours, no photographs of the first one. #ovenday",
      age: 49,
    },
  },
  {
    by: "clover",
    age: 58,
    about: "bread",
    text: "So this is why the whole lane smelled of toast.",
    likes: 63,
    quotes: "oven",
  },
  {
    name: "pond",
    by: "heron",
    age: 121,
    about: "river",
    when: "warm",
    text: "First lilies on the mill pond. Stood still for an hour and nobody told me off.",
    picture: "pond",
    likes: 84,
  },
  {
    name: "pond",
    by: "heron",
    age: 121,
    about: "river",
    when: "cold",
    text: "Ice at the edge of the mill pond. Stood still for an hour and nobody told me off. #firstfrost",
    picture: "frost",
    likes: 84,
  },
  {
    name: "glove",
    by: "maple",
    age: 66,
    about: "neighbours",
    text: "Lost a glove, found a scarf. The town provides.",
    likes: 9,
  },
  {
    by: "poppy",
    age: 51,
    about: "neighbours",
    answers: "glove",
    text: "Left hand, green, a hole in the thumb? It is on the fountain, waving.",
    likes: 7,
  },
  {
    name: "mint",
    by: "maple",
    age: 1_530,
    about: "garden",
    text: "Forty kinds of mint and the cat sleeps on the only rare one.",
    likes: 14,
  },
  {
    by: "badger",
    age: 19,
    about: "cats",
    answers: "mint",
    text: "Name the cat after the mint. It is only fair.",
    likes: 5,
  },
  {
    by: "juniper",
    age: 88,
    about: "garden",
    text: "This is what happens when you let a cat choose. Mine would have taken the gin.",
    quotes: "mint",
    likes: 23,
  },
  {
    name: "kettle",
    by: "maple",
    age: 4_400,
    about: "neighbours",
    text: "Kettle on, window open. If anyone near the mill pond wants tea and a tour of the mint, come by before noon. Bring a mug.",
    likes: 12,
  },
  {
    by: "toad",
    age: 4_371,
    about: "neighbours",
    answers: "kettle",
    text: "Came with a mug and left with a mint. It is in my hat, for safety.",
    likes: 10,
  },
  {
    by: "otter",
    age: 178,
    about: "allotment",
    text: "Tea tour of the allotments, with @maple for the mint and @fern for the labels. I bring the boat, for no reason.",
    likes: 21,
  },
  {
    name: "stall",
    by: "newt",
    age: 200,
    about: "neighbours",
    text: "Snail, nobody came to your stall because nobody likes you. Pack up.",
    likes: 0,
  },
  {
    name: "acorns",
    by: "fox",
    age: 140,
    about: "neighbours",
    text: "Double your acorns in one night. Write to me, bring a friend.",
    likes: 0,
  },
];
