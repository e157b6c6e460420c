import { ADMIN } from "@/testing/mastodon-api/admin";
import { CHOICES } from "@/testing/mastodon-api/choices";
import { PEOPLE } from "@/testing/mastodon-api/people";
import type { Row } from "@/testing/mastodon-api/rows";
import { SERVER } from "@/testing/mastodon-api/server";
import { STATUSES } from "@/testing/mastodon-api/statuses";

/**
 * Every endpoint of Mastodon 4.6's documentation with its parameters, by area, and how far it is there. Tests call all of
 * them, and docs/api.md is made of them.
 * @see https://docs.joinmastodon.org/methods/
 */
export const AREAS: Record<string, Row[]> = {
  "People and profiles": PEOPLE,
  "Lists, filters, topics and notifications": CHOICES,
  "Barks and timelines": STATUSES,
  "Apps, the server and streams": SERVER,
  Administration: ADMIN,
};
export const TABLE: Row[] = Object.values(AREAS).flat();

export const nameOf = ({ method, path }: Row): string => `${method} ${path}`;
