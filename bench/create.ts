import autocannon from "autocannon";
import { quantile, type Figure } from "@/bench/figures";
import { ask, origin } from "@/bench/http";
import { follow, makePeople, type Benchmarker } from "@/bench/people";

/** Requests to warm up the JVM. */
const WARM_UP = 1_500;
const ALONE = 500;
const SECONDS = 8;

/** Creating barks: one at a time and eight concurrently; with few followers and with ten times as many. */
export async function benchCreate(): Promise<Figure[]> {
  const few = await authorWith(2);
  const many = await authorWith(20);
  await alone(few, WARM_UP);
  const [p50, p50Many] = [quantile(await alone(few, ALONE), 0.5), quantile(await alone(many, ALONE), 0.5)];
  const perSecond = await atEight(await makePeople(8));
  return [
    {
      what: "create a bark, p50 alone",
      value: p50,
      unit: "ms",
      target: { most: 2.5 },
      rival: "Misskey 2.7, GoToSocial 58, seed 003 2.3",
    },
    { what: "create a bark, 10× the followers / base", value: p50Many / p50, unit: "×" },
    {
      what: "create barks at 8",
      value: perSecond,
      unit: "/s",
      target: { least: 420 },
      rival: "Misskey 410, GoToSocial 42, seed 003 765 (no rules)",
    },
  ];
}

async function authorWith(followers: number): Promise<Benchmarker> {
  const [author, ...others] = await makePeople(followers + 1);
  if (!author) throw new Error("nobody was made");
  for (const other of others) await follow(other, author);
  return author;
}

async function alone(author: Benchmarker, times: number): Promise<number[]> {
  const samples: number[] = [];
  for (let index = 0; index < times; index++) {
    const { status, total } = await ask("/api/v1/statuses", {
      method: "POST",
      token: author.token,
      json: { status: `Bread at ${index}, still warm.` },
    });
    if (status !== 200) throw new Error(`a bark was answered ${status}`);
    samples.push(total);
  }
  return samples;
}

async function atEight(authors: Benchmarker[]): Promise<number> {
  let turn = 0;
  const result = await autocannon({
    url: `${origin}/api/v1/statuses`,
    connections: 8,
    duration: SECONDS,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => ({
          ...request,
          headers: {
            "content-type": "application/json",
            authorization: `Bearer ${authors[turn++ % authors.length]?.token}`,
          },
          body: JSON.stringify({ status: `Bread number ${turn}, still warm.` }),
        }),
      },
    ],
  });
  if (result.non2xx > 0) throw new Error(`${result.non2xx} barks were refused`);
  return result.requests.average;
}
