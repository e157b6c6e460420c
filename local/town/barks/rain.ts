import { subject } from "@/local/town/subject";

export const rain = subject(
  { hours: [6, 23] },
  `
  The swallows are low and {neighbour} has taken the chairs in. You know what that means. 🌧️
  Rained so hard on {street} that the cobbles are clean. Each of them. I looked.
  Shared an umbrella with a stranger from {place} to the station. We talked about [soup|sisters|Portugal]. Never got a name.
  My coat is waterproof in the sense that the water stays in.
  {Count} umbrellas in the stand, none of them mine, all of them broken. I took the least sad one.
  The gutter on {street} is playing a tune again. I have put a pan under the second note.
  Good rain. The kind you can hear the garden drinking.
  Puddle by {place} reviewed by my son: deep, brown, five stars.
  Caught without a coat, took shelter in the museum, learned about spoons.
  If it rains on {weekday}, the fête will be in the hall. If it does not, the fête will also be in the hall, says {neighbour}.
  Every café on {street} smells of wet dog and cinnamon.
  The rain stopped exactly as I got in. I went out again to make a point.
  Wet socks on the radiator, in order of guilt.
  {Neighbour} goes walking only when it pours. Has the whole river path, says good morning to it.
  Someone has put tiny boats in the stream that is now {street}. Number [four|seven|two] is winning.
  The roof leaks in {few} places, and I have {few} saucepans. It is almost as if it was meant.
  A woman under the awning at {place} said: it has to come down somewhere. Then she offered me a [mint|plum|seat].
  Ducks on the football pitch, newts on the path, {neighbour} in waders. All is as it should be.
  Drizzle is rain that wants to talk about it.
  Left the washing out. It is now being washed.
  Snails crossing {street}, {count} so far. Please mind your feet. 🐌
  Nothing to do but listen to it on the skylight. So I did that.
  (evening) The street lamps have halos tonight and so do the people under them.
  (morning) Dark until nine and wet until further notice. Lit a candle for breakfast, like a monk.
  (cold) Rain turning to sleet by {place}. The busker has moved into the phone box and carries on.
  (warm) Warm rain. Half of {street} is standing in it on purpose.
`,
);
