/** The rules of the town, which everybody accepts who joins. */
export const TOWN_RULES = [
  {
    name: "Be kind.",
    text: "Disagree with what somebody said, not with who they are. No hate, no threats, no pestering.",
  },
  { name: "Be who you say you are.", text: "Jokes and pen names are welcome. Pretending to be somebody else is not." },
  {
    name: "Leave other people’s private things out of it.",
    text: "No addresses, telephone numbers, letters or pictures that were not meant for everybody.",
  },
  {
    name: "Cover what not everybody wants to see.",
    text: "Mark such pictures as sensitive, or put a content note on the bark.",
  },
  {
    name: "Do not flood the square.",
    text: "No advertising by the hundred, no copies, no machines that pretend to be people.",
  },
] as const;

/**
 * The handle and the host that a WebFinger resource names: `acct:maple@town.example`, with or without the scheme, or the
 * address of a person's page. Null when it is neither.
 */
export function addressOfResource(resource: string): { handle: string; host: string } | null {
  const [, handle, host] = /^(?:acct:)?@?([^@\s/]+)@([^@\s/]+)$/.exec(resource) ?? [];
  if (handle !== undefined && host !== undefined) return { handle, host };
  if (!/^https?:/.test(resource) || !URL.canParse(resource)) return null;
  const page = new URL(resource);
  const name = /^\/(?:@|users\/)([^/]+)\/?$/.exec(page.pathname)?.[1];
  return name === undefined ? null : { handle: name, host: page.host };
}
