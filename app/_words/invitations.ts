import { plural } from "@/app/_words/plural";

/** Invitations: Settings, and the town hall. */
export const invitations = {
  title: "Invitations",
  detail: "Links people can join with",
  make: "Make a link",
  about: "Whoever opens the link can join this town. People who join with it follow you, unless you say otherwise.",
  uses: "How many people",
  usesChoices: [
    ["1", "One"],
    ["5", "5"],
    ["25", "25"],
    ["50", "50"],
    ["100", "100"],
  ],
  lasts: "How long",
  lastsChoices: [
    ["86400", "A day"],
    ["604800", "A week"],
    ["2592000", "A month"],
    ["31536000", "A year"],
  ],
  follow: "They follow me",
  followDetail: "Who joins with it follows you at once",
  create: "Make an invitation",
  yours: "Your invitations",
  all: "All invitations",
  none: "There are no invitations yet.",
  cannot: "In this town you cannot make invitations.",
  used: (uses: number, most: number | null) =>
    most === null
      ? plural(uses, { one: "# person came", other: "# people came" })
      : `${uses} of ${plural(most, { one: "# person", other: "# people" })} came`,
  madeBy: (handle: string) => `by @${handle}`,
  over: "ended",
  until: "until {when}",
  noEnd: "no end",
  copy: "Copy",
  copyNamed: (url: string) => `Copy the link ${url}`,
  code: "QR code",
  codeNamed: (url: string) => `QR code of ${url}`,
  codeAbout: "For a noticeboard: whoever points the camera of a phone at it can join.",
  print: "Print",
  end: "End",
  endNamed: (url: string) => `End the invitation ${url}`,
  ended: "The invitation has ended",
} as const;
