/** What only staff open: few people, with queries that Neo4j often has to plan first. */
const OF_STAFF = /^\/(town-hall|api\/v\d\/admin|api\/v1\/barker\/town_hall)(\/|$)/;
/** How many times as long as others they may wait for their stores. */
const PATIENCE = 4;

/** How many times `BARKER_STORE_SECONDS` a request to this path may wait for its stores. */
export function patienceOf(path: string): number {
  return OF_STAFF.test(path) ? PATIENCE : 1;
}
