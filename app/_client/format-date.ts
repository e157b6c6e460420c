const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * A time (Unix ms) in words. Formats are made once: that takes as long as using one a hundred times.
 * @param timeZone by default the reader's own
 */
export function formatDate(at: number, options: Intl.DateTimeFormatOptions, timeZone?: string): string {
  // The reader's own zone changes when they travel.
  const key = JSON.stringify([options, timeZone ?? new Date(at).getTimezoneOffset()]);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
    formats.set(key, format);
  }
  return format.format(at);
}
