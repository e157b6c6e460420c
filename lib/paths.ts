/** Every address of the app, in one place. Paths begin with a slash; the origin is added where needed. */
export const paths = {
  landing: "/",
  home: "/home",
  town: "/town",
  settings: "/settings",
  join: "/join",
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  person: (handle: string) => `/@${handle}`,
  followers: (handle: string) => `/@${handle}/followers`,
  following: (handle: string) => `/@${handle}/following`,
  bark: (handle: string, id: string) => `/@${handle}/${id}`,
  topic: (name: string) => `/tags/${encodeURIComponent(name)}`,
  portrait: (key: string) => `/portraits/${key}.webp`,
  scenery: (key: string) => `/scenery/${key}.webp`,
} as const;
