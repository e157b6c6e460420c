import { z } from "zod";
import { route } from "@/lib/http/route";
import { ownLocation } from "@/lib/nearby/reads";
import { Location, LocationInput } from "@/lib/nearby/schema";
import { hideLocation, shareLocation } from "@/lib/nearby/writes";

export const GET = route(
  {
    summary: "One's own place as it is stored; 404 when one shares none",
    auth: "user",
    scope: "read:location",
    answers: Location,
  },
  ({ viewer }) => ownLocation(viewer.id),
);

export const PUT = route(
  {
    summary: "Share roughly where one is, for some hours; moves are limited and seen a little later",
    auth: "user",
    scope: "write:location",
    body: LocationInput,
    answers: Location,
    limit: "location",
  },
  ({ viewer, body }) => shareLocation(viewer.id, body),
);

export const DELETE = route(
  { summary: "Share no place any more", auth: "user", scope: "write:location", answers: z.object({}), limit: "write" },
  async ({ viewer }) => {
    await hideLocation(viewer.id);
    return {};
  },
);
