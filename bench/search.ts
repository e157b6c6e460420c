import { z } from "zod";
import type { Figure } from "@/bench/figures";
import { neo4jPid } from "@/bench/nearby";
import { inBatches, plantedId, plantPeople } from "@/bench/plant";
import { residentMb } from "@/bench/rivals/memory";
import { alone } from "@/bench/rivals/rounds";
import { idAt } from "@/lib/ids";
import { read } from "@/lib/neo4j";
import { seeded, type Random } from "@/lib/seeded";
import { barksQuery, parseSearch } from "@/lib/search/operators";
import { peopleQuery } from "@/lib/search/rules";
import { spanOf, within } from "@/lib/search/spans";

const [PEOPLE, BARKS, WORDS, QUERIES] = [20_000, 200_000, 30_000, 60];
const Any = z.unknown();

/** Searching 200,000 barks and 20,000 people: a rare word, one that is in every tenth bark, one being typed. */
export async function benchSearch(): Promise<Figure[]> {
  await plantPeople(PEOPLE);
  await plantBarks(seeded(7));
  const figures: Figure[] = [];
  const barks = (q: string) => {
    const asked = parseSearch(q);
    const words = within(barksQuery(asked, { wanted: null, unwanted: [] }) ?? "", spanOf(asked, {}));
    const more = {
      most: 1_000,
      topics: [],
      media: null,
      language: null,
      not: { topics: [], languages: [] },
      following: false,
      limit: 60,
    };
    return read("search/barks", { viewerId: plantedId(1), words, ...more }, Any);
  };
  const asks = {
    "a rare word in 200,000 barks": (turn: number) => barks(`${word(WORDS - 1 - (turn % 900))} `),
    "a word of every tenth bark": (turn: number) => barks(`${word(turn % 3)} `),
    "two words, the second being typed": (turn: number) => barks(`${word(turn % 40)} ${word(turn % 90).slice(0, 3)}`),
    "people by a beginning, of 20,000": (turn: number) =>
      read(
        "people/search",
        { viewerId: plantedId(1), prefix: "", words: peopleQuery(`planted${turn % 99}`), most: 300, limit: 20 },
        Any,
      ),
  };
  for (const [what, ask] of Object.entries(asks)) {
    const { p50, p95 } = await alone(QUERIES, ask);
    figures.push({ what: `${what}, p50`, value: p50, unit: "ms" }, { what: `${what}, p95`, value: p95, unit: "ms" });
  }
  figures.push({ what: "Neo4j's memory with it", value: residentMb(neo4jPid()), unit: "MB" });
  return figures;
}

/** The n-th most frequent word; the letters are arbitrary. */
function word(rank: number): string {
  return `w${(rank * 7_919 + 46_656).toString(36)}`;
}

/** Creates barks of twelve words each, whose frequencies follow Zipf's law. */
async function plantBarks(random: Random): Promise<void> {
  const rows = Array.from({ length: BARKS }, (_, place) => {
    const at = Date.now() - (BARKS - place) * 30_000;
    const text = Array.from({ length: 12 }, () => word(Math.floor(WORDS ** random()) - 1)).join(" ");
    const authorId = plantedId(Math.floor(random() * PEOPLE));
    return { id: idAt(at), at, text, words: text, authorId, audience: "public", language: "en" };
  });
  const created = "CREATE (p)-[:BARKED]->(b:Bark) SET b = row RETURN count(*) AS count";
  await inBatches(`UNWIND $rows AS row MATCH (p:Person {id: row.authorId}) ${created}`, rows);
}
