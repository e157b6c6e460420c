import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { files } from "@/testing/sources";

/** Words that the glossary replaced, in the spelling of identifiers. No name may contain one. */
const RETIRED = [
  ..."handOver HandedJob takeOverdue forgetDone reviveDone putRight lanes ledger strikeOff forgiveJob letDepart".split(
    " ",
  ),
  ..."forgetAbsent storeAway speakTo goLive enlist delist hub hubs becomeHub hearingOf Hearing hushed isHushed".split(
    " ",
  ),
  ..."estranged foremost Ear ears weigh weighed putsAside wavedOff waveOff Letter Errand sieve sift foldedBy".split(
    " ",
  ),
  ..."door doorOf forgetDoor standing leaveWhenAsked hearOfChanges keepDeed takeBack pend freshen beside peace".split(
    " ",
  ),
];
/** The names of letters of an alphabet are no push letters. */
const OTHER_MEANING = /_LETTER$/;

const FOLDERS = ["app", "lib", "web", "sidecar", "local", "bench"];
const paths = [...files(FOLDERS, ".ts"), ...files(FOLDERS, ".tsx")].filter((file) => !file.endsWith(".d.ts"));
const code = paths.map((file) => ({ file, text: readFileSync(join(process.cwd(), file), "utf8") }));

const EXPORTED =
  /^export (?:default )?(?:async |abstract |declare )*(?:const|let|function|class|type|interface|enum) (\w+)/gm;
const TYPE = /^export (?:abstract |declare )*(?:class|type|interface|enum) (\w+)/gm;
const COMPONENT = /^export (?:async )?function ([A-Z]\w*)/gm;
const namesIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);

/** "useBarkMutations", "use-bark-mutations" → " use bark mutations " */
const wordsOf = (name: string) =>
  ` ${name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z\d]+/g, " ")
    .toLowerCase()
    .trim()} `;
const retiredIn = (name: string) =>
  OTHER_MEANING.test(name) ? [] : RETIRED.filter((word) => wordsOf(name).includes(wordsOf(word)));

it("finds exported names and the retired words in them", () => {
  expect(code.flatMap(({ text }) => namesIn(text, EXPORTED)).length).toBeGreaterThan(1000);
  expect(namesIn("export async function doorOf() {}\nexport interface Hub {}", EXPORTED)).toEqual(["doorOf", "Hub"]);
  expect(["currentDoor", "hubs-of-person", "NO_EAR", "readEar"].filter((name) => retiredIn(name).length === 0)).toEqual(
    [],
  );
  expect(["indoors", "doorway", "earlier", "TOPIC_LETTER"].flatMap(retiredIn)).toEqual([]);
});

it("exports no name with a word that the glossary replaced", () => {
  const offences = code.flatMap(({ file, text }) =>
    namesIn(text, EXPORTED).flatMap((name) => retiredIn(name).map((word) => `${file}: ${name} (${word})`)),
  );
  expect(offences).toEqual([]);
});

it("has no file or folder named with a word that the glossary replaced", () => {
  // The demo town has a vocabulary of its own, such as a street with a lane.
  const named = paths.filter((file) => !file.startsWith("local/town/"));
  expect(named.filter((file) => retiredIn(file.replace(/\.\w+$/, "")).length > 0)).toEqual([]);
});

it("declares each exported type and component in one file only", () => {
  const places = new Map<string, Set<string>>();
  for (const { file, text } of code) {
    const names = [...namesIn(text, TYPE), ...(file.endsWith(".tsx") ? namesIn(text, COMPONENT) : [])];
    for (const name of names) places.set(name, (places.get(name) ?? new Set()).add(file));
  }
  expect(
    [...places].filter(([, found]) => found.size > 1).map(([name, found]) => `${name}: ${[...found].join(", ")}`),
  ).toEqual([]);
});
