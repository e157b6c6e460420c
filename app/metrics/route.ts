import { ApiError } from "@/lib/errors";
import { clientAddress } from "@/lib/http/address";
import { route } from "@/lib/http/route";
import { metrics } from "@/lib/metrics";

const LOCAL = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

export const GET = route(
  { summary: "Prometheus metrics, for callers on the same machine", auth: "none" },
  async ({ request }) => {
    if (!LOCAL.has(clientAddress(request.headers))) throw new ApiError("not_found");
    const { registry } = metrics();
    return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
  },
);
