import { loaded } from '../../data/bundle';
import { feedbackTensors, fuseFeatures, toFeedbackBatch } from '../../model/features';
import { encodeText, padTokens, toldRatings } from '../../model/text';
import { concat, reshape, slice, type Tensor2D, tensor2d, tidy } from '../../model/tf';
import { type Tones, tonesOf } from '../../model/tones';
import type { Brain } from './brain';
import type { Catalogue } from './catalogue';
import { Lru } from './lru';
import { type PreparedText, prepareText } from './readText';
import { type Given, type Scenario, STORED } from './scenario';

/** What the feature layer makes of an interaction that the bundle does not hold as it is. */
export interface Reading {
  /** x_τ [D] */
  readonly x: Float32Array;
  /** The words, and α over them [padded length]; null without words. */
  readonly text: PreparedText | null;
  readonly attention: Float32Array | null;
  /** Rating that the text tells alone; NaN without text. */
  readonly told: number;
  /** Tones of its words; none without words. */
  readonly tones: Tones;
}

/** Readings kept: an edited or undone review is read again at once. */
const KEPT = 4096;
/** Interactions that are read together at most. */
const TOGETHER = 64;

interface Waiting {
  readonly key: string;
  readonly given: Given;
  readonly stored: Float32Array | null;
  readonly text: PreparedText | null;
}

/** Reads added and changed interactions, each once, many at a time. */
export class Readings {
  private readonly held = new Lru<string, Reading>(KEPT);

  constructor(
    private readonly brain: Brain,
    private readonly catalogue: Catalogue,
  ) {}

  /** The readings of some rows of a scenario. */
  async of(scenario: Scenario, rows: readonly number[]): Promise<Map<number, Reading>> {
    const keys = rows.map((row) => scenario.content(row));
    const found = new Map<string, Reading>();
    const waiting = new Map<string, Waiting>();
    rows.forEach((row, k) => {
      const held = this.held.get(keys[k]);
      if (held) found.set(keys[k], held);
      else if (!waiting.has(keys[k])) waiting.set(keys[k], this.ready(scenario, row, keys[k]));
    });
    // Of one padded length together; without words, in lots of their own.
    const lots = new Map<number, Waiting[]>();
    for (const one of waiting.values()) {
      const length = one.text?.batch.length ?? 0;
      lots.set(length, [...(lots.get(length) ?? []), one]);
    }
    for (const lot of lots.values())
      for (let from = 0; from < lot.length; from += TOGETHER) {
        const part = lot.slice(from, from + TOGETHER);
        const readings = await this.read(part);
        part.forEach(({ key }, k) => {
          found.set(key, readings[k]);
          this.held.set(key, readings[k]);
        });
      }
    return new Map(rows.map((row, k) => [row, found.get(keys[k]) as Reading]));
  }

  private ready(scenario: Scenario, row: number, key: string): Waiting {
    const given = scenario.given(row);
    const E = this.brain.config.embedSize;
    const stored = given.text === STORED;
    return {
      key,
      given,
      stored: stored ? loaded(this.catalogue.bundle.textVectors).subarray(row * E, (row + 1) * E) : null,
      text: typeof given.text === 'string' ? prepareText(this.catalogue, given.text) : null,
    };
  }

  /** All of one padded length, or all without words; a single read-back at the end. */
  private async read(lot: readonly Waiting[]): Promise<Reading[]> {
    const { config, weights } = this.brain;
    const { stateSize: D, embedSize: E } = config;
    const length = lot[0].text?.batch.length ?? 0;
    // Their sentences behind the texts: of all is read what they tell alone.
    const units = lot.flatMap(({ text }) => text?.units ?? []);
    const all = tidy(() => {
      const read = [...lot.map(({ text }) => text?.ids ?? []), ...units];
      const encoded = length > 0 ? encodeText(weights, config, padTokens(read, length)) : null;
      const stored = new Float32Array(encoded ? 0 : lot.length * E);
      if (!encoded)
        lot.forEach((one, k) => {
          if (one.stored) stored.set(one.stored, k * E);
        });
      const feedback = toFeedbackBatch(
        config,
        lot.map((one) => one.given),
        lot.map((one) => one.text !== null || one.stored !== null),
      );
      const vectors = encoded?.vector ?? tensor2d(stored, [lot.length, E]);
      const texts = units.length > 0 ? (slice(vectors, [0, 0], [lot.length, E]) as Tensor2D) : vectors;
      const x = fuseFeatures(weights, texts, ...feedbackTensors(config, feedback));
      const told = toldRatings(weights, config, vectors);
      const parts = encoded ? [x, told, encoded.attention] : [x, told];
      return concat(
        parts.map((part) => reshape(part, [part.size])),
        0,
      );
    });
    const values = (await all.data()) as Float32Array;
    all.dispose();
    const told = values.subarray(lot.length * D);
    const attention = told.subarray(lot.length + units.length);
    let next = lot.length;
    return lot.map(({ text, stored }, k) => {
      const own = text?.units ?? [];
      const first = next;
      next += own.length;
      return {
        x: values.slice(k * D, (k + 1) * D),
        text,
        attention: text && attention.slice(k * length, (k + 1) * length),
        told: text || stored ? told[k] : Number.NaN,
        tones: tonesOf(own, told.subarray(first, next), config),
      };
    });
  }
}
