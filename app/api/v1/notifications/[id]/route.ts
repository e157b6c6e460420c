import { ApiError } from "@/lib/errors";
import { IdParam } from "@/lib/http/params";
import { route } from "@/lib/http/route";
import { findAlert } from "@/lib/notifications/reads";
import { Notification } from "@/lib/notifications/schema";

export const GET = route(
  { summary: "One notification", auth: "user", scope: "read:notifications", params: IdParam, answers: Notification },
  async ({ viewer, params }) => {
    const notification = await findAlert(viewer.id, params.id);
    if (!notification) throw new ApiError("not_found");
    return notification;
  },
);
