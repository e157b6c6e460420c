import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findPicture } from "@/lib/media/reads";
import { MediaAttachment, MediaDetails } from "@/lib/media/schema";
import { describePicture, discardPicture } from "@/lib/media/writes";

export const GET = route(
  {
    summary: "One of the viewer's own pictures",
    auth: "user",
    scope: "write:media",
    params: IdParam,
    answers: MediaAttachment,
  },
  async ({ viewer, params }) => {
    const picture = await findPicture(viewer.id, params.id);
    if (!picture) throw new ApiError("not_found");
    return picture;
  },
);

export const PUT = route(
  {
    summary: "Change the description and focus of a picture that no bark uses yet",
    auth: "user",
    scope: "write:media",
    params: IdParam,
    body: MediaDetails,
    answers: MediaAttachment,
    limit: "write",
  },
  async ({ viewer, params, body }) => {
    const picture = await describePicture(viewer.id, params.id, body);
    if (!picture) throw new ApiError("not_found");
    return picture;
  },
);

export const DELETE = route(
  {
    summary: "Delete a picture that no bark uses",
    auth: "user",
    scope: "write:media",
    params: IdParam,
    limit: "write",
  },
  async ({ viewer, params }) => {
    if (!(await discardPicture(viewer.id, params.id))) throw new ApiError("not_found");
    return {};
  },
);
