import { CELLS, symbolText } from '../../engine/equations';
import type { Station } from '../../session/microscope';
import type { Side } from '../../vocabulary';
import { STATION_NAMES } from './stations';

/** A station where it stands in the picture. */
export interface Box {
  readonly station: Station;
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly hue?: Hue;
}

type Hue = 'person' | 'item';

/** Where everything stands in a picture of one update. */
export interface Layout {
  readonly size: { readonly width: number; readonly height: number };
  /** How high a box is. */
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly cells: readonly {
    readonly side: Side;
    readonly hue: Hue;
    readonly x: number;
    readonly y: number;
  }[];
  readonly cell: { readonly width: number; readonly height: number };
  /** From the edge of one box to that of another. */
  readonly arrows: readonly string[];
  /** What the cells see of each other, u of the person and i of the item: where the letter stands. */
  readonly exchanged: { readonly u: Point; readonly i: Point };
}

type Point = readonly [x: number, y: number];

const READING = ['words', 'context', 'attention', 'text'] as const;
const GATES = ['reset', 'update', 'candidate', 'next'] as const;
const RATINGS = 'Ratings, given or not';

const gatesIn = (
  { side, hue, x, y }: Layout['cells'][number],
  at: (k: number) => Point,
  width: number,
): Box[] =>
  GATES.map((station, k) => ({
    station,
    label: symbolText(CELLS[side][station].of),
    x: x + at(k)[0],
    y: y + at(k)[1],
    width,
    hue,
  }));

const ACROSS = [
  { side: 'user', hue: 'person', x: 596, y: 6 },
  { side: 'item', hue: 'item', x: 596, y: 112 },
] as const;

/** From left to right. */
export const WIDE: Layout = {
  size: { width: 1052, height: 196 },
  height: 34,
  cells: ACROSS,
  cell: { width: 338, height: 78 },
  boxes: [
    ...READING.map((station, k) => ({
      station,
      label: STATION_NAMES[station],
      x: k * 118,
      y: 28,
      width: 98,
    })),
    { station: 'feedback', label: RATINGS, x: 236, y: 134, width: 216 },
    { station: 'fusion', label: 'Features x', x: 480, y: 81, width: 88 },
    ...ACROSS.flatMap((cell) => gatesIn(cell, (k) => [14 + k * 80, 34], 70)),
    { station: 'score', label: STATION_NAMES.score, x: 962, y: 28, width: 90 },
    { station: 'choice', label: STATION_NAMES.choice, x: 962, y: 134, width: 90 },
  ],
  arrows: [
    'M98 45H114',
    'M216 45H232',
    'M334 45H350',
    'M452 45C470 45 462 92 476 92',
    'M452 151C470 151 462 104 476 104',
    'M568 92C584 92 580 57 592 57',
    'M568 104C584 104 580 163 592 163',
    'M934 45H958',
    'M934 57C950 57 944 139 958 139',
    'M934 139C950 139 944 57 958 57',
    'M934 151H958',
    'M750 84V108',
    'M780 112V88',
  ],
  exchanged: { u: [738, 102], i: [786, 102] },
};

const DOWN = [
  { side: 'user', hue: 'person', x: 1, y: 318 },
  { side: 'item', hue: 'item', x: 185, y: 318 },
] as const;

/** From top to bottom, as wide as a phone, boxes as large as a finger. */
export const TALL: Layout = {
  size: { width: 340, height: 536 },
  height: 44,
  cells: DOWN,
  cell: { width: 154, height: 136 },
  boxes: [
    ...READING.map((station, k) => ({
      station,
      label: STATION_NAMES[station],
      x: 1,
      y: 1 + k * 60,
      width: 154,
    })),
    { station: 'feedback', label: RATINGS, x: 185, y: 181, width: 154 },
    { station: 'fusion', label: 'Features x', x: 93, y: 249, width: 154 },
    ...DOWN.flatMap((cell) => gatesIn(cell, (k) => [8 + (k % 2) * 71, 32 + Math.floor(k / 2) * 52], 67)),
    { station: 'score', label: STATION_NAMES.score, x: 1, y: 490, width: 154 },
    { station: 'choice', label: STATION_NAMES.choice, x: 185, y: 490, width: 154 },
  ],
  arrows: [
    'M78 45V57',
    'M78 105V117',
    'M78 165V177',
    'M78 225C78 240 150 232 150 245',
    'M262 225C262 240 190 232 190 245',
    'M150 293C150 308 78 300 78 314',
    'M190 293C190 308 262 300 262 314',
    'M78 454V486',
    'M262 454V486',
    'M110 454C110 474 230 466 230 486',
    'M230 454C230 474 110 466 110 486',
    'M155 378H181',
    'M185 400H159',
  ],
  exchanged: { u: [165, 370], i: [165, 416] },
};
