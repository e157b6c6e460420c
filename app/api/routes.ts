import { alertsRoutes } from "@/app/api/_routes/alerts";
import { barksRoutes } from "@/app/api/_routes/barks";
import { discoveryRoutes } from "@/app/api/_routes/discovery";
import { peopleRoutes } from "@/app/api/_routes/people";
import { siteRoutes } from "@/app/api/_routes/site";
import type { RouteModule } from "@/app/api/_routes/module";

/**
 * Every endpoint of the API by its path. Our server mounts them directly (a Next handler costs
 * 0.65 ms of a core before it does anything), the API description is made from them, and a test
 * sees to it that none is missing.
 */
export const routes: Record<string, RouteModule> = {
  ...alertsRoutes,
  ...barksRoutes,
  ...discoveryRoutes,
  ...peopleRoutes,
  ...siteRoutes,
};
