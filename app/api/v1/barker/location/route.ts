import { z } from "zod";
import { route } from "@/lib/http/route";
import { ownLocation } from "@/lib/nearby/reads";
import { Location, LocationInput } from "@/lib/nearby/schema";
import { hideLocation, shareLocation } from "@/lib/nearby/writes";

export const GET = route(
  {
    summary: "One's own stored place; 404 when none is shared",
    auth: "user",
    scope: "read:location",
    answers: Location,
  },
  ({ viewer }) => ownLocation(viewer.id),
);

export const PUT = route(
  {
    summary: "Share one's approximate place for some hours; moves are rate-limited and become visible after a delay",
    auth: "user",
    scope: "write:location",
    body: LocationInput,
    answers: Location,
    limit: "location",
  },
  ({ viewer, body }) => shareLocation(viewer.id, body),
);

export const DELETE = route(
  { summary: "Stop sharing one's place", auth: "user", scope: "write:location", answers: z.object({}), limit: "write" },
  async ({ viewer }) => {
    await hideLocation(viewer.id);
    return {};
  },
);
