/** The header in which our server hands the caller's address to handlers; never taken from outside. */
export const ADDRESS_HEADER = "x-barker-address";

/** Who calls, as an IP address: what rate limits of strangers count by. */
export function clientAddress(headers: Headers): string {
  return headers.get(ADDRESS_HEADER) ?? "unknown";
}
