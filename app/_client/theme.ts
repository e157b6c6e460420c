export const THEME_COOKIE = "theme";

export type Theme = "light" | "dark" | "system";

/** Applies a choice at once, and stores it for the server's next rendering. */
export function applyTheme(theme: Theme): void {
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=31536000; samesite=lax`;
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

/** The choice in the cookie, which the server reads so that pages do not flash in the wrong colours. */
export function themeOf(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "system";
}
