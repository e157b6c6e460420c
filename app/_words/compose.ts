import { plural } from "@/app/_words/plural";

/** The sentences of the composer. */
export const compose = {
  offline: "You seem to be offline.",
  notContinued: "The bark before it was not sent.",

  newBark: { title: "New bark", act: "Bark", label: "What is going on in town?" },
  reply: { title: "Reply", act: "Reply", label: "Your reply" },
  quote: { title: "Quote", act: "Bark", label: "What do you say to it?" },
  edit: { title: "Edit", act: "Save", label: "Your bark" },

  describeTitle: (count: number) => plural(count, { one: "Describe your picture?", other: "Describe your pictures?" }),
  whyDescribe: "Blind readers hear your description.",
  barkAnyway: "Bark anyway",
  describe: "Describe",

  addPart: "Add a bark",
  barkAll: (count: number) => `Bark all ${count}`,
  part: (place: number, count: number) => `${place} of ${count}`,
  partLabel: (place: number) => `Bark ${place} of your thread`,
  removePart: (place: number) => `Remove bark ${place}`,
  moreParts: (count: number) => plural(count, { one: "and # more bark", other: "and # more barks" }),
};
