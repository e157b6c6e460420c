/** The limits of announcements: letters of a text, different emoji of one, how many run at once, and seconds until the end. */
export const ANNOUNCEMENT_LIMITS = { text: 1_000, emoji: 8, running: 5, longest: 366 * 24 * 3_600 } as const;
