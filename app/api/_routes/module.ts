import type { Route } from "@/lib/http/route";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
/** The exports of a route.ts of the API. */
export type RouteModule = Partial<Record<Method, Route>>;
