/**
 * Finds any number of patterns in a text in one pass (Aho and Corasick, https://doi.org/10.1145/360825.360855): a trie of
 * the patterns in which each node links to the longest suffix that is also a prefix of a pattern.
 */
export class Automaton {
  readonly #edges: Edges;
  /** The failure link, and the next pattern that ends at the same position; 0 for none. */
  readonly #fail: Int32Array;
  readonly #shorter: Int32Array;
  readonly #places = new Map<number, number[]>();

  /** @param texts the patterns, none of them empty */
  constructor(texts: readonly string[]) {
    const most = texts.reduce((sum, text) => sum + text.length, 1);
    this.#edges = new Edges(most);
    const [parents, units] = [new Int32Array(most), new Uint16Array(most)];
    const levels: number[][] = [];
    let size = 1;
    for (const [place, text] of texts.entries()) {
      let node = 0;
      for (let at = 0; at < text.length; at++) {
        const unit = text.charCodeAt(at);
        const next = this.#edges.follow(node, unit) || size;
        if (next === size) {
          this.#edges.add(node, unit, next);
          parents[next] = node;
          units[next] = unit;
          (levels[at] ??= []).push(next);
          size++;
        }
        node = next;
      }
      const places = this.#places.get(node);
      if (places) places.push(place);
      else this.#places.set(node, [place]);
    }
    this.#fail = new Int32Array(size);
    this.#shorter = new Int32Array(size);
    for (const level of levels) {
      for (const node of level) {
        const parent = parents[node] ?? 0;
        const fail = parent === 0 ? 0 : this.#step(this.#fail[parent] ?? 0, units[node] ?? 0);
        this.#fail[node] = fail;
        this.#shorter[node] = this.#places.has(fail) ? fail : (this.#shorter[fail] ?? 0);
      }
    }
  }

  /**
   * Reports every pattern that ends at each position, longest first.
   * @param visit receives the indices of the equal patterns; returns false to skip the shorter patterns that end at the
   * same position
   */
  run(text: string, visit: (places: readonly number[]) => boolean): void {
    let node = 0;
    for (let at = 0; at < text.length; at++) {
      node = this.#step(node, text.charCodeAt(at));
      let found = this.#places.has(node) ? node : (this.#shorter[node] ?? 0);
      while (found !== 0 && visit(this.#places.get(found) ?? [])) found = this.#shorter[found] ?? 0;
    }
  }

  #step(from: number, unit: number): number {
    let node = from;
    let next = this.#edges.follow(node, unit);
    while (next === 0 && node !== 0) {
      node = this.#fail[node] ?? 0;
      next = this.#edges.follow(node, unit);
    }
    return next;
  }
}

/** The edges of the trie in one flat table; a Map per node takes ten times as long to build. */
class Edges {
  readonly #mask: number;
  readonly #shift: number;
  readonly #from: Int32Array;
  readonly #unit: Uint16Array;
  readonly #to: Int32Array;

  constructor(most: number) {
    const bits = Math.ceil(Math.log2(most * 2));
    const size = 2 ** bits;
    this.#mask = size - 1;
    this.#shift = 32 - bits;
    this.#from = new Int32Array(size);
    this.#unit = new Uint16Array(size);
    this.#to = new Int32Array(size);
  }

  /** @returns 0 when there is no such edge */
  follow(from: number, unit: number): number {
    return this.#to[this.#slot(from, unit)] ?? 0;
  }

  add(from: number, unit: number, to: number): void {
    const slot = this.#slot(from, unit);
    this.#from[slot] = from;
    this.#unit[slot] = unit;
    this.#to[slot] = to;
  }

  /** The slot of an edge, or a free one. */
  #slot(from: number, unit: number): number {
    let slot = Math.imul(from ^ Math.imul(unit, 0x85ebca6b), 0x9e3779b1) >>> this.#shift;
    while (this.#to[slot] !== 0 && (this.#from[slot] !== from || this.#unit[slot] !== unit)) {
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}
