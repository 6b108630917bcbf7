import type { MetricsRow } from '../src/data/manifest';

const COLUMNS = [
  'mae',
  'rmse',
  'ndcg@10',
  'catalogue/ndcg@10',
  'catalogue/recall@10',
  'coverage@10',
  'overlap@10',
] as const;

/** A metrics table for the terminal. */
export function table(rows: readonly MetricsRow[]): string {
  const cells = [
    ['model', ...COLUMNS, 'n'],
    ...rows.map((row) => [row.model, ...COLUMNS.map((c) => row[c]?.toFixed(4) ?? '–'), String(row.n)]),
  ];
  const widths = cells[0].map((_, k) => Math.max(...cells.map((row) => row[k].length)));
  return cells
    .map((row) =>
      row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]) : cell.padStart(widths[k]))).join('  '),
    )
    .join('\n');
}
