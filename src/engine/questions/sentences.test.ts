import { beforeAll, expect, it } from 'vitest';
import type { Bundle } from '../../data/bundle';
import type { EngineApi } from '../contract';
import type { LogEntry } from '../simulatedLog';
import { liveEngine } from '../testing/liveEngine';
import { review } from '../testing/review';

let bundle: Bundle;
let engine: EngineApi;
beforeAll(async () => {
  ({ bundle, engine } = await liveEngine());
});

/** Keywords of the vocabulary. */
const keywords = () => bundle.vocabulary.word.filter((_, k) => bundle.vocabulary.keyword[k] === 1);

const ofNewcomer = (log: readonly LogEntry[], word: string, at: string | null = null) =>
  engine.sentences({ log, at, side: 'user', id: 'new-1', word });

it('names each review that mentions a word, in the order of the profile, and each place of it', async () => {
  const [word, other] = keywords();
  const text = `Some ${other}. ${word}, and ${word.toUpperCase()} again!`;
  const log = [
    review('s1', { person: 'new-1', item: 'i1', text }),
    review('s2', { person: 'new-1', item: 'i2', text: other }),
    review('s3', { person: 'new-1', item: 'i3', text: `no ${word}` }),
  ];
  const mentioned = await ofNewcomer(log, word);
  expect(mentioned.map(({ key }) => key).sort()).toEqual(['s1', 's3']);
  const first = mentioned.find(({ key }) => key === 's1');
  expect(first?.places.map(({ start, end }) => text.slice(start, end))).toEqual([word, word.toUpperCase()]);
  expect(first?.text).toBe(text);
  // A word that is denied is marked from what denies it on, and the profile says that it is.
  const third = mentioned.find(({ key }) => key === 's3');
  expect(third?.places).toEqual([{ start: 0, end: `no ${word}`.length }]);
  const view = await engine.view({
    log,
    person: 'new-1',
    item: null,
    at: null,
    shown: null,
    k: 5,
    words: 50,
  });
  const shown = view.person.profile.words.find((one) => one.word === word);
  expect(shown?.evidence.map(({ key }) => key)).toEqual(mentioned.map(({ key }) => key));
  expect(shown?.evidence.map(({ key, denied }) => [key, denied]).sort()).toEqual([
    ['s1', false],
    ['s3', true],
  ]);
  // Before the last of them had been written.
  expect((await ofNewcomer(log, word, 's2')).map(({ key }) => key)).toEqual(['s1']);
});

it('has nothing of a word that the profile has not, and refuses one that the model does not know', async () => {
  const [word, other] = keywords();
  const log = [review('s1', { person: 'new-1', text: other })];
  expect(await ofNewcomer(log, word)).toEqual([]);
  await expect(ofNewcomer(log, 'no-such-word')).rejects.toMatchObject({
    why: { kind: 'request', field: 'word' },
  });
});
