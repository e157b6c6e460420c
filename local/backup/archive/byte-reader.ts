/** Reads exact numbers of bytes from a stream of pieces. */
export class ByteReader {
  readonly #pieces: AsyncIterator<Uint8Array>;
  #held: Uint8Array = new Uint8Array();

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#pieces = source[Symbol.asyncIterator]();
  }

  /** The next `size` bytes, or fewer at the end of the stream. */
  async take(size: number): Promise<Uint8Array> {
    if (this.#held.length < size) await this.#gather(size);
    const taken = this.#held.subarray(0, size);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  async #gather(size: number): Promise<void> {
    const parts = [this.#held];
    for (let length = this.#held.length; length < size;) {
      const next = await this.#pieces.next();
      if (next.done) break;
      parts.push(next.value);
      length += next.value.length;
    }
    this.#held = parts.length === 1 ? this.#held : Buffer.concat(parts);
  }
}
