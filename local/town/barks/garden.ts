import { subject } from "@/local/town/subject";

export const garden = subject(
  { hours: [7, 21] },
  `
  Planted {count} bulbs and lost the label. See you in spring, surprise.
  The mint has crossed the path. We are negotiating. 🌱
  I have {count} seedlings too many of [tomato|lettuce|sunflower]. They are on the wall at {street}, help yourself.
  A snail has eaten my name off the plant label. The lettuce is now his, legally.
  {Neighbour} prunes roses like a barber and talks the whole time as well.
  Talked to the fig tree for twenty minutes. It has put out a leaf. I am not saying, I am just saying.
  Found {count} marbles, half a clay pipe and a spoon under the old rose. The garden is older than all of us.
  Compost at [forty|fifty|sixty] degrees. I am prouder of this than of my degree.
  Weeded for an hour, then saw that the weed was [parsley|a poppy|the thing I planted].
  Does anybody near {place} have a spare rain barrel? I can pay in {fruit}. #swap
  The robin waits for me to dig. I work for the robin now.
  My neighbour's pumpkin has climbed the fence and is sitting on my side. Custody to be discussed.
  Every year I say fewer courgettes. Every year.
  Slugs {count}, me nil. Replay on {weekday}.
  The old pear tree behind {place} has blossom on one branch. It always was stubborn.
  Cuttings of [rosemary|sage|currant] in jars on every sill. It looks like a chemist's in here.
  Moved the bench so that it gets the last sun. Sat on it until there was none.
  If you need me I am [staking the beans|arguing with ivy|looking for the trowel I am holding].
  A hedgehog under the [woodpile|shed|leaf heap]. Nobody move anything, ever again. 🦔
  Rule of this garden: whoever visits must take {veg} home.
  Seeds to give: poppy, dill and something {neighbour} swears is not a weed. #seedswap
  Bringing {count} jars of saved seed to the library steps on {weekday}. Labels by my daughter, spelling also. #seedswap
  (warm) Watered at six, again at eight, and then of course it rained.
  (warm) The sweet peas smell all the way to {place}. Somebody told me so with their eyes closed.
  (cold) Brought the geraniums in. The kitchen is now theirs until [April|spring|they decide otherwise].
  (cold) Raked the leaves into one heap. The children on {street} have other ideas about heaps. 🍂
`,
);
