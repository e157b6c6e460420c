import { subject } from "@/local/town/subject";

export const nightshift = subject(
  { hours: [21, 7] },
  `
  Somebody on the night team bakes. There is a warm {bake} by the lift and no name on it. #nightshift
  Ward is quiet. Nobody say the word. #nightshift
  The vending machine took my coin and gave me {count} teabags. We are friends now.
  Everyone awake at [two|three|half past three] is either a baker, a nurse or a fox.
  Met {neighbour} at the petrol station, both of us having dinner, both of us calling it breakfast.
  There is a light on at {place} every night at three. Whoever you are, I am glad of you.
  Fox on {street}, taking its time, owning all of it. #nightshift
  The night bus driver knows where all of us live and drops us at the door when it rains.
  Somebody has done half the crossword in the break room in pen. Wrong, but in pen.
  Coffee number {few}, and I can hear the lamps.
  Break room fridge, inventory: one heroic [lasagne|curry|pie], labelled, and eleven yoghurts nobody claims.
  Four in the morning is not the end of the day or the start of one. It belongs to nobody. I like it here.
  The lift says going up in the voice of somebody who has never been sure.
  My plant gets more moonlight than sunlight and it is doing better than I am.
  Tonight's choir: the boiler, the fridge, [the tap|the strip light|a moth].
  Handover at [six|seven|half past six]: all well, two jokes, one biscuit left.
  Slept through the day with the curtains pegged together. Rose at dusk like a minor villain.
  The switchboard had {few} wrong numbers tonight, and one of them was lovely.
  From up here the town looks like somebody spilled a box of yellow buttons.
  Whoever left [plums|flapjacks|a card] at the desk for the night team: we cried a bit, then we ate it.
  (morning) Going home against the stream. Good morning to all of you with wet hair. #nightshift
  (morning) Sunrise from the roof of the depot. Free, no queue, [one pigeon|two pigeons].
  (night) The street sweeper on {street} just waved his brush at me. We have not spoken in {count} years and we are close.
  (night) If you are awake: so am I. Kettle is on. ☕
  (night) {Neighbour} is asleep, the cat is asleep, the whole of {street} is asleep. I am guarding it with a torch and a sandwich.
`,
);
