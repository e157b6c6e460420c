import { subject } from "@/local/town/subject";

export const sky = subject(
  { hours: [18, 5] },
  `
  Moon over {place}, enormous, looking as if it had just thought of something. 🌙
  Saturn from the observatory field at [ten|eleven]. {Neighbour} brings the telescope, you bring the blanket.
  Clear tonight. Switch off your porch lights, {street}, and look up for ten minutes.
  Saw {few} shooting stars and used all the wishes on the boiler.
  My daughter asked where the moon goes. I said home. She said good.
  The Plough is standing on its handle above the town hall. It will be cold.
  {Many} people lying on their backs by {place}, nobody saying anything. The best club I have ever been in. #skywatch
  That bright one next to the chimney is Jupiter. I told the cat. The cat knew.
  Full moon: the dog is odd, the baker is odd, {neighbour} has cut the hedge into a [whale|chair|question].
  Cloud. {Count} nights in a row. I have started naming the clouds.
  From the bridge you can see the moon twice. I prefer the one that wobbles.
  The space station goes over at {hour}. Wave. They may not see it, but you never know with good manners.
  Somebody on {street} has painted the constellations inside their umbrella. I had to ask, and I am glad.
  Dark enough at the allotments to see the Milky Way. Bring a torch with a red sock over it. #skywatch
  New moon, old stars, borrowed coat.
  Counted {many} stars, then lost my place. I will begin again tomorrow.
  Venus was out early, like a lamp left on for somebody.
  Telescope is for everyone on {weekday}, from dusk, by {place}. There will be soup and a queue for Saturn. #skywatch
  The moon has a ring round it. {Neighbour} says weather. I say jewellery.
  My grandfather steered ships by those. I use them to find the bins.
  An owl crossed the moon just now. I was the only one who saw it, so I am telling all of you.
  (cold) Orion is up. Scarves out, heads back. #skywatch
  (cold) So cold that the stars look closer. One of them is over my chimney, warming itself.
  (warm) Slept on the flat roof. Woke at four because of the stars and again at five because of {pet}.
  (night) Everything is asleep but the bats and the sky.
`,
);
