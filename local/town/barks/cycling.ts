import { subject } from "@/local/town/subject";

export const cycling = subject(
  { hours: [6, 21] },
  `
  Puncture by {place}. {Count} people stopped to help, two of them with opinions only. 🚲
  Up {street} without getting off. I would like it recorded somewhere official.
  Headwind there, headwind back. Physics is closed on {weekday}s.
  Learned to ride at [fifty-one|forty|sixty-two]. Fell into the hedge once. The hedge was kind.
  Found my bell. It was on the bike the whole time. I have been saying excuse me for {few} years.
  Chain off, hands black, ate the sandwich anyway.
  The new rack at {place} holds {many} bikes and one smug tricycle.
  Somebody oiled my chain while I was in the shop. Thank you, phantom.
  Cycled behind {neighbour}, who carries a cello on her back and never once looked worried.
  Pothole on {street} has been named. We call it Gerald. Mind Gerald.
  My bicycle makes a noise at [twelve|fourteen|nine] miles an hour and at no other speed. Suggestions please.
  Carried a whole cheese home on the back rack. Nobody was hurt. The cheese was shaken.
  Stolen from {place}: my old green bike. It pulls to the left. You will regret it. #lostandfound
  My old green bike is back, with a note and better brakes. I do not understand this town and never want to leave it. #lostandfound
  The bike workshop by {place} is open {weekday} from [six|five]. Bring what squeaks.
  Children's bike train to school: {count} riders, one song, all the verses.
  New saddle. We are getting to know each other.
  {Neighbour} and I raced to the bridge. We are both saying we won and we are both very tired.
  I have mended so many tubes that the tube is mostly patches. Like the rest of us.
  There is a dip on the towpath where it is always cold. I hold my breath through it, I could not say why.
  (morning) Rode to work through one long tunnel of birdsong.
  (evening) Lights on, everybody, please. {Neighbour} came round the corner like a rumour.
  (weekend) Forty miles, two cakes, one argument with a goose.
  (warm) No hands all the way down Copper Hill. I am a grown person with a mortgage.
  (cold) Frost on the saddle. Used my library book as a cushion. Sorry, library. #firstfrost
`,
);
