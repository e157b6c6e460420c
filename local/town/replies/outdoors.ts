/** Replies to barks about the outdoors; each fits every line of its subject. */
export const OUTDOORS = {
  allotment: `
    Plot [nine|fourteen|two] has too many {veg} and is not too proud to say so.
    The slugs held a meeting about it. They are in favour.
    {Neighbour} waters mine when I forget and yours when they think you are not looking.
    There is a flask in my shed. You know where the key is.
    Weigh it. Then lie.
    It was like that when I came past at {hour}. I only tutted.
    A straight row is a kind of boasting.
    Put a net on it, and then a second net, and then pray.
  `,
  bees: `
    Tell them I said hello. They like to be told.
    The lavender on {street} is theirs, we only water it.
    One jar for me, please, and I ask no questions.
    {Neighbour} was stung on the [nose|ear|pride] and says it was worth it.
    Busy is not the same as cross. I tell my husband.
    Mine sat on the warm wall all afternoon like pensioners.
    You can hear them from {place} if the bus is late.
    The best neighbours we have. They work, and they hum.
  `,
  birds: `
    He has been at ours as well. Same coat, same attitude.
    I put out [apple|oats|a saucer] and got a full review by six.
    From the hide: we saw you seeing it.
    {Neighbour} can do the call. It brings mostly {neighbour}'s wife.
    Whoever sings like that has paid the rent for the whole tree.
    I looked up because of this, and there it was.
    Write it down with the time. Somebody will want it in a hundred years.
    The cat has seen it too. We have had words.
  `,
  fishing: `
    It was bigger last week, when you told {neighbour}.
    The one by {bank} says hello. He has my hook.
    Nothing caught is also a day out of the house.
    I held the net. I would like that noted.
    Quiet as anything until somebody opened the crisps.
    They bite at {hour}, when nobody is looking. I do not make the rules.
    Put him back and thank him, and he tells the others.
    The heron got two, and he has no rod at all.
  `,
  garden: `
    Do not cut it back yet. It is thinking.
    Mine died of kindness. {Neighbour} does it out of spite and look at it.
    Seeds for me? I have envelopes, and something blue.
    The robin is only there for the supervising.
    Weeds are plants with better manners than my roses.
    Green thumb, brown knees.
    There is one of those against the wall at {place}. Planted by nobody.
    Sit down in it for a minute. That is the job too.
  `,
  mushrooms: `
    Under the beeches past {place}. That is all I shall say, and I have said too much.
    Show it to {neighbour} first. {Neighbour} is still alive, that is the reference.
    I saw the basket. I followed at a decent distance.
    Butter, a minute, and no witnesses.
    If it has a skirt, let it dance.
    My dog found more, and told everybody.
    Nobody lies like a man with a full basket.
    One for the pan, one for the wood.
  `,
  rain: `
    Four more minutes, says my knee.
    I am under the awning at {place} with [two strangers and a pram|a man and his tuba|half a choir]. It is going well.
    The gutter on {street} has started on the second movement.
    {Neighbour} took the washing in, all of it, everybody's.
    Good for the {veg}. There, I have said it.
    My umbrella has gone over to the other side.
    We needed it. We did not need all of it.
    Boots by the door, soup on. Come as you are.
  `,
  river: `
    It was over the [second|third] step this morning.
    I sat at {bank} and it went by without a word. Best talk I have had all week.
    There is a boat in that picture in my head and I am in it.
    {Neighbour} says you can never step in twice. {Neighbour} has wellingtons, too.
    The swans have read this and disagree.
    High water, slow thoughts.
    Wave when you pass the willow, I am the one who is stuck.
    Something brown went past, whistling. An otter, I hope.
  `,
  sea: `
    I can taste this one.
    Bring me a stone. A flat one, for the pocket.
    My whole [childhood|marriage|winter coat] smells of that.
    Did you go in? To the knees is in.
    There is a bench out there with my name on it. Really, it is a different {neighbour}.
    Chips on the wall, back to the wind, a gull on duty.
    The horizon does half of the work.
    I left my hat to it in [2011|2008|2016]. It can keep it.
  `,
  sky: `
    I went out in my socks to look. Thank you.
    Same one here, three streets down.
    {Neighbour} says it is a planet. {Neighbour} said that about the street lamp.
    Turn the porch light off and count to sixty.
    We looked at it from {place}, five of us, all strangers, all with our mouths open.
    It has been going on up there the whole time. Imagine.
    Nobody owns it, and so everybody came.
    The owl got in the way twice. On purpose, I think.
  `,
  swimming: `
    In. Out. Tea. In that order, and quickly.
    It is warm once you have stopped being able to tell.
    I screamed so that you could not hear {neighbour} screaming.
    Whose are the green socks on the rail at {bank}?
    Breaststroke, head up, like a duck with opinions.
    I only watched, with a towel, as a service.
    The moorhen was ahead of all of us.
    You come out a different person and then your teeth come back.
  `,
  weather: `
    It did the opposite on {street}.
    My barometer is a goose, and she agrees.
    Coat on, coat off, coat over the arm. A full day's exercise.
    {Neighbour} ordered this. We should send it back.
    By four, you will see. Ask juniper's knees.
    The washing has been out and in three times. It is fitter than I am.
    Not a cloud here. Well, that one. But it is a friend.
    Whatever it is, it is doing it sideways.
  `,
} as const;
