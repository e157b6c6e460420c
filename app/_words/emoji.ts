import { plural } from "@/app/_words/plural";

/** What the emoji picker and reactions say. The names of emoji and of their categories come from the data. */
export const emoji = {
  react: "React",
  reactions: "Reactions",
  reaction: (name: string, count: number) => `${name}, ${plural(count, { one: "# reaction", other: "# reactions" })}`,
  all: "All emoji",
  search: "Search emoji",
  loading: "Loading…",
  nothing: (q: string) => `No emoji found for “${q}”. Try a simpler word.`,
  recent: "Recently used",
  categories: "Categories",
  tone: "Skin tone",
  tones: {
    none: "Default",
    light: "Light",
    "medium-light": "Medium light",
    medium: "Medium",
    "medium-dark": "Medium dark",
    dark: "Dark",
  },
};
