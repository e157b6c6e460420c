import { SUBJECT_NAMES, type SubjectName } from "@/local/town/barks";

/** Words, by their beginnings, that indicate the subject of a bark. */
const WORDS: Record<SubjectName, string> = {
  allotment: "allotment plot shed marrow leek beetroot runner scarecrow compost",
  bees: "bee bees hive honey swarm bumble wasp",
  birds: "bird wren robin kingfisher sparrow owl swift nest feeder feather heron gull",
  bread: "bread loaf loaves bake baker rye sourdough dough oven crust toast bun",
  buses: "bus buses stop driver timetable",
  cats: "cat cats kitten purr paw whisker",
  chess: "chess pawn rook queen bishop knight checkmate board",
  choir: "choir sing sang song soprano tenor alto bass rehearsal tune music",
  cinema: "film cinema movie screen popcorn lantern actor",
  coffee: "coffee espresso cup kettle tea café",
  cycling: "bicycle bike cycle cycling pedal saddle puncture",
  dogs: "dog dogs puppy lead walkies bark barking stick",
  fishing: "fish fishing rod bait carp pike trout hook",
  football: "football goal goalkeeper referee match pitch kick",
  garden: "garden seed seeds flower rose tomato weed plant mint soil blossom",
  jam: "jam jar jars damson marmalade preserve",
  kitchen: "soup cook kitchen recipe supper dinner lunch pot dumpling pie garlic",
  knitting: "knit wool yarn jumper scarf sock needles sleeve",
  library: "library book books read reading page novel librarian story",
  market: "market stall plums cheese bargain haggle",
  mushrooms: "mushroom chanterelle forest wood basket fungi",
  neighbours: "neighbour gate fence street lane door moved landlord house",
  nightshift: "night shift awake sleep midnight insomnia tired",
  post: "post letter parcel postcard stamp mail envelope",
  quiz: "quiz question trivia answer team",
  rain: "rain rains raining umbrella puddle drizzle wet storm",
  repairs: "repair mend broken fix glue screw toaster tool code bug computer",
  river: "river boat kayak ferry pond weir canal harbour swan",
  running: "run running ran marathon jog shoes knees",
  school: "school teacher homework class children kid lesson exam",
  sea: "sea beach wave tide coast lighthouse shell",
  sky: "sky star stars moon comet planet galaxy aurora",
  swimming: "swim swimming swam pool towel",
  trains: "train trains station platform carriage ticket railway",
  weather: "weather sun sunny cold hot snow fog wind frost heat cloud",
};

const FORMS = new Map(
  SUBJECT_NAMES.map((name) => [
    name,
    new RegExp(`(?<!\\p{L})(?:${WORDS[name].replaceAll(" ", "|")})s?(?!\\p{L})`, "giu"),
  ]),
);

/** The subject of a text by most of its words; null when none indicates one. */
export function subjectOf(text: string): SubjectName | null {
  const counts = SUBJECT_NAMES.map((name) => ({ name, count: text.match(FORMS.get(name) ?? /$^/)?.length ?? 0 }));
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most));
  return best.count > 0 ? best.name : null;
}
