export const THEME_COOKIE = "theme";

export type Theme = "light" | "dark" | "system";

/** The choice kept in the cookie, which the server reads so that no page flashes in the other colours. */
export function themeOf(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}
