import { createStore } from "@/app/_client/create-store";

/** Chromium's event by which a page may ask to be installed. */
interface InstallEvent extends Event {
  prompt: () => Promise<unknown>;
}

/** How this browser can put Barker on its home screen. Null: it cannot, or has done it. */
export type InstallWay = "ask" | "iphone" | "menu" | null;

const offer = createStore<InstallEvent | null>(null);
export const installWay = createStore<InstallWay>(null);

/** Finds out how Barker can be installed here, and keeps the browser's offer until somebody wants it. */
export function watchInstall(): () => void {
  const decide = () => installWay.set(wayHere());
  const keep = (event: Event) => {
    // The browser's own bar would come at once, over what is being read.
    event.preventDefault();
    offer.set(event as InstallEvent);
    decide();
  };
  const done = () => {
    offer.set(null);
    installWay.set(null);
  };
  addEventListener("beforeinstallprompt", keep);
  addEventListener("appinstalled", done);
  decide();
  return () => {
    removeEventListener("beforeinstallprompt", keep);
    removeEventListener("appinstalled", done);
  };
}

/** Asks the browser to install Barker, which may be done once for each of its offers. */
export async function install(): Promise<void> {
  const event = offer.get();
  offer.set(null);
  await event?.prompt();
  installWay.set(wayHere());
}

/** Whether this window is the installed app. */
export function isInstalled(): boolean {
  return (
    matchMedia("(display-mode: standalone)").matches || ("standalone" in navigator && navigator.standalone === true)
  );
}

function wayHere(): InstallWay {
  if (isInstalled()) return null;
  if (offer.get() !== null) return "ask";
  // An iPad says that it is a Mac.
  const apple =
    /iPhone|iPad|iPod/.test(navigator.userAgent) || (/Mac/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);
  if (apple) return "iphone";
  return /Android/.test(navigator.userAgent) ? "menu" : null;
}
