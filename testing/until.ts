/**
 * Waits until `check` returns something other than false, null or undefined, checking every 20 ms.
 * @throws after `within` ms
 */
export async function until<T>(
  check: () => T | Promise<T>,
  within = 20_000,
): Promise<Exclude<T, false | null | undefined>> {
  const end = performance.now() + within;
  for (;;) {
    const answer = await check();
    if (isThere(answer)) return answer;
    if (performance.now() > end) throw new Error(`Waited ${within} ms without success: ${check.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function isThere<T>(answer: T): answer is Exclude<T, false | null | undefined> {
  return answer !== false && answer !== null && answer !== undefined;
}
