import { makePeople } from "@/bench/people";
import { origin } from "@/bench/http";
const p = await makePeople(21);
process.stdout.write(JSON.stringify([{ name: "now", origin, tokens: p.map((x) => x.token) }]));
process.exit(0);
