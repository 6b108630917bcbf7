import type { Level } from './traits';

/**
 * Sentence templates. A slot in braces is filled with a synonym, a fact, or a word for a trait: {adj}, {noun}, {image},
 * {more} for the first trait of the sentence, {adj2}, {noun2} for the second, {tea} for another tea that the person
 * reviewed before and that differs in the trait. Sentences begin in lower case here; articles are put right later. Long,
 * because it is a list, and sentences are compared with each other as they are written.
 */
export type Template = string;

/** What the words of a sentence say of the trait. Without a verdict only the person's history tells what is meant. */
export type Verdict = 'praise' | 'complaint' | 'none';

/** Sentences on one trait. Those on an absent trait deny it. */
export const TRAIT_SENTENCES: Readonly<Record<Level, Readonly<Record<Verdict, readonly Template[]>>>> = {
  strong: {
    praise: [
      '{very} {adj}, and that is exactly what I hope for.',
      'the {noun} is {lovely}.',
      'I keep coming back for the {noun}.',
      'such {lovely} {noun}.',
      'it reminds me of {image}, in the best way.',
      '{lovely} {noun} in every single cup.',
      'proudly {adj}, which suits me {perfectly}.',
      'this is the {adj} {kind} I have been looking for.',
      'wonderfully {adj}; more of this, please.',
      'what a {adj} {cup}, I am sold.',
      '{plenty} of {noun}, just as I like it.',
      'the {noun} won me over {soon}.',
      'if you like {noun}, as I do, this is for you.',
      '{more} than {tea}, and all the better for it.',
      'it smells of {image}, and I could not be happier.',
      'finally a {kind} that dares to be {adj}.',
      'close your eyes and think of {image}: {lovely}.',
      'like {image} in a {cup}, and I mean that as praise.',
    ],
    complaint: [
      'far too {adj} for me.',
      'the {noun} {spoils} it.',
      'too much {noun} for my taste.',
      'it reminds me of {image}, and not in a good way.',
      'all I get is {noun}, and I cannot warm to it.',
      'so {adj} that I {gaveup}.',
      '{very} {adj}; that is simply not my thing.',
      'I wish it were not so {adj}.',
      'the {noun} drowns everything else.',
      'I struggle with {noun}, and there is {plenty} of it here.',
      '{more} than {tea}, sadly.',
      'somebody put {image} in my {cup}, or so it seems.',
      'it is like drinking {image}.',
      'close to {image}, which I never asked for.',
      'people who enjoy {noun} will be happier with it than I am.',
    ],
    none: [
      '{very} {adj}.',
      '{plenty} of {noun}.',
      'there is {noun} from start to finish.',
      'a {adj} {kind}, no doubt about it.',
      'mostly {noun}, then something like {image}.',
      'it smells of {image}.',
      '{more} than {tea}.',
      'a {kind} on the {adj} side.',
      'the {noun} is hard to overlook.',
      'I tasted {noun} before anything else.',
      'the first thing I notice is how {adj} it is.',
      'the {noun} comes first and stays.',
      'somewhere between {noun} and {image}.',
    ],
  },
  faint: {
    praise: [
      'a hint of {noun}, and I would gladly have more.',
      'gently {adj}, which I enjoy.',
      'a whisper of {noun}, and a welcome one.',
      'the little {noun} there is suits me well.',
      'only a little {noun}, but what there is of it is {lovely}.',
      'a soft touch of {noun} in the background, {lovely}.',
      'slightly {adj}; a little more of that and I would be in heaven.',
    ],
    complaint: [
      'a trace of {noun} that I could do without.',
      'slightly {adj}, which I can live with.',
      'a little {noun} crept in, and I notice it every time.',
      'some {noun}, more is the pity.',
      'there is some {noun}, luckily only a little.',
      'a hint of {noun} bothers me more than it should.',
      'a touch more {adj} than I would like.',
    ],
    none: [
      'a hint of {noun}.',
      'barely {adj}.',
      'a whisper of {noun} at the end.',
      'some {noun} if you look for it.',
      'slightly {adj}.',
      'somewhere in the back there is a little {noun}.',
      'a faint echo of {image}.',
    ],
  },
  absent: {
    praise: [
      'not {adj} at all, thank goodness.',
      'no {noun}, which is just how I like it.',
      'for once a {kind} without {noun}, hooray.',
      'it is never {adj}, and I am grateful for that.',
      'there is no {noun} to fight through, what a relief.',
      'not a trace of {noun}, {lovely}.',
      'no {noun}: somebody listened to people like me.',
      'a {kind} can be good without {noun}, and here is the proof.',
      'not {adj}, so I could enjoy the rest in peace.',
      'I feared the worst, but it is not {adj} at all.',
      'without {noun} I can drink it all day.',
      "happily, it isn't {adj}.",
      'less {adj} than {tea}, which makes it much easier to love.',
    ],
    complaint: [
      'not {adj} at all, which is a pity.',
      'I miss something: there is no {noun} in it.',
      'no {noun} anywhere, and I did look for it.',
      'without {noun} it leaves me cold.',
      "it isn't {adj} enough for me; in fact, I find no {noun}.",
      'I hoped in vain: no {noun}.',
      'sadly not {adj}.',
      'no {noun}, no matter how long I let it steep, and that is why I bought it.',
      'a {kind} that is not {adj} is only half a {kind} to me.',
      'never {adj}, not even in the second pot, and that is what I wanted.',
      'with no {noun} to speak of, it bores me.',
      'nice manners, but not {adj}, and so it passes me by.',
      'less {adj} than {tea}, and duller for it.',
    ],
    none: [
      'not {adj} at all.',
      'no {noun}.',
      'no {noun} here.',
      "it isn't {adj}.",
      'there is no {noun} in it.',
      'not a trace of {noun}.',
      'not what I would call {adj}.',
      'no {noun} in the first {cup}, no {noun} in the second.',
      'less {adj} than {tea}.',
    ],
  },
};

/** Sentences on two traits, by what is said of the first and of the second. */
export const PAIR_SENTENCES: readonly {
  readonly levels: readonly [Level, Level];
  readonly verdicts: readonly [Verdict, Verdict];
  readonly templates: readonly Template[];
}[] = [
  {
    levels: ['strong', 'strong'],
    verdicts: ['praise', 'praise'],
    templates: [
      '{adj} and {adj2}, just my kind of {kind}.',
      '{noun} and {noun2} together: {lovely}.',
      'I love how the {noun} meets the {noun2}.',
    ],
  },
  {
    levels: ['strong', 'strong'],
    verdicts: ['praise', 'complaint'],
    templates: [
      'the {noun} is {lovely}, but the {noun2} {spoils} it.',
      'I came for the {noun} and put up with the {noun2}.',
      '{lovely} {noun}, though it is too {adj2} for me.',
      'I would love the {noun} if only there were not so much {noun2}.',
    ],
  },
  {
    levels: ['strong', 'strong'],
    verdicts: ['complaint', 'complaint'],
    templates: [
      '{adj} and {adj2}, two things I can do without.',
      'between the {noun} and the {noun2} there is little left for me.',
    ],
  },
  {
    levels: ['strong', 'absent'],
    verdicts: ['praise', 'praise'],
    templates: [
      '{adj} but not {adj2}, just how I like it.',
      'all the {noun} I want and no {noun2}.',
      '{lovely} {noun}, and not a trace of {noun2} to get in its way.',
    ],
  },
  {
    levels: ['strong', 'absent'],
    verdicts: ['praise', 'complaint'],
    templates: [
      '{adj}, but not {adj2}: half of what I look for.',
      'I do enjoy the {noun}, yet without {noun2} something is missing.',
    ],
  },
  {
    levels: ['strong', 'absent'],
    verdicts: ['complaint', 'complaint'],
    templates: [
      'too {adj}, and no {noun2} to make up for it.',
      'I got {noun} and no {noun2}, the wrong way round for me.',
    ],
  },
  {
    levels: ['strong', 'absent'],
    verdicts: ['complaint', 'praise'],
    templates: [
      'too {adj}, but at least not {adj2}.',
      'no {noun2}, which is good, but far too much {noun}, which is not.',
    ],
  },
];

export const VERDICT_SENTENCES = {
  high: [
    'one of my favourites this {season}.',
    'I have ordered a second bag already.',
    'my {cup} was empty before I knew it.',
    'this one stays on my shelf.',
    'I would serve it to anyone I like.',
    'hard to find fault with it.',
    'it made my {moment}.',
    'the best {kind} I have had in a while.',
    'well done, whoever picked these leaves.',
    'I caught myself smiling.',
    'please never stop making it.',
    'I have been telling everybody about it.',
  ],
  middle: [
    'pleasant enough, but I will not hurry back.',
    'a decent {kind} for a slow {moment}.',
    'I have had better and I have had worse.',
    'fine for every day.',
    'it does its job.',
    'I cannot quite make up my mind about it.',
    'I would drink it again if somebody offered.',
    'neither a hit nor a miss.',
    'it passed the time.',
    'ordinary, in an agreeable way.',
  ],
  low: [
    'I gave the rest of the bag away.',
    'one {cup} was enough.',
    'not for me, I am afraid.',
    'I will not buy it again.',
    'my guests left it standing, and so did I.',
    'a disappointment.',
    'I could not finish the pot.',
    'money I should have kept.',
    'we did not become friends.',
    'I expected more from it.',
    'the plants by the window got the second half.',
  ],
};

/** On one rated aspect, {aspect}, with a word of praise {good} or of blame {poor}; mixed ones praise the first of two. */
export const ASPECT_SENTENCES = {
  good: [
    'the {aspect} is {good}.',
    'a {good} {aspect}.',
    'I was taken with the {good} {aspect}.',
    'what stands out is the {good} {aspect}.',
    '{good} {aspect}, too.',
  ],
  poor: [
    'the {aspect} is {poor}.',
    'a {poor} {aspect}.',
    'the {poor} {aspect} lets it down.',
    'what disappoints is the {poor} {aspect}.',
    'if only the {aspect} were not so {poor}.',
  ],
  mixed: [
    'a {good} {aspect}, but the {aspect2} is {poor2}.',
    '{good} {aspect} but {poor2} {aspect2}.',
    'the {aspect2} is {poor2}, though the {aspect} is {good}.',
    'it has a {good} {aspect} and, sadly, a {poor2} {aspect2}.',
    'a {poor2} {aspect2} takes away what the {good} {aspect} gives.',
  ],
};

/** On how the tea was made; they open a review. */
export const OPENINGS: readonly Template[] = [
  'brewed for {minutes} minutes at {degrees} degrees, as the packet says.',
  'I had this {kind} on a {weather} {moment}.',
  'I shared a pot with my {friend}.',
  'tried it twice before writing this.',
  'my first {kind} from {origin}.',
  'another {kind} from {origin}.',
  'a friend brought me a sample of it.',
  'I brewed it a little longer than I should have.',
  'I drank it plain, as always.',
  'a small pot after {meal}.',
  'I took it to work in a flask.',
  'my {friend} picked this one for me.',
  'one of three samples I ordered.',
  'this was my {moment} {cup} for a week.',
  'I make this one with {degrees} degree water, {minutes} minutes, no sugar.',
  'bought on a whim.',
  'I had read about {origin} and wanted to know.',
  'we drank it on the balcony.',
  'I was late to try this one.',
];

/** Nothing to do with the tea. */
export const OFF_TOPIC: readonly Template[] = [
  'the parcel took {days} days.',
  'the courier left it with the neighbours again.',
  'the bag would not close properly.',
  'the box arrived dented.',
  'it has been raining all week.',
  'the tin is too pretty to throw away.',
  'my kettle is on its last legs.',
  'the shop answered my question within the hour.',
  'the cat knocked over the first {cup}.',
  'delivery was quick.',
  'they sent a handwritten card along.',
  'I really should tidy this kitchen.',
  'the label is hard to read without glasses.',
  'it snowed while I was writing this.',
  'the postage cost nearly as much.',
  'next time I will order with a friend.',
];

/** Slot → what may stand there. */
export const SYNONYMS: Readonly<Record<string, readonly string[]>> = {
  very: ['very', 'really', 'remarkably', 'decidedly', 'seriously'],
  lovely: ['lovely', 'wonderful', 'beautiful', 'splendid', 'gorgeous', 'superb'],
  plenty: ['plenty', 'heaps', 'a good deal', 'lots'],
  perfectly: ['perfectly', 'down to the ground', 'very well'],
  soon: ['at once', 'by the second cup', 'within minutes'],
  spoils: ['spoils', 'ruins', 'gets in the way of', 'takes over and spoils'],
  gaveup: ['left half of it', 'gave up after one cup', 'added milk, which I never do'],
  cup: ['cup', 'mug', 'pot', 'cup'],
  moment: ['morning', 'afternoon', 'evening', 'Sunday'],
  weather: ['rainy', 'grey', 'cold', 'bright', 'windy'],
  season: ['season', 'year', 'month'],
  friend: ['sister', 'neighbour', 'colleague', 'father', 'flatmate'],
  meal: ['lunch', 'dinner', 'breakfast'],
  days: ['three', 'nine', 'twelve', 'four'],
};
