import { expect, it } from 'vitest';
import { dismissNotice, tell } from './notice';
import { newSession } from './testing/openSession';

it('tells each thing once until it is dismissed, after what was said before', () => {
  const { act, store } = newSession({});
  act(tell({ is: 'restarted', cause: 'lost' }, { is: 'no-person', id: 'a' }));
  act(tell({ is: 'no-person', id: 'b' }, { cause: 'lost', is: 'restarted' }, { is: 'kept-whole' }));
  expect(store.getState().notice).toEqual([
    { is: 'restarted', cause: 'lost' },
    { is: 'no-person', id: 'a' },
    { is: 'no-person', id: 'b' },
    { is: 'kept-whole' },
  ]);
  act(dismissNotice);
  act(tell({ is: 'restarted', cause: 'lost' }));
  expect(store.getState().notice).toEqual([{ is: 'restarted', cause: 'lost' }]);
});
