import { z } from "zod";
import { credentialOf } from "@/lib/http/authorise";
import { ApiError } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { subscriptionOf } from "@/lib/push/reads";
import { SubscriptionChange, SubscriptionInput, WebPushSubscription } from "@/lib/push/schema";
import { changeSubscription, subscribe, unsubscribe } from "@/lib/push/writes";

const push = { auth: "user", scope: "push", answers: WebPushSubscription } as const;

export const GET = route(
  { ...push, summary: "The push subscription of this session or token" },
  async ({ viewer, identity }) => {
    const found = await subscriptionOf(viewer.id, credentialOf(identity));
    if (!found) throw new ApiError("not_found");
    return found;
  },
);

export const POST = route(
  { ...push, summary: "Subscribe a device to push messages", body: SubscriptionInput, limit: "write" },
  ({ viewer, identity, body }) =>
    subscribe({ personId: viewer.id, credential: credentialOf(identity), own: identity?.by === "cookie" }, body),
);

export const PUT = route(
  { ...push, summary: "Change which notifications are pushed to the device", body: SubscriptionChange, limit: "write" },
  ({ viewer, identity, body }) => changeSubscription(viewer.id, credentialOf(identity), body),
);

export const DELETE = route(
  { ...push, summary: "Remove the push subscription", answers: z.object({}), limit: "write" },
  async ({ viewer, identity }) => {
    await unsubscribe(viewer.id, credentialOf(identity));
    return {};
  },
);
