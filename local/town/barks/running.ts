import { subject } from "@/local/town/subject";

export const running = subject(
  { hours: [6, 21] },
  `
  Ran to {place}. Walked back, telling everybody that I had run to {place}.
  Overtaken by {neighbour}, who is [seventy-three|seventy|sixty-eight] and was chatting. 🏃
  Couch to five: week {few}. The couch and I still write to each other.
  There is a hill on {street}. Nobody had told me. I have lived on it for {count} years.
  Shoelace, stitch, shoelace, view. I will take it.
  The fun run on {weekday} is neither, says {neighbour}, and has signed up again.
  A dog ran with me as far as the lock and then went home, looking at me with pity.
  New shoes. I am no faster, but I can be seen from {place}.
  Ran without music and heard {count} blackbirds, two arguments and a piano lesson.
  I came last, and they had kept a banana. I have never been so moved by fruit.
  My watch says that I died at the bridge. I did feel something.
  Every morning the same man goes the other way round the park. We nod. I think he would lend me his ladder.
  The park loop is [two|three] miles if you do not stop for the ducks. It is a long two miles.
  Personal best, with the wind behind me and a goose behind that.
  Left, right, left, right, remember the oven, left, very fast right.
  Club run: {count} of us, one torch, a great deal of trust.
  Fell over outside the bakery. Was brought in, sat down, given a bun. Considering a regular slot.
  I do not run to be fit. I run because that is when {neighbour} tells me things.
  Somebody has chalked keep going on {street}, and then, further up, all right, sit.
  {Mention} tomorrow at seven by {place}, and this time we really will talk less.
  Half-marathon training plan: day one, buy plan.
  (morning) Out before the street lamps went off. Had the whole of {street} and {few} foxes to myself.
  (evening) Ran home into the sunset like an advertisement for plasters.
  (cold) Ice on the path, breath like a kettle, not one other fool in sight apart from {neighbour}.
  (warm) So hot that I ran from shade to shade, and then sat in one.
`,
);
