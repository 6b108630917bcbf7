import type { Gate, Modality, Side } from '../vocabulary';

/**
 * What the page may say of the log, and the engine too. People and items are named by their ids in the source data;
 * `new-1`, `new-2`, … are new people who start from the initial state u_0.
 */

/** A review that somebody wrote on the page, appended after the bundle's own log. Every modality is optional. */
export interface SimulatedInteraction {
  /** Unique within a log, e.g. `s1`. */
  readonly key: string;
  readonly person: string;
  readonly item: string;
  /** Overall rating in rating units. */
  readonly rating: number | null;
  /** One entry per aspect of the data set, in its order. */
  readonly aspects: readonly (number | null)[];
  /** Review text; empty when absent. */
  readonly text: string;
}

/** A change of the model itself, or of the order of everything; null gives back what was there. */
export type AlteringEdit =
  /** Holds a gate at a value in every interaction: of the cell of people, of that of items, or of both. */
  | {
      readonly edit: 'freeze';
      readonly side: Side | 'both';
      readonly gate: Gate;
      readonly to: 0 | 1 | null;
    }
  /** Holds a dimension of every state of a side, the initial one too, at a value from −1 to 1. */
  | { readonly edit: 'clamp'; readonly side: Side; readonly d: number; readonly to: number | null }
  /** Each cell sees the initial state where it would see that of the counterpart. */
  | { readonly edit: 'counterpart'; readonly with: 'initial' | null }
  /** All interactions so far in the order that a seed gives; later ones come after them. */
  | { readonly edit: 'shuffle'; readonly seed: number | null };

/** A change of history. Keys name interactions: `b<row>` the bundle's own, simulated keys the others. */
export type Edit =
  | { readonly edit: 'delete'; readonly key: string }
  /** To just before (−1) or after (1) the next interaction of the same person, or of the same item. */
  | { readonly edit: 'move'; readonly key: string; readonly by: -1 | 1; readonly side: Side }
  /** Other ratings; another text, or null to keep the one there is. */
  | {
      readonly edit: 'change';
      readonly key: string;
      readonly rating: number | null;
      readonly aspects: readonly (number | null)[];
      readonly text: string | null;
    }
  /** Takes a modality from one interaction, or with a null key from all, as if nobody had ever given it; or gives it back. */
  | {
      readonly edit: 'mute';
      readonly key: string | null;
      readonly modality: Modality;
      readonly muted: boolean;
    }
  | AlteringEdit;

export type LogEntry = SimulatedInteraction | Edit;

/**
 * Simulated interactions and edits in the order in which they were made, never changed, only added to. The engine's
 * answer is a function of this and no more.
 */
export type SimulatedLog = readonly LogEntry[];

/** A log, and a moment of it just after the interaction of a key; null for the present. */
export interface Place {
  readonly log: SimulatedLog;
  readonly at: string | null;
}

/** Why an entry of a log cannot be taken. */
export interface EntryProblem {
  /** Its index in the log. */
  readonly entry: number;
  readonly field: string;
  readonly what: string;
}
