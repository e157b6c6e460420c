/** Replies to barks about the streets or travelling; each fits every line of its subject. */
export const STREETS = {
  buses: `
    The 14 comes when you light a cigarette, and I have given up.
    Yesterday he waited for me. I will vote for him, whatever he stands for.
    Two at once, so that they can talk.
    Upstairs, front left. It is a cinema with a bell.
    {Neighbour} once missed three, through conversation.
    The timetable is [poetry|folklore|a wish]. Read it like that.
    Thank the driver. It is half of the fare.
    I got off one stop early, for the chestnut tree.
  `,
  cycling: `
    Downhill is a gift. The wind takes it back.
    Pump at {place}, oil at {neighbour}'s, sympathy here.
    Was that you with the bell? I waved with the wrong hand and am in a hedge.
    Second gear, whole heart.
    Anything can be carried on a bicycle. I once met a [piano stool|goose|grandfather].
    That hill gets steeper every year. I have measured it with my knees.
    {Neighbour} patched mine with a plaster and it held.
    Lights, please. Love, the night bus.
  `,
  dogs: `
    Give the good animal a biscuit from me. And from {neighbour}.
    {Pet} knew. {Pet} has known since {weekday}.
    Ours ate the evidence.
    That face has got him out of worse.
    We met at {place}. He introduced me to you, in fact.
    One walk is for the dog, the other for the news.
    Was there mud? There is mud in your sentence.
    Who is a good dog? Please answer in full.
  `,
  football: `
    The referee is my cousin. He saw it. He did not want to.
    We lost, but handsomely.
    Goalkeeper by choice, said nobody. Bring mine an orange.
    {Neighbour} was offside from breakfast on.
    It crossed the line. I was holding the line.
    Half-time tea is why they come back out.
    I have washed all [eleven|twelve] shirts. There is still some of the pitch in them.
    One day we will score, and none of us will know what to do.
  `,
  market: `
    He told me it was the last one as well.
    Third stall, on the left, behind the hats. Say I sent you.
    I went for {veg} and came home with a lamp.
    {Neighbour} haggles upwards. They love {neighbour}.
    The scale has a thumb of its own.
    By noon it is all half price and twice the gossip.
    Did he say "fresh this morning"? He says that about the spoons.
    A bag of bruised {fruit} is a pie that has not been told yet.
  `,
  neighbours: `
    That will be {neighbour}. It is always {neighbour}.
    We have your [ladder|casserole dish|good scissors], by the way. Since {weekday}.
    This is why I never want to live up a hill on my own.
    I saw nothing, from behind the curtain, very clearly.
    Put the kettle on, I am already in my slippers.
    It was us. We are sorry. We would do it again.
    Number [six|nine|eleven] knows more. Ask about the weather first.
    On {street} we have a word for this, and it is "typical".
  `,
  post: `
    Mine came with [a bite in it|rain on it|somebody else's stamp]. I would not swap it.
    A real letter? With a real lick?
    The postwoman knows. She always knows.
    {Neighbour} has had a parcel of ours since {weekday}. We are both pretending.
    I send postcards to my own street. They take [two|three|four] days and gain something.
    Handwriting is a face.
    You could have walked it round, but then there would be no stamp.
    Second class, first rate.
  `,
  running: `
    I saw you. I was in a car, with a bun.
    Slow is a pace.
    From the bench at {place}: looking good, a little purple.
    {Neighbour} says you only need to beat the last lamp post.
    One knee at a time.
    My shoes went without me today. They came back early.
    I ran once. A dog was involved.
    Breakfast counts as training. I have read it somewhere.
  `,
  school: `
    They will remember this and forget all the fractions.
    Mine came home with one shoe and a leading part.
    Who taught them that? Well done, whoever taught them that.
    {Neighbour} still has the clay hedgehog on the sill. It is forty.
    The lollipop lady knows every one of their secrets.
    I was a shepherd [three|four] years running. It builds character.
    Packed lunch, second breakfast, lost jumper. The circle of life.
    Ask them tomorrow and it will be a whale.
  `,
  trains: `
    Platform two, where the sandwiches are sad and the light is good.
    I like the slow one. It lets the fields finish.
    Somebody waved from the signal box. We all felt better until the junction.
    {Neighbour} knows the number of that engine and will tell you.
    Late is only early for the next.
    There is always one seat with a view, and it always has a coat on it.
    The stationmaster calls it "shortly", and means it kindly.
    Bring something to read and do not read it.
  `,
} as const;
