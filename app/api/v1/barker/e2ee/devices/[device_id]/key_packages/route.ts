import { route } from "@/lib/http/route";
import { DeviceParam, KeyPackageCount, KeyPackages, PACKAGES_BODY } from "@/lib/messages/packages/schema";
import { countKeyPackages, publishKeyPackages } from "@/lib/messages/packages/writes";

export const GET = route(
  {
    summary: "How many one-time KeyPackages a device has left",
    auth: "user",
    scope: "messages",
    params: DeviceParam,
    answers: KeyPackageCount,
  },
  async ({ viewer, params }) => ({ count: await countKeyPackages(viewer.id, params.device_id) }),
);

export const POST = route(
  {
    summary: "Publish KeyPackages of a device, and the one that is served when none is left",
    auth: "user",
    scope: "messages",
    params: DeviceParam,
    body: KeyPackages,
    size: PACKAGES_BODY,
    answers: KeyPackageCount,
    limit: "keyPackages",
  },
  async ({ viewer, params, body }) => ({ count: await publishKeyPackages(viewer.id, params.device_id, body) }),
);
