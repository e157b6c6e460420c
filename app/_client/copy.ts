/** Copies an address and returns the message to show. Browsers allow copying only on pages served over https. */
export async function copyAddress(address: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(address);
    return "Link copied";
  } catch {
    return `The link could not be copied. It is ${address}`;
  }
}
