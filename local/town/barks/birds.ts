import { subject } from "@/local/town/subject";

export const birds = subject(
  { hours: [5, 21] },
  `
  {Abird} on the clothes line, reading my pyjamas. 🐦
  Filled the feeder at eight. Empty by nine. I know who you are, and you are a squirrel.
  Count from the kitchen window: {count} sparrows, {few} tits, one pigeon in a world of his own. #birdcount
  Heard {abird} by {place}. Stood with my mouth open until somebody asked whether I was well.
  The jackdaws have moved into {neighbour}'s chimney and are receiving visitors.
  There is {abird} on the path to {place} that walks in front of you like a waiter.
  Swans over {street}, low enough to hear the wings. Everyone stopped, even the van.
  {Neighbour} can do {abird} so well that {abird} came.
  A robin sat on my spade handle while I was still holding it.
  Whoever feeds the gull on {street}: it has found my office, it knocks.
  Saw {abird}. Looked it up. It was a [leaf|sparrow|different one]. I had been so sure and so wrong.
  The rooks are rebuilding above {place}. Sticks everywhere, arguments, no plans, beautiful.
  Left the window open, and now there is a sparrow in the [piano|lampshade|hallway]. It prefers Bach.
  Found an egg shell the blue of nothing else. Put it on the sill.
  My phone says it was {abird}. {Neighbour} says my phone has never been outdoors.
  The old box on the pear tree is let again. Two adults, references excellent, loud children. #birdcount
  Blackbird versus tumble dryer, ten minutes, unanimous decision for the blackbird.
  A starling on the aerial does the [school bell|kettle|reversing lorry]. The whole of {street} looks up every time.
  {Count} long-tailed tits on one branch, like notes waiting to be played.
  The heron at the mill pond has caught something and would like us not to watch.
  (warm) The swifts are back. {Neighbour} rang the doorbell to tell me, and quite right too.
  (warm) Screaming party of swifts over {street}. Best show in town, no tickets.
  (cold) The waxwings are in the car park behind {place}. Coffee in one hand, binoculars in the other, no hand for the car keys.
  (cold) Geese going over in the dark. You could hear every one of them counting.
  (morning) One blackbird started at four, and by five it was a committee.
  (evening) Starlings over {place} at dusk, thousands of them, folding and unfolding like a thought.
`,
);
