/** Keys of uploaded pictures are digests; those of drawn ones say what they draw, such as `fox-3-7`. */
const UPLOADED = /^[0-9a-f]{32}$/;

/** Every address of the app, in one place. Paths begin with a slash; the origin is added where needed. */
export const paths = {
  landing: "/",
  home: "/home",
  town: "/town",
  settings: "/settings",
  profileSettings: "/settings/profile",
  passwordSettings: "/settings/password",
  emailSettings: "/settings/email",
  handleSettings: "/settings/handle",
  passkeySettings: "/settings/passkeys",
  sessionSettings: "/settings/sessions",
  privacySettings: "/settings/privacy",
  notificationSettings: "/settings/notifications",
  appearanceSettings: "/settings/appearance",
  dataSettings: "/settings/data",
  join: "/join",
  signIn: (next?: string) => (next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in"),
  person: (handle: string) => `/@${handle}`,
  followers: (handle: string) => `/@${handle}/followers`,
  following: (handle: string) => `/@${handle}/following`,
  replies: (handle: string) => `/@${handle}/replies`,
  pictures: (handle: string) => `/@${handle}/pictures`,
  likesOf: (handle: string) => `/@${handle}/likes`,
  bark: (handle: string, id: string) => `/@${handle}/${id}`,
  topic: (name: string) => `/tags/${encodeURIComponent(name)}`,
  portrait: (key: string) => (UPLOADED.test(key) ? `/media/${key}-avatar.webp` : `/portraits/${key}.webp`),
  history: (handle: string, id: string) => `/@${handle}/${id}/history`,
  media: (file: string) => `/media/${file}`,
  scenery: (key: string) => (UPLOADED.test(key) ? `/media/${key}-header.webp` : `/scenery/${key}.webp`),
} as const;
