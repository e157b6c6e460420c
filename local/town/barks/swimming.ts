import { subject } from "@/local/town/subject";

export const swimming = subject(
  { hours: [6, 20] },
  `
  {Count} lengths before work and a verruca sock by way of a medal. 🏊
  The lido is [fourteen|sixteen|eleven] degrees. My opinions are also fourteen degrees.
  Slow lane, left side, do not pass {neighbour}, she is composing.
  Got in. Swore. Swam. Would recommend.
  Somebody does the crossword at the shallow end and shouts clues to the deep end. Nine across was [otter|rhubarb|tambourine].
  Learned to float this week. It turns out that you just stop arguing.
  Goggles on, glasses off, said hello to {few} people who may have been a pillar.
  Shared the pool with {many} children and one serious duck.
  The lifeguard at the lido reads poems under the table. I have seen the cover.
  My towel was warm, because {neighbour} had put it on the pipe. That is the whole secret to friendship.
  Swam past the second bend at {bank}. A moorhen gave me a mark out of ten.
  Wild swimming is a strong word for standing in the river up to my elbows, saying oh.
  Lost: one swimming cap with daisies on, near the deep end. Sentimental value, poor grip. #lostandfound
  They are giving lessons to over-sixties on {weekday}s. My mother has overtaken me, in both senses.
  Hot chocolate after cold water is the only magic that I have seen work every time.
  The clock at the pool is {few} minutes slow. We swim the extra out of loyalty.
  The diving board is open. So far: {count} climbed up, {few} jumped, no judgement.
  The changing-room radio knew. It played the slow one just when I came out of the shower.
  {Neighbour} does one length of butterfly on every birthday and then does not speak of it.
  I swim so that I can eat a bun afterwards, and I will not be shamed.
  You meet everybody in this town in a swimming cap sooner or later. It is a great leveller.
  (morning) Steam on the lido at seven, sun through it, {count} heads going up and down like seals.
  (cold) Broke the ice with a ladle. In for one minute. Out for one hour, talking about it.
  (warm) The whole of {street} is in the river by {bank}, including someone in a suit.
  (evening) Evening swim, last light, bats. I did not want to get out, so for a bit I did not.
`,
);
