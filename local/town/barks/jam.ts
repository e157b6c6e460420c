import { subject } from "@/local/town/subject";

export const jam = subject(
  { hours: [8, 21] },
  `
  {Many} jars of [plum|quince|damson] and not one label on straight. 🍓
  Jam test: it wrinkles, therefore it is.
  {Count} jars for the winter, one for {neighbour}, none for the man who said it would not set.
  The kitchen ceiling is slightly [strawberry|blackcurrant|plum]. We had an exciting moment at {hour}.
  Swap: {few} jars of mine for one of {neighbour}'s, the fair rate of exchange. #swap
  {Fruit} from the tree by {place}, sugar from the corner shop, patience from nowhere.
  I have been given {count} kilos of {fruit} by somebody who ran away before I could say no.
  My marmalade has come second to {neighbour}'s for {count} years. I am at peace. I am not at peace.
  Wanted: empty jars. Offered: full ones, later.
  The wasps have read the recipe as well.
  A spoonful of last year's [raspberry|cherry|gooseberry] and it is suddenly last year.
  It did not set. It is a sauce. It was always going to be a sauce.
  Labels written by my son this time. We now own four jars of Jim.
  Chutney rule: hide it for three months, from yourself above all.
  The whole of {street} smells of hot {fruit}. Somebody is at it, and I am going to find them with toast.
  Sterilised {many} jars and my left sleeve.
  Pectin is mostly faith.
  Found a jar from the year of the flood. It was {neighbour}'s mother's. We ate it with small spoons, standing up.
  Jam club on {weekday}, the old hall. Bring what fell off your tree. #jamclub
  The judge at the show put her spoon down and looked out of the window for a while. I think that is good.
  Every lid popped, one after the other, on the windowsill. The best sound in the house.
  Stirring is not a waste of time. Stirring is where I do my thinking.
  (cold) Seville oranges are in. See you in a week, sticky and changed.
  (cold) Opened the [apricot|cherry|greengage] because the day asked for it.
  (warm) Picked {fruit} until it was dark, and came home in the colours of the evening.
  {Mention} I owe you a jar, and you owe me the truth about the rhubarb.
`,
);
