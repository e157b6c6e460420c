import autocannon from "autocannon";
import { quantile, type Figure } from "@/bench/figures";
import { ask, origin } from "@/bench/http";
import { bark, follow, makePeople, type Benchmarker } from "@/bench/people";

const ALONE = 500;
const SECONDS = 8;

/** Reading a home page of 20: one at a time and eight concurrently; following few people and ten times as many. */
export async function benchHome(): Promise<Figure[]> {
  const [few, many, ...authors] = await makePeople(42);
  if (!few || !many) throw new Error("nobody was made");
  for (const author of authors) {
    await follow(many, author);
    for (let index = 0; index < 6; index++) await bark(author, `Gate ${index} was open again.`);
  }
  for (const author of authors.slice(0, 4)) await follow(few, author);
  await alone(few, 200);
  const [p50, p50Many] = [quantile(await alone(few, ALONE), 0.5), quantile(await alone(many, ALONE), 0.5)];
  return [
    { what: "home page of 20, p50 alone", value: p50, unit: "ms", target: { most: 4 } },
    { what: "home page, following 10× as many / base", value: p50Many / p50, unit: "×" },
    {
      what: "home pages at 8",
      value: await atEight([few, many]),
      unit: "/s",
      target: { least: 1_000 },
      rival: "floors: bare node:http 49,000, a Next handler 1,400",
    },
  ];
}

async function alone(reader: Benchmarker, times: number): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < times; index++) {
    const { body, total } = await ask("/api/v1/timelines/home?limit=20", { token: reader.token });
    if ((JSON.parse(body) as unknown[]).length !== 20) throw new Error("a page was not full");
    samples.push(total);
  }
  return samples;
}

async function atEight(readers: Benchmarker[]): Promise<number> {
  let turn = 0;
  const result = await autocannon({
    url: `${origin}/api/v1/timelines/home?limit=20`,
    connections: 8,
    duration: SECONDS,
    requests: [
      {
        setupRequest: (request) => ({
          ...request,
          headers: { authorization: `Bearer ${readers[turn++ % readers.length]?.token}` },
        }),
      },
    ],
  });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} pages failed`);
  return result.requests.average;
}
