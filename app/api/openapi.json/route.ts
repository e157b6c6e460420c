import { routes } from "@/app/api/routes";
import { env } from "@/lib/env";
import { describeApi } from "@/lib/http/openapi";

/** The description of the API. Served by Next, since it is made from the table of all other routes. */
export function GET(): Response {
  return Response.json(describeApi(routes, env().BARKER_ORIGIN), { headers: { "access-control-allow-origin": "*" } });
}
