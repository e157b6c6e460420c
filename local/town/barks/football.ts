import { subject } from "@/local/town/subject";

export const football = subject(
  { hours: [10, 23] },
  `
  We lost [four–one|three–nil|five–two], but the one corner we had was beautiful.
  The under-nines drew two all and celebrated like the world had been saved. ⚽
  {Neighbour} in goal has let in {count} and saved a seagull.
  Match off: pitch under water. Ducks one, ducks nil.
  Need [one|two] more for {weekday}, eight o'clock, the rec ground. Running optional.
  The linesman is the vicar, so nobody argues, so we are always onside.
  Our striker scored with his [knee|back|ear] and has spoken of nothing else.
  Half-time tea from the big pot. We play for the big pot.
  The referee lost the coin. {Neighbour} offered a biscuit. Custard side won.
  Away game: {count} of us, one van, somebody's drum, no win. Wonderful.
  My knee predicted rain and my other knee predicted the result.
  Somebody has painted the goalposts at the rec [pink|blue|yellow]. We have not lost since. Coincidence, says nobody.
  Walking football is faster than it sounds and I need to lie down.
  We won. I would like to say it again. We won.
  Sold {many} pies, conceded {few}. The club calls that a profit.
  The ball is in the river. The ball is past {place}. The ball has been transferred.
  A dog ran on, took the ball round two defenders and was offered a contract.
  Kids against parents at the rec ground: the parents led until the first minute.
  My daughter scored and then looked for me to check that I had looked. I had looked.
  Nobody knows the offside rule like my aunt, who has never seen a match and is always right.
  {Neighbour} brought oranges cut like it is 1985. We played like it too.
  (weekend) Standing behind the goal at the far end with the same [six|five|seven] people as every week. That is the whole point.
  (evening) Floodlights on at the rec. From {street} it looks as if the moon has come down to watch.
  (weekend) Final whistle, last chips, long walk home along {street}. Two all is a fine score for a Saturday sort of day.
  (cold) Could not feel my feet, could not see the ball, could not be happier.
`,
);
