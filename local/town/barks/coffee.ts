import { subject } from "@/local/town/subject";

export const coffee = subject(
  { hours: [6, 18] },
  `
  Coffee at {inn}, one sugar, one hour, no plans. ☕
  The café on {street} wrote [Mabel|Rowan|Horse] on my cup. I have decided to be her.
  I said just the one. That was {few} ago.
  New beans: notes of cherry, cedar and {neighbour}'s raised eyebrow.
  The machine at work has been mended, and morale can be seen from {street}.
  {Neighbour} drinks it black, standing up, looking at the square like a captain.
  Took my own cup. They filled it to the top. It is a bucket, I may have gone too far.
  Best table in town: the small one by the door at {inn}. You see everybody and nobody can sit down.
  A man read the whole paper aloud to his dog at the next table. The dog disagreed about the bypass.
  Half the town's business is done at {hour}, by the window, over a shared bun.
  Barista drew a [fern|swan|snail] in the foam. I drank round it as long as I could.
  Forgot to add the coffee. Drank a cup of hot milk with great suspicion.
  Decaf by mistake. I have been a calm person since nine, it is horrible.
  Someone has paid for the next {count} coffees at the kiosk. Nobody will say who. Everybody is looking at {neighbour}.
  Grinding beans by hand. It takes as long as two songs and one apology.
  My spoon stands up in it, as my grandfather intended.
  There is a biscuit on the saucer. There is always a biscuit on the saucer. I still gasp.
  Working from the café today, in the sense that I am in the café.
  The regulars at {inn} have a seating plan. I sat in the wrong chair, and it was discussed.
  Chess at one table, knitting at the next, a baby being passed along like a plate of cakes.
  Cold again. I keep making them and then being interesting.
  (morning) Nobody speaks before the first cup. {Neighbour} just pointed at the sun and nodded.
  (morning) First customer. The chairs were still on the tables, they took one down for me.
  (warm) Iced, on the steps by {place}, watching other people hurry.
  (cold) Both hands round the cup. No further questions.
`,
);
