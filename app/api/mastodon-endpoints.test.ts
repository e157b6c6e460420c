import { describe, expect, it } from "vitest";
import { routes } from "@/app/api/routes";
import { describeApi } from "@/lib/http/openapi";
import { REFUSED, SERVED } from "@/testing/mastodon-endpoints";
import { match } from "@/web/router";

const document = describeApi(routes, "https://town.example");

/** The lists whose parameters are documented, besides those of paging. */
const PARAMETERS: Record<string, string[]> = {
  "/api/v1/accounts/{id}/statuses": ["only_media", "exclude_replies", "exclude_reblogs", "pinned", "tagged"],
  "/api/v1/timelines/public": ["local", "remote", "only_media"],
  "/api/v1/timelines/tag/{topic}": ["any", "all", "none", "local", "remote", "only_media"],
  "/api/v1/notifications": ["types", "exclude_types", "account_id", "include_filtered"],
  "/api/v2/notifications": [
    "types",
    "exclude_types",
    "account_id",
    "include_filtered",
    "grouped_types",
    "expand_accounts",
  ],
  "/api/v1/directory": ["offset", "order", "local"],
  "/api/v1/trends/statuses": ["offset"],
  "/api/v1/trends/tags": ["offset"],
  "/api/v1/accounts/search": ["q", "offset", "following"],
  "/api/v2/search": ["q", "type", "resolve", "following", "account_id", "exclude_unreviewed", "offset"],
};
/** The lists that are paged by the ids of their entries. */
const PAGED = [
  ...["home", "public", "tag/{topic}", "list/{id}"].map((list) => `/api/v1/timelines/${list}`),
  ...["statuses", "followers", "following", "endorsements"].map((list) => `/api/v1/accounts/{id}/${list}`),
  ...["favourited_by", "reblogged_by", "quotes"].map((list) => `/api/v1/statuses/{id}/${list}`),
  ...["favourites", "bookmarks", "blocks", "mutes", "follow_requests", "endorsements"].map((list) => `/api/v1/${list}`),
  ...["followed_tags", "lists/{id}/accounts", "notifications"].map((list) => `/api/v1/${list}`),
  "/api/v2/notifications",
];

const parametersOf = (path: string) =>
  (document.paths?.[path]?.get?.parameters ?? []).flatMap((parameter) => ("name" in parameter ? [parameter.name] : []));

describe("the endpoints of Mastodon's documentation", () => {
  it.each(Object.entries(SERVED))("are served at %s: %s", (path, methods) => {
    expect(Object.keys(routes[path] ?? {})).toEqual(expect.arrayContaining(methods.split(" ")));
  });

  it.each(Object.entries(REFUSED))("are not served at %s, because %s", (path) => {
    expect(routes[path]).toBeUndefined();
    const found = match(path.replaceAll(/\[\w+\]/g, "1"));
    // A path that a parameter of another endpoint catches is answered as missing by that endpoint.
    expect([undefined, "/api/v1/instance/[document]"]).toContain(found?.pattern);
  });

  it("are all in one of the two tables, so that every endpoint here is Mastodon's or Barker's own", () => {
    const own =
      /^\/(api\/v1\/barker|health|ready|metrics|media|nodeinfo|robots\.txt|sitemap\.xml|\.well-known|kt)(\/|$)/;
    const others = Object.keys(routes).filter((path) => !own.test(path) && !(path in SERVED));
    // An older spelling of trends.
    expect(others).toEqual(["/api/v1/trends"]);
  });

  it.each(Object.entries(PARAMETERS))("take at %s the documented parameters %j", (path, names) => {
    expect(parametersOf(path)).toEqual(expect.arrayContaining(names));
  });

  it.each(PAGED)("are paged from both ends at %s", (path) => {
    expect(parametersOf(path)).toEqual(expect.arrayContaining(["limit", "max_id", "since_id", "min_id"]));
  });
});
