import type { Figure } from "@/bench/figures";
import { alone } from "@/bench/rivals/rounds";
import { idAt, newId } from "@/lib/ids";
import { seeded } from "@/lib/seeded";
import { tcpRedis } from "@/lib/redis/tcp";
import { trendsFor } from "@/lib/trends/reads";
import { countBark } from "@/lib/trends/writes";

const [BARKS, AUTHORS, WORDS] = [5_000, 800, 20_000];

/** Counting 5,000 barks of the last hours by 800 people, and reading the trends. */
export async function benchTrends(): Promise<Figure[]> {
  const random = seeded(3);
  const authors = Array.from({ length: AUTHORS }, () => newId());
  const word = () => `v${(Math.floor(WORDS ** random()) * 7_919 + 46_656).toString(36).replace(/\d/g, "q")}`;
  const before = await used();
  let told = 0;
  const count = await alone(BARKS / 1.5, async (turn) => {
    const text = Array.from({ length: 14 }, word).join(" ");
    const author = authors[Math.floor(random() * AUTHORS)] ?? "1";
    const id = idAt(Date.now() - (BARKS - turn) * 5_000);
    await countBark({ id, author, text, language: "en", answers: false });
    told++;
  });
  const bytes = ((await used()) - before) / told;
  const reads = await alone(40, () => trendsFor(null, { limit: 20, offset: 0, personal: false }));
  return [
    { what: "counting what a bark is about, p50", value: count.p50, unit: "ms" },
    { what: "counting what a bark is about, p95", value: count.p95, unit: "ms" },
    { what: "Redis for a bark that was counted", value: bytes / 1_024, unit: "kB" },
    { what: "reading trends, p50 (asked of Redis every 5 s)", value: reads.p50, unit: "ms" },
    { what: "reading trends, p95", value: reads.p95, unit: "ms" },
  ];
}

async function used(): Promise<number> {
  return Number(/^used_memory:(\d+)/m.exec(await tcpRedis().info("memory"))?.[1]);
}
