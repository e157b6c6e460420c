import { quantile } from "@/bench/figures";

/** Latency in milliseconds of an action without concurrency, after a warm-up. */
export async function alone(
  times: number,
  act: (turn: number) => Promise<unknown>,
): Promise<{ p50: number; p95: number }> {
  const samples: number[] = [];
  for (let turn = 0; turn < 1.5 * times; turn++) {
    const started = performance.now();
    await act(turn);
    if (turn >= times / 2) samples.push(performance.now() - started);
  }
  return { p50: quantile(samples, 0.5), p95: quantile(samples, 0.95) };
}

/** Throughput per second of an action with `hands` concurrent workers. */
export async function atOnce(hands: number, seconds: number, act: (hand: number, turn: number) => Promise<unknown>) {
  const end = performance.now() + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: hands }, async (_, hand) => {
      for (; performance.now() < end; done++) await act(hand, done);
    }),
  );
  return done / seconds;
}
