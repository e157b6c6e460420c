/**
 * The handle and the host that a WebFinger resource names: `acct:maple@town.example`, with or without the scheme, or the
 * address of a person's page. Null when it is neither.
 */
export function addressOfResource(resource: string): { handle: string; host: string } | null {
  const [, handle, host] = /^(?:acct:)?@?([^@\s/]+)@([^@\s/]+)$/.exec(resource) ?? [];
  if (handle !== undefined && host !== undefined) return { handle, host };
  if (!/^https?:/.test(resource) || !URL.canParse(resource)) return null;
  const page = new URL(resource);
  const name = /^\/(?:@|users\/)([^/]+)\/?$/.exec(page.pathname)?.[1];
  return name === undefined ? null : { handle: name, host: page.host };
}
