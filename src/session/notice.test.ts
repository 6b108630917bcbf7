import { expect, it } from 'vitest';
import { dismissNotice, tell } from './notice';
import { newSession } from './testing/openSession';

it('tells each thing once until it is dismissed, after what was said before', () => {
  const { act, store } = newSession({});
  act(tell({ is: 'restarted', death: { said: 'lost' } }, { is: 'no-person', id: 'a' }));
  act(tell({ is: 'no-person', id: 'b' }, { death: { said: 'lost' }, is: 'restarted' }, { is: 'kept-whole' }));
  expect(store.getState().notice).toEqual([
    { is: 'restarted', death: { said: 'lost' } },
    { is: 'no-person', id: 'a' },
    { is: 'no-person', id: 'b' },
    { is: 'kept-whole' },
  ]);
  act(dismissNotice);
  act(tell({ is: 'restarted', death: { said: 'lost' } }));
  expect(store.getState().notice).toEqual([{ is: 'restarted', death: { said: 'lost' } }]);
});
