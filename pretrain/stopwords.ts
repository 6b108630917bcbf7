/** Function words and bookkeeping of reviews: they carry attention, but say nothing about a person or an item. */
const WORDS = `
a about above after again against ago all almost alone along already also although always am among an and another any
anybody anyone anything anyway are aren't around as aside at away back be became because become been before behind being
below beside besides best better between beyond both but by came can can't cannot could couldn't did didn't do does doesn't
doing don't done dont down due during each either else enough especially etc even ever every everyone everything except far
few first five for four from front further gave get gets getting give given gives giving go goes going gone got had hadn't
has hasn't have haven't having he he's her here here's hers herself him himself his how however i i'd i'll i'm i've if im in
indeed instead into is isn't it it's its itself ive just keep kind knew know known last least left less let lets like liked
likes look looked looking looks lot lots made mainly make makes making many may maybe me mean might mine more most mostly
much must my myself near nearly need needs neither never next no nobody none nor not nothing now o of off often oh ok okay
on once one ones only onto or other others otherwise our ours ourselves out over overall own part per perhaps pretty probably
put quite rather re really regarding s said same saw say says second see seem seemed seems seen several shall she should
shouldn't show side since six so some somebody somehow someone something sometimes somewhat somewhere soon still such sure t
take taken takes ten than thank thanks that that's thats the their theirs them themselves then there there's therefore these
they they're thing things think third this those though thought three through throughout thus to today together too took
toward towards tried try trying turn turned twice two type under until up upon us use used uses using usually ve very via
want wanted was wasn't way we we'll we're we've well went were weren't what what's when where whether which while who whole
whose why will with within without won't would wouldn't x year years yes yet you you'd you'll you're you've your yours
rated rating review reviewed reviews sample sampled sampling
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(WORDS.split(/\s+/).filter(Boolean));
