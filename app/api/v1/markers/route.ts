import { route } from "@/lib/http/route";
import { readMarkers } from "@/lib/markers/reads";
import { Markers, MarkersChange, MarkersQuery } from "@/lib/markers/schema";
import { advanceMarkers } from "@/lib/markers/writes";

export const GET = route(
  {
    summary: "How far the viewer has read",
    auth: "user",
    scope: "read:statuses",
    query: MarkersQuery,
    answers: Markers,
  },
  ({ viewer, query }) => readMarkers(viewer.id, query.timeline),
);

export const POST = route(
  {
    summary: "Record how far the viewer has read; markers never move backwards",
    auth: "user",
    scope: "write:statuses",
    body: MarkersChange,
    answers: Markers,
    limit: "marker",
  },
  ({ viewer, body }) => advanceMarkers(viewer.id, body),
);
