/** Replies to barks about the house, the table or the evening; each fits every line of its subject. */
export const INDOORS = {
  bread: `
    Please keep me the end piece. I will pay in {fruit}.
    The smell got as far as {place}. Nobody there is working any more.
    My starter read this over my shoulder and is now [sulking|bubbling|showing off].
    Is there any left, or must I be up before {hour}?
    Butter first, then opinions.
    I would like to see the crumb. For science.
    {Neighbour} bakes by ear. Knocks on the loaf and waits for an answer.
    A whole street runs on this and nobody puts it on the map.
    Mine came out flat. I have called it a [plate|doorstop|biscuit] and eaten it.
  `,
  cats: `
    The cat will deny all of it.
    Mine does this at {hour} in the morning, on my face.
    He owns the house. You have the key, that is all.
    {Pet} has asked me to say that this is perfectly normal.
    We need a photograph, for the file.
    Have you tried apologising? It does not help, but they like it.
    Second breakfast is with us, by the way. He told us he was starving.
    A cat is only a neighbour with better balance.
  `,
  chess: `
    You touched it, you move it. Even at {place}.
    Never trust a smile on move [six|nine|twelve].
    {Neighbour} would have found it. {Neighbour} also forgets to eat.
    I have lost to worse people in fewer moves.
    Set them up again. I bring the biscuits.
    The pigeon on the stone table had you winning.
    It is only a game. So was [the siege|that marriage|the village fête], and look.
    Did you offer the draw with the face or with the hand?
  `,
  choir: `
    The tenors would like it known that they were there.
    I could hear it from {place}. I put my shopping down.
    Do not tell the basses. They will want a solo.
    My neck hairs have asked for the recording.
    Is there still room in the second row? I can mouth.
    {Neighbour} hums the alto line in the shower. The whole of {street} knows it.
    Flat is only early on the way down.
    Best hour of the week, and the cake is good as well.
  `,
  cinema: `
    No word about the ending, please. I go on {weekday}.
    I cried at the trailer and again at the {inn} afterwards.
    Row F, by the pillar. That is where the good sighing is done.
    {Neighbour} laughed in the wrong place and then we all did.
    The projector has more character than the lead.
    Is it one for the children, or one for their grandfather?
    I only went for the warm seat and stayed for the story.
    They should show it twice, once for the plot and once for the hats.
  `,
  coffee: `
    One for me as well, please, I am only across the square.
    Mine is cold, I have been reading barks.
    There is a second cup in everybody. There is a third in {neighbour}.
    At {inn} they ask how your mother is before they ask how you take it.
    Without this the whole of {street} would be a still life.
    I gave it up for a week. {Neighbour} has asked me never to do that again.
    Spoon noises at {hour}. Happiness has a sound.
    Strong enough to sign for a parcel.
  `,
  jam: `
    I have empty jars and a good conscience. When shall I come?
    {Neighbour} says it sets when it wants to, like people.
    We are still eating [last year's|your aunt's|the plum one from the fair]. It is a matter of honour now.
    The label is half of the taste. Draw something.
    On toast, standing up, at night. That is the only way.
    My kitchen ceiling sends its regards. We do not talk about the {fruit}.
    Swap you for honey?
    A wooden spoon knows.
  `,
  kitchen: `
    The recipe, please, or I sit on your step.
    {Neighbour} puts {fruit} in it. I used to laugh.
    I can smell it. I am in the next street.
    Always make too much. That is what fences are for.
    Ours has [a scorched bottom and a good heart|too much pepper|gone already].
    Somebody here read this aloud and now nobody wants the sandwiches.
    A pinch is what your grandmother's hand says it is.
    Did you lick the spoon? Be honest, it is a small town.
  `,
  knitting: `
    Frog it. Or call it a feature.
    I have wool from {neighbour}'s sheep and no idea. Shall I bring both?
    One sleeve longer is for pointing.
    Count again. Or do not, and wear it with your head high.
    There is a whole drawer of single socks that understands you.
    You can hear the needles from {place}. Like small polite rain.
    My grandmother dropped a stitch in [1961|1958|1973] and still mentions it.
    Four on the bus with needles today. It is a movement.
  `,
  library: `
    Page 112. Say no more until I am there.
    I returned mine late and was forgiven before I had finished the sentence.
    The chair by the radiator is free after {hour}. I did not tell you.
    {Neighbour} reads the end first. We still let them in.
    Somebody has written "quite" in the margin of mine. I agree, quite.
    The steps are the best reading room we have.
    Put it on my pile. The pile is load-bearing now.
    I know that book. It has a [bus ticket|pressed fern|shopping list] in it.
  `,
  nightshift: `
    The night bus waves to you.
    Soup at the depot until three. Knock twice.
    Everything is true at {hour}.
    From the bakery: we are up as well. We have the radio on.
    I sleep better for knowing you are awake.
    {Neighbour} leaves the porch lamp on for all of you. Nobody has ever said so.
    The moon did half of it, in fairness.
    Good morning, or good night, whichever you are having.
  `,
  quiz: `
    It was Lake Onega. It is always Lake Onega.
    Our team name is longer than our score.
    {Neighbour} knew, and said it too quietly, as ever.
    I demand a recount by somebody who has eaten.
    We came [fourth|sixth|last], with dignity, and with the crisps.
    The picture round was an insult to {abird}.
    There is a man at {inn} who knows all flags and none of his birthdays.
    Write it down. Write it down and cover it with your arm.
  `,
  repairs: `
    Not broken. Resting.
    {Neighbour} has the right screw. {Neighbour} has had the right screw since [1987|1979|1994].
    Glue, patience, and somebody else's clamp.
    Leave the scar. It is the best bit.
    It worked before you looked at it. They are like that.
    I have one just like it, in [four|five|nine] pieces.
    Bring it on {weekday}, and bring the bit that was left over.
    They do not make them like that, and I can see why.
  `,
} as const;
