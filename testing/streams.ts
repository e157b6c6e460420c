/** A stream of these items. */
export async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** All items of a stream. */
export async function gathered<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}
