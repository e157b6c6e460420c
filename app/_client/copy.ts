/** Copies an address, and answers what to say of it. Browsers let only pages that came by https copy. */
export async function copyAddress(address: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(address);
    return "Link copied";
  } catch {
    return `The link could not be copied. It is ${address}`;
  }
}
