/** Answers that fit almost anything. */
export const GENERAL = `
  Reading this on {street} with my first cup. Thank you.
  I laughed, and now the [bus|library|queue] wants to know why.
  Can confirm. I was there. I was the [hat|one with the bag|other one].
  My day was grey until this.
  Please never move away.
  {Neighbour} just read this out to all of {inn}.
  I have told my mother. She says hello.
  This is exactly why I read the barks before the paper.
  Same here, and it is not even {weekday}.
  I will be thinking about this on the stairs.
  And then? You cannot stop there.
  Noted in the town's book of good sentences.
  We have all been there, most of us twice.
  Put this on a tea towel and I will buy [two|three].
  I did not know I needed this today.
  Tell it again on {weekday}, slower, with hands.
  You make it sound easy.
  I would have done the same, only later and worse.
  There is a whole novel in this and somebody lives in it.
  Small, and true. Best kind.
  I saw that too and thought I had made it up.
  Only in this town.
  Somebody hug this person. Somebody near.
  I read it twice, the second time for the comma.
  Yes. That. All of that.
  Our whole stairwell agrees, and we never agree.
  Count me in, whatever it is.
  I am sending this to my sister. She left, and must be made to regret it.
  You have a gift. Or a very good window.
  The dog raised his head when I read this. That is applause.
`;

/** Reactions to an answer. */
export const COMEBACKS = `
  Ha. You know me too well.
  Come by, there is a chair with your name on it. In chalk, but still.
  I shall deny it if asked.
  That is kinder than I deserve before {hour}.
  Bring {neighbour}. Bring a spoon.
  You were not meant to notice.
  Exactly what {neighbour} said, and in the same coat.
  I will keep you one.
  Now I cannot think of anything else, thank you.
  Tell nobody. Tell everybody, but slowly.
  It happens to the best. It happens to me weekly.
  You always see the half that I leave out.
  Let us say {weekday}, and see who turns up.
  I have written it on my hand.
  My whole family is laughing at that, including the cat.
  Then there are two of us. That is nearly a club.
  If you had been there, it would have been three times as loud.
  I take that as a yes.
  True, and very rude, and true.
  This is why I tell you things.
  We will speak of it at {inn}, once, quietly.
  You should see the other one.
  I owe you a bun.
  That is the nicest thing anybody has said to me in a queue.
  Deal. Shake on it when I have dried my hands.
`;

/** Last words of the person who barked first. */
export const CLOSINGS = `
  Shaken on.
  I am putting my shoes on.
  You have made my {weekday}.
  Good. I shall bring the good cups.
  I heard that.
  A bun it is.
  Save me the corner seat, then.
  See you at {place}. I am the one with the [hat|flask|wrong umbrella].
  Said and written down.
  Sleep well, you menace.
  Until {weekday}, then.
  I have told {neighbour}. It is official now.
  Fine. But I am bringing my own spoon.
  I will stop now, my tea is done.
`;

/** Texts with which people quote a bark. */
export const QUOTING = `
  Everybody please read this one twice.
  My whole week, in somebody else's words.
  I would like this read at my wedding.
  This is the town I tell people about.
  For those who ask me what Barker is like.
  Printed it. It is on the fridge, under the [fish|tomato|small crown].
  I was standing right there and saw none of it. This is why we need each other.
  See also: my entire family.
  Filing this under reasons to get up.
  And that was only the part they could tell in public.
  Somebody on {street} had to say it.
  I have thought about this since {hour}.
  Not to start anything, but {neighbour} did it first.
  Exhibit [one|two|three], your honour.
  Reading this to the cat. The cat has left the room.
  If you only read one thing before supper.
  There is a right answer to this, and it is yes.
  I rest my case, and my feet.
  The tone. The timing. The bun.
  Let the record show that I said so on {weekday}.
`;

/** Answers to somebody who is new, or has not barked for long. */
export const WELCOMES = `
  Well said. The square is better for it.
  I read this out at {inn} and somebody put their cup down.
  Glad you said it. I have been thinking it since {hour}.
  Hello from {street}. We like the sound of you.
  That made me look up from my soup.
  Good bark. Sit with us, there is room on the wall.
  More of this, please, whenever you like.
  You have a way with you. Tell us another.
  Seen, read, and passed on to {neighbour}.
  I am on the steps with a flask, and I agree.
  This is the sort of thing the square is for.
  {Neighbour} says welcome, and means it. I do too.
`;
