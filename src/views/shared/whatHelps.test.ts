import { expect, it } from 'vitest';
import type { Remedy } from '../../data/words';
import { EngineError } from '../../engine/engineError';
import { mayBeBackend, whatHelps } from './whatHelps';

const ofData = (remedy: Remedy) =>
  new EngineError({ kind: 'data', file: 'users.parquet', place: null, problem: { is: 'checksum' }, remedy });

it('leads with loading the page again only where that may help', () => {
  const led: Record<Remedy, 'reload' | 'datasets'> = {
    bundle: 'datasets',
    table: 'datasets',
    tensors: 'datasets',
    evidence: 'datasets',
    datasets: 'datasets',
    address: 'datasets',
    server: 'datasets',
    access: 'datasets',
    folder: 'datasets',
    browser: 'datasets',
    download: 'reload',
    connection: 'reload',
    later: 'reload',
  };
  for (const [remedy, way] of Object.entries(led))
    expect(whatHelps(ofData(remedy as Remedy)), remedy).toBe(way);
  expect(whatHelps(new Error('of drawing'))).toBe('reload');
  expect(whatHelps(new EngineError({ kind: 'died', death: 'unreadable', times: 3 }))).toBe('reload');
  expect(
    whatHelps(
      new EngineError({ kind: 'request', field: 'item', entry: null, problem: { is: 'no-item', name: 'x' } }),
    ),
  ).toBeNull();
});

it('offers another backend only for what a backend does', () => {
  expect(mayBeBackend(ofData('download'))).toBe(false);
  expect(mayBeBackend(new EngineError({ kind: 'part' }))).toBe(false);
  expect(mayBeBackend(new EngineError({ kind: 'backend', tried: [] }))).toBe(true);
});
