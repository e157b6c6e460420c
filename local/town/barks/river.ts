import { subject } from "@/local/town/subject";

export const river = subject(
  { hours: [6, 22] },
  `
  The river is up two steps at {bank}. The ducks have noticed and are being smug.
  Walked to the weir and back. Said hello to {count} people and one very wet Labrador.
  Somebody has left a chair on the little island again. It looks occupied by thought.
  A kingfisher by {bank}. I saw it, and then it had always already gone.
  The lock keeper is giving lessons in patience. Free, {weekday}, bring a flask.
  Found a message in a bottle below the weir. It said: [buy milk|sorry about the boat|hello, whoever you are].
  The ferryman has put up a new bell. Two rings for across, three for a chat.
  Towpath closed by a swan. Not officially.
  Pulled {count} bottles, a bicycle wheel and one [crown|shoe|saucepan] out of the reeds. River clean-up, same again {weekday}. #rivercleanup
  The willow at {bank} has finally laid its head on the water.
  {Neighbour} fell in. {Neighbour} is fine. {Neighbour} has asked me to stop telling people, so this is the last time.
  There is a heron at the mill pond who has not moved since Tuesday. I aspire.
  River fog up to the knees. {Neighbour} came along the path like half a person.
  New plank on the footbridge. Everybody steps over it as if it might not be real.
  A narrowboat called [Perhaps|Second Helpings|Late Again] has moored by {bank}. I already like them.
  Bread is bad for ducks. Peas are good for ducks. The ducks have asked me not to pass this on.
  The mill wheel turned today for the first time in {count} years. Grown men held each other's sleeves.
  Sat on the steps and let the river do the talking.
  Somebody's hat just went under the bridge at a good speed. [Straw|Tweed|Yellow], size medium, cheerful.
  (morning) Rowers out before six. Eight people, one breath. 
  (warm) In up to the ankles at {bank}. The rest of me is considering it.
  (warm) Dragonflies over {bank}, blue as gas flames. I was late for everything after that.
  (cold) Ice at the edges of the mill pond, thin as a watch glass.
  (evening) Bats over the water from nine. Bring nothing, stand still, look up. 🦇
  (evening) The last sun goes straight down the middle of the river tonight as if it had paid for it.
`,
);
