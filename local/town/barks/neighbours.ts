import { subject } from "@/local/town/subject";

export const neighbours = subject(
  { hours: [7, 23] },
  `
  The gate to {street} was shut for once. We are all a little worried about {neighbour}.
  Took in a parcel for number [nine|twelve|four]. Took in a parcel for number [six|fourteen|two]. I am the post office now.
  {Neighbour} has mown half of our lawn by mistake and has now to finish it out of honour.
  Somebody on {street} is learning the [trumpet|bagpipes|violin]. Day {count}. It is getting shorter, which helps.
  New people at number [eleven|seven|three]. They have {few} kettles and a lot of books. Good sign.
  Someone has left [a chair|a fern|a jar of plums] on our step with a note: you looked as if you could use one.
  {Neighbour} lent me a ladder in [March|May|August] and has been too polite to mention it. I am returning it with plums.
  Who keeps putting {veg} through my letter box, and what can I give you in return?
  The whole of {street} ate at one table yesterday. Somebody counted {many} chairs and no two alike.
  I heard my neighbour laugh through the wall and now I am in a good mood for no reason of my own.
  Power cut on {street}. Everybody came out, and somebody brought a guitar, and then we were a bit sorry when it came back.
  {Neighbour} waters my plants when I am away. They look at me now as if I were the help.
  Shared a fence for {count} years, shared a pie for the first time today. We have been fools.
  Please: whose is the white cat that eats breakfast at mine, second breakfast at {neighbour}'s?
  The children of {street} have opened a shop selling [stones|leaves|advice]. I bought two.
  Apologies to {street} for the smoke. It was supposed to be caramel.
  Whoever leaves the light on in the stairwell for me: I come home at {hour}, and it matters.
  Bin day is {weekday} this week, not what you think. Pass it on.
  {Neighbour} says good morning to the lamp post as well, so that it is not personal.
  Our street has one snow shovel, one drill, one piano. It has turned out to be enough.
  Old Mrs [Thorn|Alder|Teasel] is ninety today. She wants no fuss. The band comes at four.
  Left a note about the noise. Got a note back with an invitation. Was the noise by eleven.
  The hedge between us is now low enough to pass a cup over.
  {Mention} your washing is on our side of the wall and, frankly, it has settled in.
  (evening) Every kitchen on {street} is lit, and all of us are peeling something.
  Somebody chalked a very long arrow on {street}. It leads to a very small drawing of a [snail|crown|cake]. Worth it.
`,
);
