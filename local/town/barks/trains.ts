import { subject } from "@/local/town/subject";

export const trains = subject(
  { hours: [5, 23] },
  `
  The {hour} train left on time. People on the platform looked at each other as if something had died.
  Delayed by a [swan|sheep|very calm cow] on the line. Nobody in the carriage was angry. It was a good one.
  A man on the train is peeling an orange in one long ribbon and the whole carriage is quietly supporting him.
  Quiet coach, apart from {count} knitters and their opinions.
  Fell asleep and woke up at the coast. Sending regards from a bench with chips.
  The guard announced the stations as if each one were his favourite.
  Somebody left a [tuba|wedding cake|pot of basil] on the luggage rack of the {hour}. It is at the lost property office, looking sad.
  Change at the junction, they said. {Count} minutes, they said. I have now read every poster.
  Met {neighbour} on the platform, both going the same way, both pretending to read for a polite while.
  The little branch line is the best [two|four] coins you can spend around here. Sit on the left for the river.
  From the train I can see our kitchen window. I always wave. Today somebody waved back.
  Platform [two|three] has a new clock. It disagrees with platform one.
  Conductor: tickets please. Child: no thank you. Conductor: fair.
  A whole table of strangers did the crossword together between {place} and the tunnel. Seven down was [heron|marzipan|lighthouse].
  My train is late, but there is tea, and a cat at the ticket office called {pet}.
  The heating in coach C has two settings: [off|winter] and greenhouse.
  I know nobody on the {hour}, and I know all of them.
  They have painted the station footbridge [green|red|cream]. It took {count} years and looks lovely.
  Train window, rain, headphones. I am the hero of a very slow film.
  Please stop running for the {hour}. It has seen you. It is waiting. The driver is {neighbour}'s cousin.
  Missed it by one shoe lace.
  (morning) Sunrise over the sidings. The whole first carriage went gold and stopped looking at phones.
  (evening) Last train home: [two students|a choir|a man with a ladder], me and a pizza we all pretended not to smell. 🚂
  (weekend) Took the slow train to nowhere in particular. Nowhere in particular has very good cake.
  (cold) Frost on the rails, steam from every cup. We left late and no one checked how late. #firstfrost
`,
);
