import { routes } from "@/app/api/routes";
import { env } from "@/lib/env";
import { describeApi } from "@/lib/http/openapi";

/** The OpenAPI description. Served by Next, because it is generated from the table of all other routes. */
export function GET(): Response {
  return Response.json(describeApi(routes, env().BARKER_ORIGIN), { headers: { "access-control-allow-origin": "*" } });
}
