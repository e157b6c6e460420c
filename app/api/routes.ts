import { alertsRoutes } from "@/app/api/_routes/alerts";
import { barksRoutes } from "@/app/api/_routes/barks";
import { discoveryRoutes } from "@/app/api/_routes/discovery";
import { peopleRoutes } from "@/app/api/_routes/people";
import { siteRoutes } from "@/app/api/_routes/site";
import type { RouteModule } from "@/app/api/_routes/module";

/**
 * Every endpoint of the API by its path. Our server mounts them directly, because a Next handler takes 0.65 ms of a core
 * before it does anything. The OpenAPI description is generated from them, and a test checks that none is
 * missing.
 */
export const routes: Record<string, RouteModule> = {
  ...alertsRoutes,
  ...barksRoutes,
  ...discoveryRoutes,
  ...peopleRoutes,
  ...siteRoutes,
};
