import { subject } from "@/local/town/subject";

export const weather = subject(
  { hours: [6, 22] },
  `
  Wind from the north, washing from next door. Whose [pillowcase|tea towel|stripy sock] is this?
  Four seasons between {street} and {place}. I was dressed for [one|none] of them.
  The forecast said bright spells. So far one, lasting as long as it takes to find your sunglasses.
  Fog so thick that {neighbour} and I said good morning to each other twice.
  The weathervane on the town hall has turned round. Bring the [cushions|chairs|paint] in.
  Sky the colour of a pencil. I rather like it.
  {Neighbour} says [rain|thunder|sun] by {hour}. {Neighbour}'s knee has not been wrong since the spring.
  Wind took the cover off the sandpit and put it neatly over the neighbour's car.
  Blue sky, cold hands, [soup|toast|a pot of tea] in twenty minutes. There are worse lists.
  The barometer in the library has been on Change for {count} years. Finally, it is right.
  Thunder over {place}, the dog under the [bed|stairs|table], me beside the dog.
  (morning) Mist on the water this morning and a heron standing in it like a punctuation mark.
  (evening) Pink sky over the chimneys tonight. Everybody on {street} came out with [a cup|wet hair|a fork] in hand to look.
  Put your ladders away, people of {street}. The wind has plans.
  It is not cold, it is fresh, says the man in shorts by {place}. He is blue.
  There was a rainbow over the car park and for a minute nobody minded the car park.
  (cold) First frost on {street}. The puddles have lids. #firstfrost
  (cold) #firstfrost report: {count} windscreens scraped with library cards, one with a slice of toast.
  (cold) Sleet is just snow that has not made up its mind.
  (cold) Three flakes. The bus is cancelled. {weekday} is saved. ❄️
  (cold) Ice flowers on the shed window. Nobody told me how to be this tired and this happy at once. #firstfrost
  (warm) Too warm for decisions. Dinner is [cherries|bread and tomatoes|whatever is cold].
  (warm) Every window on {street} is open and somebody is practising the [trumpet|cello|accordion]. Bravely.
  (warm) A hedgehog drinking from the saucer at noon. That is how hot it is. Put one out.
  (warm) Slept with the door open. Woke up with {neighbour}'s cat and a [snail|moth|leaf] on the pillow.
  Clouds over {place} in the shape of a [kettle|whale|boot]. That is all, carry on.
  Gale last night. The scarecrow has moved to {street} and looks happier there.
`,
);
