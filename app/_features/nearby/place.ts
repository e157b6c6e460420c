import { nearby } from "@/app/_words/nearby";
import { send, type Outcome } from "@/app/_client/api";
import { fitting, tooRough } from "@/app/_features/nearby/accuracy";
import type { Location, Coordinates, Precision } from "@/lib/nearby/schema";

export const HOURS = 12;

const PATH = "/api/v1/barker/location";

/** A rough position is enough, and so is one that is a few minutes old. */
const POSITION_OPTIONS: PositionOptions = { enableHighAccuracy: false, maximumAge: 300_000, timeout: 20_000 };

/** This device's position and its accuracy (metres), or one sentence that says why it is unknown. */
function readPosition(): Promise<{ place: Coordinates; accuracy: number } | string> {
  if (!isSecureContext) return Promise.resolve(nearby.insecure);
  if (!("geolocation" in navigator)) return Promise.resolve(nearby.unable);
  return new Promise((done) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => done({ place: { latitude, longitude }, accuracy }),
      ({ code, PERMISSION_DENIED }) => done(code === PERMISSION_DENIED ? nearby.refused : nearby.unknown),
      POSITION_OPTIONS,
    );
  });
}

/**
 * Shares this device's position, rounded before it is sent: in the requested square, or in a larger one where the device's
 * accuracy is lower.
 */
export async function shareHere(precision: Precision, hours: number = HOURS): Promise<Outcome<Location>> {
  // Only needed for sharing, so it is loaded on demand.
  const [found, { roundForSending }] = await Promise.all([readPosition(), import("@/lib/nearby/rules")]);
  if (typeof found === "string") return refused(found);
  const shown = fitting(precision, found.accuracy);
  if (shown === null) return refused(tooRough(found.accuracy));
  return share(roundForSending(found.place, shown), shown, hours);
}

const refused = (sentence: string): Outcome<never> => ({ ok: false, status: 0, sentence, fields: {} });

/** Extends the sharing of the current square, or makes it coarser, without asking the device. */
export function extendSharing(
  { latitude, longitude }: Coordinates,
  precision: Precision,
  hours: number,
): Promise<Outcome<Location>> {
  return share({ latitude, longitude }, precision, hours);
}

/** Stops sharing the place. */
export function hide(): Promise<Outcome<unknown>> {
  return send(PATH, { method: "DELETE" });
}

function share(place: Coordinates, precision: Precision, hours: number): Promise<Outcome<Location>> {
  return send<Location>(PATH, { method: "PUT", json: { ...place, precision_km: precision, hours } });
}
