import type { Route } from "@/lib/http/route";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
/** What a route.ts of the API holds. */
export type RouteModule = Partial<Record<Method, Route>>;
