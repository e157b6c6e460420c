import { subject } from "@/local/town/subject";

export const knitting = subject(
  { hours: [9, 23] },
  `
  One sleeve down, one sleeve to go, both of them left. 🧶
  Cast on {many} stitches on the train. Counted one fewer at the junction. Do not ask.
  {Neighbour} knits in the cinema, by ear.
  The bollards on {street} have been given hats. Nobody saw anything. There is a trail of [green|red|mustard] wool to my door.
  Unravelled the jumper. It was a good jumper for somebody with three elbows.
  Knit night at {inn} on {weekday}: bring needles, scandal and something to eat with one hand. #knitnight
  The cat has finished the scarf. It is not a scarf now.
  There is no such thing as too much wool, only too little [cupboard|bed|honesty].
  Blocking a shawl on the guest bed. Sorry, guest.
  Gave away {count} pairs of socks this year. I own none. A cobbler's tale.
  My grandmother could turn a heel in the dark. I can drop a stitch in broad daylight.
  Somebody left one mitten on the railing at {place}. I have knitted it a friend. #lostandfound
  Pattern says easy. Pattern was written by a liar in Norway.
  Wool from {neighbour}'s own sheep. It smells of rain and mild resentment.
  Counting. Do not talk to me. Forty-one, forty-two, hello, one.
  Moth in the wool basket. We are at war.
  The blanket for {inn} has reached [two|three] metres. Bring your squares, any colour, but not that orange. #knitnight
  I have been asked whether I knit all the time. No. Sometimes I look for the tape measure.
  It fits. On the first try. I am going to walk up and down {street}.
  Learning to crochet at [seventy|sixty-five|fifty]. The hook and I are in talks.
  The darning on the elbow has been darned. There is hardly any jumper left, it is all love.
  {Mention} the grey was yours after all. It is in your porch, with an apology knitted into the hem.
  (evening) Radio, lamp, wool, rain. If anybody asks, I am busy.
  (cold) Every neck on {street} has something handmade round it. Winter is our catwalk.
  Baby jumper done. It is the size of a letter. How is anyone ever that new?
`,
);
