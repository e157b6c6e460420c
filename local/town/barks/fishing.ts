import { subject } from "@/local/town/subject";

export const fishing = subject(
  { hours: [5, 20] },
  `
  Caught nothing, by {bank}, for {count} hours. I can recommend it. 🎣
  It was this big. You cannot see my hands, but it was.
  {Neighbour} caught a boot and then, an hour on, the other boot. They fit.
  A heron fished beside me all day. The heron caught {few}. We did not discuss it.
  Worms: still free, still under the third slab, still {neighbour}'s secret.
  Let it go again. It looked at me as if I had been late with something.
  The old pike under the bridge has been seen, by {neighbour}, after lunch. So not in court.
  Tied {count} flies last night. One of them looks like my uncle.
  A swan sat on my sandwiches. We have reached an agreement about the place but not about the sandwiches.
  My son caught his first perch. He kissed it, wished it luck and cried a bit. So did I.
  Fishing is ninety parts flask.
  Match on {weekday} at the lower pond, pegs drawn at [seven|six]. Bring a chair and low blood pressure.
  Line in the tree again. That alder has more tackle than the shop on {street}.
  An otter surfaced right where my float had been, and chewed. The cheek of it.
  They say the trout are back above the weir. They being {neighbour}, who never says anything.
  Sat in drizzle by {bank} until I could no longer tell which of us was the pond.
  The best catch today was {neighbour}'s hat, first cast, clean through the brim.
  Nobody asks you anything when you hold a rod. It is the cheapest office in town.
  The fish are fine. They send their regards. They are not coming.
  Repaired my grandfather's reel. It sounds like a cricket in a good mood.
  Throw back the small ones, keep the big stories.
  (morning) Mist, kettle, first cast. If there is a better hour, I have slept through it.
  (morning) On the bank by five. {Neighbour} was there already, as always, like part of the willow.
  (evening) Rings on the water all over the mill pond. Everything is rising except my luck.
  (cold) Ice in the rod rings. Fingers like borrowed sausages. Stayed until dark.
`,
);
