import { subject } from "@/local/town/subject";

export const dogs = subject(
  { hours: [6, 23] },
  `
  Three walks, one stick, the same stick. He is a dog of principle.
  {Pet} met a hedgehog. Both have thought about it ever since.
  The dog has learned to open the [bread bin|fridge|gate]. We are now a household with a code.
  Found at {place}: one brown dog, no collar, excellent manners. Has eaten. Is asleep on my foot.
  {Pet} carried a stick the length of {street} and would accept no help.
  The vet said {pet} is a little round. {Pet} said nothing and kept her dignity.
  My dog barks at {count} things: the post, the moon, [the hoover|balloons|his own reflection]. Never at burglars, who he is keen to meet.
  The dogs of {street} held a meeting outside the butcher's. Minutes to follow. 🐕
  Threw the ball. Fetched the ball. I have been trained.
  Old dog, slow walk. We have read every lamp post between here and {place}.
  Somebody knitted a coat for {pet}. {Pet} walks like a mayor now.
  We lost the ball in the river and a swan brought it back, furious.
  Puppy class report: {pet} can sit. {Pet} can also eat the certificate.
  {Neighbour}'s dog sits outside the school at [three|half past three] every day although the children have grown up.
  Whoever at {place} keeps biscuits in their left pocket: my dog knows, and now so do all the others.
  Bath day. The bathroom has had one as well.
  Dog on the sofa: never. Dog on the sofa at {hour}, in a storm: obviously.
  He is not a clever dog, but he is on time.
  {Pet} is missing since noon, small, grey, left ear up. Last seen near {place}. Please look in your sheds. #lostandfound
  {Pet} is back. He was under the table the whole time, eating the crossword. Thank you all. #lostandfound
  Dog walkers of {street}: the gate by {place} does not close. Lift and push.
  (cold) Muddy paws, towel, tea, repeat until spring.
  (cold) New snow, old dog, [fifteen|ten] minutes of being a puppy.
  (warm) Too hot to walk before eight. We sat in the fountain instead, both of us.
  (night) The dog wants out, the dog wants in, the dog wants to discuss it. 🌙
  (evening) Evening round: river, square, that one interesting drain, home.
`,
);
