import { subject } from "@/local/town/subject";

export const cats = subject(
  { hours: [6, 24] },
  `
  The cat has {count} beds and sleeps in the [salad bowl|post tray|sink]. 🐈
  {Pet} brought a leaf. {Pet} brings one every day. I have a folder.
  The cat has been on the roof since {hour}, not stuck, she says, just thinking.
  {Neighbour}'s cat has been coming to us for {few} years. We found out his name today, and we prefer ours.
  {Pet} sat on the chess board and, I have to say, improved my position.
  Whoever lost a grey cat near {place}: he is on our washing machine and likes the spin cycle. #lostandfound
  The cat watched me assemble the cat tree for two hours, then moved into the box.
  The vet says the Admiral is expecting kittens. The Admiral will keep the name.
  Breakfast is at six. This has been made clear to me, with one paw, on the eyelid.
  There is a cat on {street} who walks people to the bus and then goes home.
  {Pet} and the heron stared at each other across the pond for an hour. It was called off for tea.
  She has knocked the [basil|pen pot|angel] off the shelf. I said no. She looked at the other one.
  Black cat at {place} has the council's chair. The council stands.
  Eleven o'clock, the wild hour. Something has just gone down the hall at head height.
  The cat flap is stuck. {Pet} knocked. I opened. {Pet} thought about it.
  He purrs only for the [kettle|cello|plumber]. We have stopped taking it personally.
  My lap has been occupied since {hour}. Send food. Send books. Cancel {weekday}.
  There are two kinds of post in our house: what has been sat on and what will be.
  Cat on the wall, cat on the gate, cat on {neighbour}. {Neighbour} is not moving.
  {Pet} caught a moth and let it go, and looked surprised at herself.
  Every photograph that I have of the town hall has the same ginger cat in it.
  Fed the neighbour's cat for a week. He came to the door on the eighth day to see whether I was all right.
  (night) Three cats on three bins, singing in parts. The tenor needs work.
  (cold) The radiator has grown a tail.
  (warm) Cat, full length, middle of {street}. The van went round.
`,
);
