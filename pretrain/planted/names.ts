const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** The made-up people. */
export const NAMES: readonly string[] = words(`
Ada Aiko Alma Amara Anouk Anselm Arjun Astrid Aysel Basil Bela Bo Bruna Callum Carys Chidi Clio Dara Davor Dilys
Edda Eero Elif Emeka Enzo Esme Farid Fenna Fleur Gita Goran Greta Hana Hugo Ilse Imani Ines Ivo Jana Joaquin
Jonas Juno Kaito Kamal Kirsi Lars Leila Linus Lotte Luca Maeve Malik Marta Mei Milan Nadia Nils Noor Odile Okan
Olga Oskar Pavel Petra Quinn Rafa Rhea Rosa Samir Saskia Sven Tala Teo Thandi Ulla Vera Wim Yara Yusuf Zoe
`);

/** First and second words of tea names. None of them expresses a trait or an aspect. */
export const TEA_NAMES = {
  first: words(`
    Copper Winter Quiet Seventh Northern Patient Wandering Midnight Little Silver Second Distant Sunday Lucky Sleepy
    Marble Paper Hidden Crooked Faraway
  `),
  second: words(`
    Heron Ledger Ferry Harbour Lantern Compass Magpie Staircase Lighthouse Almanac Kite Courier Fiddle Weaver Otter
    Sonata Postbox Canal Umbrella Tram Observatory Bridge Sparrow Cartographer
  `),
};

/** Growing regions of no real map. */
export const ORIGINS: readonly string[] = [
  'Upper Sellen',
  'Tavi Hills',
  'Orrin Valley',
  'Lake Issen',
  'Kessar Coast',
  'Mirandel',
  'Low Varro',
];
