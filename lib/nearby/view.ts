import type { Location, Spot } from "@/lib/nearby/schema";

/** One's own place as it is stored. */
export function toLocation({ latitude, longitude, precision, from, until }: Spot): Location {
  return {
    latitude,
    longitude,
    precision_km: precision,
    expires_at: new Date(until).toISOString(),
    shown_from: new Date(from).toISOString(),
  };
}
