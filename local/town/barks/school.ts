import { subject } from "@/local/town/subject";

export const school = subject(
  { hours: [7, 19] },
  `
  School run record: {count} minutes, two shoes, both left.
  My son has told his teacher that we live with a [badger|ghost|captain]. Parents' evening will be interesting.
  Lost somewhere between home and {place}: one lunch box, one recorder, my patience. The recorder can stay lost.
  It is dress as a [vegetable|planet|poem] day. It is eight o'clock. They have told me now.
  Homework: draw your family. I am the tall one with no arms. Fair.
  The lollipop man on {street} high-fives every child and {count} of the parents.
  Nits. That is the whole bark.
  My daughter says the class snail is called {pet} and that he is a good listener.
  Spelling test words this week: [necessary, rhythm, biscuit|island, ghost, answer|separate, knight, yacht]. I got two.
  Walked to school backwards because it was that kind of day.
  They learned about volcanoes. The kitchen has learned about volcanoes.
  {Neighbour} brought {count} children in one cargo bike, all singing, none of them hers.
  A very small person on {street} told me that my coat was brave.
  Pond day at school. {Few} newts, one wellington, no regrets.
  School play: she is third sheep. She has one line, and it is a bleat, and we are practising.
  Asked what he did today. Nothing. With whom? Everybody.
  The school garden gave each child one [radish|bean|strawberry]. Ours was carried home like an egg.
  Parents' chat has {many} messages about a jumper. It is everybody's jumper. It is always everybody's jumper.
  Reading to a class of six-year-olds on {weekday}. Please send [dragon|submarine|cat] voices.
  Lost tooth, found tooth, lost tooth again in the gravel by {place}. The fairy will take a sworn statement.
  The bike shed at school has more scooters than bikes and one pony on {weekday}s.
  He has made a friend. They both like [drains|Saturn|cheese]. I am nearly in tears at the gate.
  (morning) Everyone is out of the door on time. I have checked twice. What did we forget. #schoolrun
  (morning) #schoolrun weather report: one child in shorts, one in a ski suit, same child.
  (cold) Eleven gloves in the lost property box and not one pair among them. 🧤
`,
);
