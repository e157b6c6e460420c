/**
 * A cookie that tells the server with each page of Home how far this device has read: whose device it is, the marker that
 * it told last, and when it stored a scroll position (Unix ms; 0 at the top).
 */
export const HOME_COOKIE = "barker-home";

interface HomeDevice {
  told: string;
  placeAt: number;
}

const NOTHING: HomeDevice = { told: "", placeAt: 0 };
/** While somebody scrolls, the time is updated this often (ms). */
const UPDATE_MS = 5_000;

/** What the cookie says about this person's device. */
export function homeDevice(cookie: string | undefined, personId: string): HomeDevice {
  const [owner, told = "", at] = (cookie ?? "").split(".");
  return owner === personId ? { told, placeAt: Number(at) || 0 } : NOTHING;
}

/** Notes what this device told or stored last. */
export function noteHomeDevice(personId: string, patch: Partial<HomeDevice>): void {
  const before = homeDevice(new RegExp(`${HOME_COOKIE}=([^;]*)`).exec(document.cookie)?.[1], personId);
  const { told, placeAt } = { ...before, ...patch };
  const isUpdate = before.placeAt > 0 && placeAt > 0 && Math.abs(placeAt - before.placeAt) < UPDATE_MS;
  if (told === before.told && (placeAt === before.placeAt || isUpdate)) return;
  write(`${personId}.${told}.${placeAt}`, 31_536_000);
}

/** Forgets whose device this was. */
export function forgetHomeDevice(): void {
  write("", 0);
}

function write(value: string, seconds: number): void {
  // Pages are also rendered where there is no browser.
  if (typeof document === "undefined") return;
  const secure = location.protocol === "https:" ? "; secure" : "";
  document.cookie = `${HOME_COOKIE}=${value}; path=/home; max-age=${seconds}; samesite=lax${secure}`;
}
