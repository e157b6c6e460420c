/**
 * The length to which something of this length is padded: 256, 512, 1,024, 2,048 or 4,096 bytes, and above that
 * Padmé, which adds at most 12% and tells only about log log of the length.
 */
export function paddedLength(length: number): number {
  if (length <= 4096) return Math.max(256, 2 ** Math.ceil(Math.log2(length)));
  const exponent = Math.floor(Math.log2(length));
  const step = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1);
  return Math.ceil(length / step) * step;
}
