import type { Lesson } from '../lesson';

/** A small lesson that has one of everything, for tests to damage. */
export const goodLesson = (): Lesson => ({
  lessonVersion: 1,
  id: 'good',
  title: 'Good',
  level: 'school',
  minutes: 5,
  about: 'About something.',
  dataset: 'teas',
  model: '0123',
  person: 'new-1',
  entries: {
    said: { item: 'cup', rating: 1, text: 'Too smoky, not sweet.' },
    gone: { edit: 'delete', key: 'b3' },
  },
  values: {
    before: { is: 'rank', item: 'pot' },
    after: { is: 'rank', item: 'pot', log: ['said'] },
    fall: { is: 'sum', of: [{ value: 'after' }, { value: 'before', times: -1 }] },
    square: { is: 'product', of: ['fall', 'fall'] },
    word: { is: 'heaviest-word', key: 'said', by: 'change', log: ['said'] },
    gate: {
      is: 'number',
      number: { of: 'update', side: 'user', key: 'said', d: { value: 'mover' } },
      log: ['said'],
    },
    mover: { is: 'mover', key: 'said', side: 'user', place: 1, log: ['said'] },
    elsewhere: { is: 'rank', item: 'book', dataset: 'books', person: 'critic' },
  },
  steps: [
    {
      id: 'one',
      title: 'One',
      state: { view: 'explore' },
      hide: ['nav'],
      light: 'list',
      say: ['It stands at {before}.'],
      ask: {
        kind: 'choice',
        question: 'Does it fall by {fall}?',
        options: [
          { text: 'Yes', holds: { left: 'after', is: '>', right: 'before' } },
          { text: 'No', holds: { left: 'after', is: '<=', right: 'before' } },
        ],
      },
      after: { say: ['To {after}.'], state: { view: 'explore', log: ['said', 'gone'] } },
      check: [{ label: 'z', value: 'gate' }],
      write: 'Why {square}?',
    },
    {
      id: 'two',
      title: 'Two',
      state: { view: 'explore' },
      say: ['A word.'],
      ask: { kind: 'word', question: 'Which?', of: 'said', value: 'word' },
    },
    {
      id: 'three',
      title: 'Three',
      dataset: 'books',
      state: { view: 'explore', person: 'critic' },
      say: ['At {elsewhere}.'],
    },
  ],
  claims: [{ says: 'It falls.', left: 'after', is: '>=', right: 'before', by: 1 }],
  questions: ['Why?', 'What then?'],
  read: [{ title: 'A paper', url: 'https://arxiv.org/abs/1406.1078' }],
});
