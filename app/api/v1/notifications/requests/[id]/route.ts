import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findRequest } from "@/lib/notifications/requests";
import { NotificationRequest } from "@/lib/notifications/schema";

export const GET = route(
  {
    summary: "One notification request",
    auth: "user",
    scope: "read:notifications",
    params: IdParam,
    answers: NotificationRequest,
  },
  async ({ viewer, params }) => {
    const request = await findRequest(viewer.id, params.id);
    if (!request) throw new ApiError("not_found");
    return request;
  },
);
