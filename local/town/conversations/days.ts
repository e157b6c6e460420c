/** Conversations of the last days; the format is explained in `script`. */
export const DAYS = `
  # bread
  finch: Three whistles this morning. The rye was early and so were eleven of you, in slippers.
    1: It was twelve. My slippers are the same colour as your floor.
    hare: I had run six miles to be first. I was ninth.
      finch: You were ninth and you had butter with you. I respect that.
    owl: I came on my way home. To me it was supper.

  # bread
  1: My sourdough has been called Gerald for three years and today it ate the lid.
    finch: He is not angry. He is ambitious.
    2: Mine is called Doris. Shall we introduce them?
      1: Is she good with lids?
        2: She lives in a bucket with a brick on it. We have a past.
    badger: Do not let them meet after dark.

  # allotment
  1: Whoever is leaving marrows on my step: I have four, I live alone, please speak to me.
    2: It is a long story and it is about your grandfather.
      1: Go on.
        2: He carried my mother's piano up three floors and only took a marrow for it. We are nearly even.
          1: How many are left?
            2: Seven. I am sorry. She was very fond of the piano.
    clover: Stuff them, all of them, and call the street. I bring rice.

  # allotment
  moss: There is a gnome on my plot. I do not own a gnome.
    fern: Does he have a fishing rod?
      moss: He has a small suitcase.
        fern: Then he means to stay.
    maple: He was on mine last week. He is working his way west.
    juniper: Ask him if he knows the scarecrow.
      moss: I have asked. He said nothing, in a way that said yes.

  # bees
  clover: Told the bees about the wedding. They went quiet, and then louder than I have ever heard them.
    1: You must leave them a piece of the cake on the hive.
      clover: I left them two. One is for the groom's side.
    wren: My aunt told hers about a divorce once. Best honey in years.
    toad: I took my hat off to them when I walked past. They had a look inside.

  # birds
  heron: A kingfisher sat on my shoulder for four seconds. I shall never move again.
    1: You hardly did before.
      heron: There was always the possibility.
    finch: What did it weigh?
      heron: A letter. A good one, of one page.
    otter: He told me as well. He says you are the best post he has ever had.
      heron: I have printed this out.

  # birds cold
  wren: The robin has fought the bathroom mirror for an hour. So far it is a draw.
    1: Cover the mirror.
      wren: I did. Now he fights the towel.
    clover: He only wants to be sure there is one of him.
      newt: Who does not.

  # buses
  snail: I have missed the 14 by so much that I have caught the one before it.
    hare: That is not how it works.
      snail: And yet I am sitting down, and where are you?
        hare: At the stop.
    poppy: Is Marguerite on it?
      snail: She kept me a seat.

  # cats
  1: There is a cat asleep in the ballot box at the town hall and counting has stopped.
    badger: Which way is he leaning?
      1: Onto the yes side. But he is purring at both.
    juniper: I demand a recount with fish.
    2: He is ours, he is called Mustard. He has never voted before. We are so proud.
      1: He has now been offered a position.

  # cats
  poppy: The stall cat has sold three bunches by lying on them and looking poor.
    fern: What does he take for it?
      poppy: A fifth, and the string.
    maple: Mine wants to know whether there are openings.
      poppy: Can he look poor?
        maple: He is the size of a coal sack. He can look tragic.

  # chess
  1: Lost to my daughter. She is six. She said "good game" and patted my hand, twice.
    acorn: The second pat is the worst.
    2: Mine asked whether I wanted to be white "to make it easier".
      1: How old?
        2: Five. We have hidden the board.
    owl: There is a book for you both at the desk. It is in the children's section. So are they, be careful.

  # choir
  wren: Rehearsal report: the sopranos were early, the altos were right, the tenors were in the pub, the basses were a radiator.
    1: As a tenor, I was in the pub rehearsing.
      wren: What were you rehearsing?
        1: The breathing.
    finch: As a radiator I feel I held the thing together.
    newt: May I say I came in at the right bar.
      wren: You did, Newt. It was the wrong song, but it was the right bar.

  # cinema
  poppy: The film broke in the middle, so the projectionist came out and told us the rest. It was better.
    fox: He did all the voices.
    1: He cried at the end and we all went up and held him.
      poppy: And then he said that the heroine reminded him of the lady from the kiosk.
        2: I am the lady from the kiosk. I have closed early. I am walking round the block.
          fox: Walk past the side door. He is by the side door.
    juniper: This town will be the end of me.

  # coffee
  1: The new machine at the kiosk has a setting called "auntie". Has anybody dared?
    poppy: It is milky, and it asks about your plans.
      1: I said I had none. It gave me a double.
    badger: Between two and four it only does "auntie". We have all been through something with that machine.

  # cycling
  hare: Found at the top of Copper Hill: one bell, no bicycle.
    1: Mine. The bicycle is at the bottom. We parted in the bend.
      hare: Are you hurt?
        1: Only in the eyes of the ladies on the bench.
    2: We are the ladies on the bench. We gave you an eight.
      3: I gave him a nine. He waved.

  # dogs
  1: My dog has brought home a second lead, with nobody on it. I feel I have missed a chapter.
    toad: Is it blue?
      1: It is blue.
        toad: Then somewhere there is a dog who is very proud of himself and an owner who is at the pond, calling.
          2: I am at the pond. I am hoarse. His name is Biscuit.
            1: Biscuit is on my step. He came for the lead.
    otter: And that is the whole plot of my childhood.

  # dogs
  toad: Long walk, short dog, deep puddle. There are now two of us in one coat.
    clover: Send a drawing.
    1: I saw you. I thought you had a very ugly bag.
      toad: He heard that. He would like an apology, or some cheese.
        1: It shall be cheese. I meant it, you see.

  # fishing
  otter: Caught a boot. Threw it back. Caught the other one. I think somebody down there is undressing.
    heron: That is Gudgeon, he goes in on Tuesdays.
    1: They are my boots, and I am under the willow, and please turn round and go away slowly.
      otter: I have hung them on the rail. I saw nothing but dignity.

  # football
  1: Final score: nine dogs on the pitch, one goal, no witnesses.
    2: I was in goal. I was holding a beagle.
      1: It went in off the beagle.
        2: Then it is his goal, and he wants the ball.
    badger: As a neutral: I have not enjoyed ninety minutes so much since they were eighty.
    hare: The linesman ran the wrong way and was picked up at the station.

  # garden
  1: I planted "mixed" in spring. They have come up as one gigantic sunflower and a spoon.
    fern: Keep the spoon. Spoons are hard to get started.
    moss: Which way does the sunflower look?
      1: Into the bedroom.
        moss: Then say good morning. It is only manners.

  # garden
  fern: Free to a good home: forty tomato plants, one fig, one husband's opinions about the fig.
    clover: I take six and none of the opinions.
    1: I will take the opinions. It has got very quiet here.
      fern: He is on his way with the fig. He says you have the right sort of wall.
        1: He has been here two hours. We have moved the bench. I have not laughed so much since March.

  # jam
  owl: Nine jars of damson, and every one has set except the one I had promised away.
    juniper: Pour it on a cake and call it a glaze.
      owl: You promised me you would say you liked it runny.
        juniper: I like it runny. I am under oath and under a spoon.
    1: There is always the one. My mother called it the musical jar.

  # kitchen
  clover: The smell on Mill Lane is me. I am sorry. The recipe said "until fragrant" and did not say of what.
    finch: I can do something about that. Open the back door, I bring a loaf and a fan.
    1: From the far end of the lane: we have opened all windows and become closer as a family.
    badger: Is there any left?
      clover: There is a shape.
        badger: I have eaten shapes. I am coming.
`;
