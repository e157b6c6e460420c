import { send, type Outcome } from "@/app/_ui/api";
import type { Location, Place, Precision } from "@/lib/nearby/schema";

export const HOURS = 12;

const PATH = "/api/v1/barker/location";
const REFUSED = "Your browser does not tell Barker where you are. Allow it for this page, then try again.";
const UNKNOWN = "Your device could not tell where it is. Try again in a moment.";
const UNABLE = "This browser cannot tell where it is, so Nearby does not work here.";
/** A rough place is enough, and one of a few minutes ago too. */
const ROUGHLY: PositionOptions = { enableHighAccuracy: false, maximumAge: 300_000, timeout: 20_000 };

/** Where this device is, or one sentence that says why it does not tell. */
function whereAmI(): Promise<Place | string> {
  if (!("geolocation" in navigator)) return Promise.resolve(UNABLE);
  return new Promise((done) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ latitude: coords.latitude, longitude: coords.longitude }),
      ({ code, PERMISSION_DENIED }) => done(code === PERMISSION_DENIED ? REFUSED : UNKNOWN),
      ROUGHLY,
    );
  });
}

/** Shares where this device is, rounded before it is sent. */
export async function shareHere(precision: Precision, hours: number = HOURS): Promise<Outcome<Location>> {
  // Only who shares needs this, so it comes when asked for.
  const [place, { roundForSending }] = await Promise.all([whereAmI(), import("@/lib/nearby/rules")]);
  if (typeof place === "string") return { ok: false, status: 0, sentence: place, fields: {} };
  return share(roundForSending(place, precision), precision, hours);
}

/** Keeps the square that is shared already for longer, or makes it coarser, without asking the device. */
export function shareStill(
  { latitude, longitude }: Place,
  precision: Precision,
  hours: number,
): Promise<Outcome<Location>> {
  return share({ latitude, longitude }, precision, hours);
}

/** Shows oneself nowhere any more. */
export function hide(): Promise<Outcome<unknown>> {
  return send(PATH, { method: "DELETE" });
}

function share(place: Place, precision: Precision, hours: number): Promise<Outcome<Location>> {
  return send<Location>(PATH, { method: "PUT", json: { ...place, precision_km: precision, hours } });
}
