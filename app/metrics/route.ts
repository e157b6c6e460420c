import { sameText } from "@/lib/auth/secrets";
import { env } from "@/lib/env";
import { ApiError } from "@/lib/errors";
import { isLocalCall } from "@/lib/http/address";
import { route } from "@/lib/http/route";
import { metrics } from "@/lib/metrics";

export const GET = route(
  { summary: "Prometheus metrics, for callers on the same machine and those with BARKER_METRICS_TOKEN", auth: "none" },
  async ({ request }) => {
    if (!isLocalCall(request.headers) && !hasToken(request.headers)) throw new ApiError("not_found");
    const { registry } = metrics();
    return new Response(await registry.metrics(), { headers: { "content-type": registry.contentType } });
  },
);

function hasToken(headers: Headers): boolean {
  const token = env().BARKER_METRICS_TOKEN;
  return Boolean(token) && sameText(headers.get("authorization") ?? "", `Bearer ${token}`);
}
