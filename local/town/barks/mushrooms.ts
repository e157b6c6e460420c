import { subject } from "@/local/town/subject";

export const mushrooms = subject(
  { hours: [7, 19] },
  `
  Found {count} ceps, and I would rather lend you my house than tell you where. 🍄
  There are old mushroom hunters and bold mushroom hunters, and {neighbour}, who is mostly just muddy.
  The beech wood behind {place} smells of pepper and rain.
  A fairy ring on the rec ground, complete, exactly in the penalty area. Match moved.
  Showed my basket to {neighbour}. {Neighbour} took out {few} of them without a word. I will live.
  Walked [six|five|eight] miles for one chanterelle. We fried it, in quarters.
  If in doubt, throw it out. If not in doubt, ask {neighbour}, then throw it out.
  Moss up to the ankles, light through the ferns, not one useful mushroom. Perfect morning.
  The fungus walk starts by {place} on {weekday} at nine. Bring a basket and low expectations. #fungi
  Puffball the size of a [football|loaf|small dog]. We looked at each other for some time.
  I know a place. That is all. I know a place.
  My coat pockets are full of [beech nuts|pine cones|acorns], and I do not remember deciding that.
  A jay has been burying acorns in my flower pots. We have the same hobby and the same memory.
  The ink caps by {place} came up overnight and were gone by tea. Live like that.
  Sat on a log. The log had {count} kinds of lichen on it and no opinions.
  Got lost in the larch wood for an hour with {neighbour}, who had been so sure about the sun.
  Deer on the ride at dawn. I stopped breathing, they did not.
  Dried mushrooms on strings across the kitchen, like bunting for very modest people.
  The woods have their own clock, and it says not yet.
  Photographed {many} toadstools and ate a cheese sandwich. That is the correct proportion.
  Under the third oak. Left of it. No, I have said too much.
  (cold) Velvet shanks on the old elder, glowing like small lamps. Winter is not empty. #fungi
  (cold) Leaves down, paths gone, everything quieter by half.
  (warm) Chicken of the woods on the oak by {place}. It is orange, it is huge, please leave some for the beetles.
  (warm) Bluebells so thick behind {place} that the dog waited at the edge.
`,
);
