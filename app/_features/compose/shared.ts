export interface Shared {
  title: string;
  text: string;
  url: string;
}

/** Shared content as the text of a bark: each part once, the address last on its own line. */
export function sharedWords({ title, text, url }: Shared): string {
  const words = [title, text].map((part) => part.trim()).filter((part) => part !== "");
  const said = words.length === 2 && words[1]?.includes(words[0] ?? "") ? words.slice(1) : words;
  const address = url.trim();
  const lines = address === "" || said.some((part) => part.includes(address)) ? said : [...said, address];
  return lines.join("\n");
}
