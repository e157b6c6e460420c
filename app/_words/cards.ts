/** The sentences of link cards, animated pictures, feeds and embedded barks. */
export const cards = {
  play: "Play the animation",
  pause: "Stop the animation",
  film: "Videos and sound cannot be shown here. Choose a picture; a GIF or WebP may be animated.",
  embed: "Copy code to embed",
  codeCopied: "Code copied. Paste it into a page of your own.",
  codeNotCopied: (code: string) => `The code could not be copied. It is ${code}`,
  copyFeed: "Copy RSS address",
} as const;

/** What feed readers show. */
export const feeds = {
  person: (name: string, handle: string) => `${name} (@${handle})`,
  personDescription: (handle: string) => `Public barks of @${handle}`,
  personTopic: (name: string, handle: string, topic: string) => `${name} (@${handle}) about #${topic}`,
  topic: (topic: string) => `#${topic}`,
  topicDescription: (topic: string) => `Public barks about #${topic}`,
  note: (note: string) => `Content note: ${note}`,
  open: "Open the bark",
  picture: (name: string) => `A picture by ${name}`,
} as const;

/** What a bark shows on the pages of other sites. */
export const embedded = {
  title: (name: string) => `Bark by ${name}`,
  sensitive: "Show sensitive pictures",
  edited: "edited",
  on: "Open on Barker",
  quoting: "Quotes another bark",
} as const;
