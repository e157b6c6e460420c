/** Conversations about the sky, trains and home, some with pictures and notes; the format is explained in `script`. */
export const EVENINGS = `
  # sky cold
  fox: A shooting star, over the tannery. I was too surprised to wish, so I said "soup".
    badger: Look on your wall.
      fox: Oh, you did not.
        badger: Mushroom. There is a lid on it. Bring the pot back when you have wished properly.
    moss: I wished that nobody would ask me what I had wished.

  # sky
  1: Power cut on Lantern Street, and nobody is angry, everybody is in the road, looking up.
    fox: That long smear is the galaxy. It is always there. We have been too well lit.
    2: My daughter asked who switched it on.
      1: What did you say?
        2: I said we have switched something off. She is still thinking about it. So am I.
    owl: I have brought all of the library's blankets. No stamps needed.

  # swimming
  newt: In before six. The water was so cold that it had edges.
    otter: You were in for eleven minutes, blue, and grinning.
      newt: I had lost my towel and did not want to say so.
        otter: It was on me. I thought it was a present.
    1: There is always room for one more in the hut, and there is ginger cake, and nobody ever looks.

  # trains
  moss: The 7:52 stopped in the middle of nowhere, for no reason, beside a field of hares. Nobody minded.
    1: I was in the second carriage. Somebody passed plums along.
    2: I was the guard. There was a reason. I wanted to see the hares.
      moss: I thought so. You had your cap off.
        hare: That was our annual meeting. You were very quiet, thank you. We noted it in the minutes.

  # trains
  1: A man got on with a grandfather clock, sat it by the window, and told it the names of the stations.
    snail: Did it strike?
      1: At every one. A bit late. Like the train.
    juniper: I hope that somebody does that for me one day. Window seat, facing forward.

  # weather
  juniper: My left knee says rain, my right knee says sun, and the paper says "outlook uncertain". I back the left.
    hare: The swifts say sun.
      juniper: The swifts have no knees.
    1: It is raining on one half of Thimble Lane. I am standing in the middle with one wet arm.
      juniper: Which arm?
        1: Left.
          juniper: Thank you. That is all I wanted to know.
    heron: I have been wet since Tuesday, and I enjoy it.

  # weather warm
  hare: Too hot to run. I walked quickly and glared.
    toad: I have put my hat in the freezer. I can recommend it, and the peas enjoy the company.
    clover: There is a bucket by our gate for dogs and feet. Dogs first.

  # garden 265m
  maple (picture mint): For the record, this is the windowsill. It used to have a window.
    fern: I count thirty-eight. Where are the other two?
      maple: One is in the tea. One is in the cat.
    moss: The third from the left is not mint. It is only pretending, and doing it very well.
      maple: We all know. We say nothing. It has tried so hard.
    juniper: I could get gin to agree with at least six of these.

  # cats 1910m
  maple: The cat has brought me a gift. It is alive, it is a sock, it is not ours.
    badger: Is it grey, with a hole that looks like Portugal?
      maple: It is. It does.
        badger: He may keep it. I have had a good life with it, and it is time.
    wren: "It is alive" is doing a great deal of work in that sentence.
      maple: There was a beetle in it. The beetle is fine. He has been shown to the garden.

  # neighbours 2900m
  maple (for followers): I am having people in on Friday. I have one chair. Bring what you like to sit on.
    otter: I bring the bench from the boat. It is only a bit wet.
    clover: I bring the piano stool. It goes up and down, so nobody need quarrel.
    finch: I bring a loaf, and sit on the floor, near the loaf.

  # cinema
  poppy (note The film at the Lantern, and how it ends): So it was the postman, all along, and he had kept every one of the letters.
    1: I knew it at the stamp.
      poppy: You did not. You screamed.
        1: I screamed knowingly.
    fox: I have been twice. The second time, I watched only the postman. He knows from the first minute. It is all in his hands.
      poppy: Then I must go again. Row F?
        fox: By the pillar. I bring the toffees.

  # bread 580m
  finch (picture loaf): This one has come out with a smile. I cannot sell it. I have put it in the window, to look at people.
    clover: I walked past twice for it. I was late for the dentist, and told her why, and now she has gone.
    1: My little one waved at it. She says that it waved back.
      finch: It did. It has its good side to the street.
    toad: When the day comes, I should like to be there, with butter and a few words.

  # river 700m
  otter (picture harbour): Harbour at dusk. Somebody was playing the accordion on the blue boat and would not be thanked.
    poppy: He never will be. Leave a bun on the rope.
      otter: I left two. One had gone by the time I had tied up.
    heron: It is all in tune with the masts, if you stand where I stand.

  # garden
  1: The council has asked what we want in place of the broken fountain. I have said: the broken fountain.
    fern: There are ferns in it now. There is a newt.
      newt: There are two of us. We have sent in a letter.
    owl: They have asked for it in threes, with a stamp. I have lent them the stamp.
    juniper: Put me down for the newts.
`;
