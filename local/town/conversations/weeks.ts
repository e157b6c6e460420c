/** More conversations of the last days; the format is explained in `script`. */
export const WEEKS = `
  # kitchen
  1: I asked my grandmother for the dumpling recipe. She said "flour until it is right, water until it is wrong, then flour".
    badger: She is right. It is on the wall at the depot, in other words.
    2: Mine says "cook them until they come up to see who is there".
      1: I am writing all of these down. Please ask all of your grandmothers.
        wren: Mine says never count them, they get shy.
    owl: I have opened a folder at the library. It is called Grandmothers, Dumplings. It already has string round it.

  # knitting
  snail: I started this jumper for a nephew in school. He has asked whether it might come in time for the pension.
    1: Which arm are you on?
      snail: The collar. I go round the long way.
    2: Finish it. Mine came nine years late, and it is the only one I wear.
      snail: I needed to hear that. Row 212.
        newt: Cheering quietly from the pond.

  # library
  owl: Left between the pages this week: a bus ticket, a leaf, a love letter, a rasher of bacon. All are at the desk.
    1: The bacon was a bookmark.
      owl: It was the best one. It led me straight to the place.
    2: Is the love letter in blue ink?
      owl: It is. It has been read by nobody but the moth.
        2: I never sent it. He is sitting two tables away from me, at this moment.
          owl: I have a very quiet trolley, should something need to be delivered.
            2: Oh, help. Yes. Go.
            juniper: I have run all the way here and I do not even have a ticket.

  # library
  1: Who has had volume three of the history of this town since the spring?
    toad: I have. I am in it, and I wanted to see how it ends.
      1: How does it?
        toad: I go for a walk.
    heron: Page 88, second picture: the one standing still is my great-grandfather.

  # market
  1: He weighed my plums, looked at me, and put in two more without a word. I have thought about it all day.
    poppy: You were looking at them as if they had said something.
      1: They had.
    clover: He does that when he sees somebody has had a long week. Never mention it. He would stop.
      2: He did it for me every Saturday for a year. Then one day he did not, and I knew that I was better.

  # mushrooms
  acorn: A chanterelle in the shape of an ear. I told it where the others are.
    moss: You told it my place.
      acorn: I whispered.
        moss: It is an ear.
    fern: Now the whole wood knows, and the wood talks to owl.
      owl: I hear everything. I say nothing. I like mine on toast.

  # neighbours
  juniper: The gate on Mill Lane was open again. I have put up a sign. The sign has been politely corrected.
    badger: It said "Keep Shut", and a gate cannot keep. It can only be kept.
      juniper: So it was you.
        badger: I was passing with a pencil. Anybody might be.
    clover: Now there is a second sign below it that says "Thank you, both".
    owl: And below that somebody has begun a short poem. I might have lent them the pen.

  # neighbours
  1: To number seven: it is a lovely drum. It is a lovely, lovely drum.
    2: He is nine. It came from his uncle. We are planning something for the uncle.
      3: I am the uncle. I meant well, and I live far away.
        2: Not far enough. We have bought you a parrot.
    newt: If he ever needs a trombone, for balance, I could come by.
      1: Newt, no.

  # neighbours
  1: New on Quince Lane. I do not know anybody, and there is a pie on my step. Is that a mistake?
    clover: No mistake. It is plum. The dish goes to number four when you have done, and she will ask you in.
      1: It says on the lid "you will be all right here".
        clover: She writes that on all of them. She has been right so far.
    badger: Welcome. If there is noise at five in the morning, it is me, with the bins. I try to do it in tune.
    maple: Welcome from the mint. It will be with you by spring.
    2: I was you in March. I am the one with the yellow door. Come when it rains.

  # nightshift
  badger: Four in the morning at the depot. Two drivers, one nurse, one baker, one cake, no forks.
    1: I am the nurse. I brought the forks. I went home with the forks in my pocket, I have only now noticed.
      badger: Then you must come back tomorrow. It is the rule.
    fox: I watched through the window and was waved in. I have had worse nights. I have had worse birthdays.
      badger: You did not say that it was your birthday.
        fox: No. But there was a cake.

  # nightshift
  1: Ward is asleep. Rain on the big window. Somebody in bed six is humming the tune from the Lantern.
    fox: I am below, by the bins. I can hear it. I have put in the low part.
      1: He says you are a bit flat but that you have heart.
        fox: Tell him both are true.
    wren: I woke up and did not know why. I have added a harmony, out of the window, softly.

  # post
  snail: Delivered one postcard today. It took me since Monday. The lady made me sit down, and read it to me.
    poppy: What did it say?
      snail: "Wish you were here." From next door. They have not spoken since the hedge.
        clover: And?
          snail: She put her hat on. I am still on the step, but I can hear both kettles.
    heron: You should get a medal, or a pair of wheels.

  # quiz
  badger: We have come last, and we should like to protest in the matter of the otter.
    otter: I was asked what an otter eats and I was marked wrong.
      1: You said "whatever is going".
        otter: It is what we eat.
    owl: The answer on the card was "fish". I am ashamed of the card.
    wren: We won, with the word "fish". It does not feel like winning.

  # rain
  toad: It is the good kind of rain. I have gone out in it with my mouth a little open.
    clover: I have your washing in. It was nearly dry twice.
    1: The kind that sounds like people leaving a theatre.
      toad: Yes. That, on a hat.
    newt: I have been lying in the gutter since two and I recommend it.

  # repairs
  1: The toaster now only toasts on one side. My husband calls it "a choice". We have been married nine years.
    acorn: Bring it in. Bring him as well, if he is loose.
      1: He holds, mostly. He squeaks in the damp.
        acorn: A drop of oil, and listen to him on Sundays. That is the whole manual.
    2: Turn the bread round?
      1: We do not speak of that in this house. That is surrender.

  # repairs
  acorn: A boy brought me a kite with a broken back. We have set it. It must not fly for a week.
    hare: How did he take it?
      acorn: He asked whether he could visit. He came with grapes.
    fern: I have to sit down among the seed trays.
      juniper: Room for one more? I am not crying, it is the pollen, in my heart.

  # river
  otter: Ferry report: one passenger, one bicycle, one tuba. The tuba paid for itself.
    heron: It went past me like a brass swan.
    1: I am the tuba. Thank you for letting me play on the water. I had always wanted to.
      otter: Three people on the bank took their hats off. One threw a bun.
        1: It is in the tuba. I shall find it at Christmas.

  # river warm
  heron: The mill pond was so still this morning that I was in it twice, and we both looked well.
    otter: I came through and spoiled it, I am sorry.
      heron: You signed it. It needed that.
    1: I have swum in that picture. It is colder than it looks.

  # running
  hare: I have run the long way round. It was long. It was round.
    snail: I did the same and saw a beetle, two weddings and an argument about a hedge.
      hare: How long did it take you?
        snail: I do not know. I was there the whole time.
    toad: This is the best exchange on sport that I have ever read.

  # school
  1: My son's homework: "Ask an old person what they were afraid of." He has asked the baker, the ferryman and the crossing lady.
    finch: I said geese.
    otter: I said geese.
    2: I am the crossing lady. I said geese, and then I told him about the war, a bit, and then we had a toffee.
      1: He has drawn you with a shield. It is a lollipop. You are holding off the geese.
        2: May I have it, when it has been marked?
          1: It is marked. Three stars. It is in your letter box.

  # school
  wren: The children have written a song. It has one verse and it is about soup.
    badger: Which soup?
      wren: "The brown one of the badger."
        badger: I have not been able to speak for some minutes.
    1: It goes on for eleven minutes. They come to the spoon in the seventh.

  # sea
  poppy: Went to the sea for the day. Left the radio at home. It turns out the sea has one.
    1: Which station?
      poppy: The one between stations.
    heron: Did you stand in it?
      poppy: To the knees. Thought of you. A wave thought of me.
`;
