import { type Random, random } from '../random';
import { ORIGINS, TEA_NAMES } from './names';
import { between, chance, pick, round3 } from './sampling';
import { ASPECTS, type Aspect, forTraits, type Level, TRAITS, type Trait, type TraitVector } from './traits';

/** What is known of a tea openly. */
export interface TeaFacts {
  readonly name: string;
  readonly kind: string;
  readonly origin: string;
  readonly strength: string;
  readonly brewing: string;
}

/** A made-up tea. What the model never sees and the truth file tells. */
export interface Tea {
  readonly id: string;
  readonly facts: TeaFacts;
  readonly minutes: number;
  readonly degrees: number;
  readonly levels: Readonly<Record<Trait, Level>>;
  /** Intensity of each trait, 0 to 1. */
  readonly traits: TraitVector;
  /** Added to every overall rating. */
  readonly quality: number;
  /** Added to every rating of the aspect. */
  readonly merits: Readonly<Record<Aspect, number>>;
}

interface Kind {
  readonly name: string;
  readonly count: number;
  readonly degrees: number;
  readonly minutes: readonly [number, number];
  /** Probability of a strong trait; what is not named is rare. */
  readonly strong: Partial<TraitVector>;
}

const KINDS: readonly Kind[] = [
  {
    name: 'Black',
    count: 15,
    degrees: 95,
    minutes: [3, 5],
    strong: { malty: 0.75, astringent: 0.45, smoky: 0.4, fruity: 0.25, spicy: 0.25 },
  },
  {
    name: 'Green',
    count: 14,
    degrees: 75,
    minutes: [1, 3],
    strong: { grassy: 0.8, astringent: 0.45, floral: 0.3, smoky: 0.15 },
  },
  {
    name: 'Oolong',
    count: 11,
    degrees: 90,
    minutes: [2, 4],
    strong: { floral: 0.6, fruity: 0.5, malty: 0.25, smoky: 0.25, grassy: 0.2 },
  },
  {
    name: 'Herbal',
    count: 8,
    degrees: 100,
    minutes: [5, 8],
    strong: { spicy: 0.7, fruity: 0.5, floral: 0.35, grassy: 0.3 },
  },
  {
    name: 'White',
    count: 6,
    degrees: 80,
    minutes: [3, 5],
    strong: { floral: 0.6, fruity: 0.5, grassy: 0.4 },
  },
  {
    name: 'Pu-erh',
    count: 6,
    degrees: 100,
    minutes: [2, 4],
    strong: { earthy: 0.95, smoky: 0.4, malty: 0.35, spicy: 0.2 },
  },
];

const RARE = 0.08;
const FAINT = 0.22;

const INTENSITY: Readonly<Record<Level, readonly [number, number]>> = {
  strong: [0.7, 1],
  faint: [0.25, 0.4],
  absent: [0, 0.06],
};

const STRENGTHS = ['Light', 'Medium', 'Strong'];

export function makeTeas(seed: number): Tea[] {
  const naming = random(seed, 'planted', 'tea names');
  const taken = new Set<string>();
  return KINDS.flatMap((kind) =>
    Array.from({ length: kind.count }, () => {
      const name = newName(naming, taken);
      return makeTea(random(seed, 'planted', 'tea', name), name, kind);
    }),
  );
}

/** A name that is not taken. Its second word stands in three names at most, so that teas are easy to tell apart. */
function newName(source: Random, taken: Set<string>): string {
  for (;;) {
    const second = pick(source, TEA_NAMES.second);
    const name = `${pick(source, TEA_NAMES.first)} ${second}`;
    const alike = [...taken].filter((other) => other.endsWith(second)).length;
    if (taken.has(name) || alike >= 3) continue;
    taken.add(name);
    return name;
  }
}

function makeTea(source: Random, name: string, kind: Kind): Tea {
  const levels = makeLevels(source, kind);
  const quality = round3(0.32 * source.normal());
  const minutes = Math.round(between(source, ...kind.minutes));
  return {
    id: name.toLowerCase().replace(' ', '-'),
    facts: {
      name,
      kind: kind.name,
      origin: pick(source, ORIGINS),
      strength: pick(source, STRENGTHS),
      brewing: `${minutes} min at ${kind.degrees} °C`,
    },
    minutes,
    degrees: kind.degrees,
    levels,
    traits: forTraits((trait) => round3(between(source, ...INTENSITY[levels[trait]]))),
    quality,
    merits: Object.fromEntries(
      ASPECTS.map((aspect) => [aspect, round3(0.6 * quality + 0.5 * source.normal())]),
    ) as Record<Aspect, number>,
  };
}

/** Draws until the tea has a character: one to four strong traits. */
function makeLevels(source: Random, kind: Kind): Record<Trait, Level> {
  for (;;) {
    const levels = Object.fromEntries(
      TRAITS.map((trait): [Trait, Level] => [
        trait,
        chance(source, kind.strong[trait] ?? RARE) ? 'strong' : chance(source, FAINT) ? 'faint' : 'absent',
      ]),
    ) as Record<Trait, Level>;
    const strong = TRAITS.filter((trait) => levels[trait] === 'strong').length;
    if (strong >= 1 && strong <= 4) return levels;
  }
}

/** Mean intensity of each trait over the teas: what a person compares with. */
export const usualTraits = (teas: readonly Tea[]): TraitVector =>
  forTraits((trait) => round3(teas.reduce((sum, tea) => sum + tea.traits[trait], 0) / teas.length));
