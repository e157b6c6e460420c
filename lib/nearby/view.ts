import type { Location, Sharing, Spot } from "@/lib/nearby/schema";

/** One's own stored place. */
export function toLocation({ latitude, longitude, precision, from, until }: Spot): Location {
  return {
    latitude,
    longitude,
    precision_km: precision,
    expires_at: new Date(until).toISOString(),
    shown_from: new Date(from).toISOString(),
  };
}

/** A person's location data in their data export. */
export interface Stored {
  shared: Location[];
  last: { latitude: number; longitude: number; precision_km: number; at: string } | null;
  moved_at: string[];
}

/** The places that are shared, and what else is kept for a day. */
export function toStored(shared: Location[], sharing: Sharing | null): Stored {
  const time = (at: number) => new Date(at).toISOString();
  const last = sharing?.last ?? null;
  return {
    shared,
    last: last && {
      latitude: last.latitude,
      longitude: last.longitude,
      precision_km: last.precision,
      at: time(last.at),
    },
    moved_at: (sharing?.moves ?? []).map(time),
  };
}
