import { subject } from "@/local/town/subject";

export const sea = subject(
  { hours: [6, 22] },
  `
  Took the early train to the sea. Stood there. Took the late train back. 🌊
  Sand in the [bread|bed|piano]. It was only {weekday} that we went.
  Tide table on the fridge, although the sea is [forty|thirty] miles away. One likes to know.
  Chips on the harbour wall, one gull each, a fair distribution.
  My daughter shouted hello at the sea. The sea came back for more.
  Found {count} bits of sea glass and a message that just said [no|soon|wrong bottle].
  {Neighbour} has sent a picture of a wave. It says only: this one.
  The lighthouse is open on {weekday}. {Many} steps and the keeper does an impression of fog.
  Skimmed a stone {count} times. I looked round, and only a seal had seen it.
  Everybody walks differently by the sea. Slower, as if carrying something full.
  Wrote our names in the sand. The tide took {neighbour}'s first, which started a discussion.
  A box of mackerel from {neighbour}'s brother. The cats of {street} are in the garden, seated.
  Beach clean: {many} bags, one oar, a toy horse that we have decided is a sea horse.
  The ferry has a new horn. It sounds like a cow with a degree.
  Swam, shivered, ate a bun behind a windbreak. The complete holiday, in one hour.
  Fog horn all night. I slept better than I have in weeks.
  I can smell salt from {street} today. Either the wind has turned or the chip shop has.
  Rock pool census: {few} crabs, one blenny, my nephew's shoe.
  The boat is called Patience. She is for sale. I laughed for the whole length of the pier.
  Old sailor at {inn} says that the sea owes him a hat.
  I put the shell to my ear, and it was engaged.
  (evening) Sun went down into the water, and {many} people on the wall clapped. Polite. Sincere.
  (warm) Red shoulders, salty hair, {count} ice creams. No further business.
  (cold) Winter sea. Nobody there but two dogs and a man painting it exactly as grey as it was.
  (cold) The waves came over the harbour wall and took the bench. They brought it back by {weekday}.
`,
);
