import type { MetricsRow } from '../data/manifest';

/** What an evaluation measures here, by the names that the manifest has for it. */
export const TEST_FIGURES = {
  mae: 'mae',
  rmse: 'rmse',
  ndcg10: 'ndcg@10',
  catalogueNdcg10: 'catalogue/ndcg@10',
  catalogueRecall10: 'catalogue/recall@10',
  coverage10: 'coverage@10',
  overlap10: 'overlap@10',
} as const satisfies Record<string, keyof MetricsRow>;

export type TestFigure = keyof typeof TEST_FIGURES;

/** Those that open; the overlap of lists is a mean over thousands of pairs of them. */
export const FIGURES_OPENED = [
  'mae',
  'rmse',
  'ndcg10',
  'catalogueNdcg10',
  'catalogueRecall10',
  'coverage10',
] as const satisfies readonly TestFigure[];
export type FigureOpened = (typeof FIGURES_OPENED)[number];

/** Null where it cannot be measured, or was not. */
export type TestFigures = { readonly [figure in TestFigure]: number | null };

/** What the manifest says of a model. */
export const figuresOf = (row: MetricsRow): TestFigures =>
  Object.fromEntries(
    Object.entries(TEST_FIGURES).map(([figure, name]) => [figure, row[name] ?? null]),
  ) as TestFigures;
