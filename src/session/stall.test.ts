import { afterEach, describe, expect, it } from 'vitest';
import { asEngineError } from '../engine/engineError';
import type { View } from '../engine/questions/view';
import type { Progress, ReplayReport } from '../engine/start';
import type { Timer } from '../engine/timeLimit';
import { useStall, watchStart } from './stall';
import { newSession } from './testing/openSession';

const arrived = (done: number): Progress => ({ stage: 'download', done, total: 100, unit: 'bytes' });
let session = newSession({});
const stalled = () => session.of(useStall).getState().stalled;

/** A clock that rings when told to, if it is still set. */
let ring: (() => void) | null = null;
const timer: Timer = (rings) => {
  ring = rings;
  return () => {
    ring = null;
  };
};

let end = () => {};
afterEach(() => {
  end();
  session = newSession({});
});

describe('watchStart', () => {
  it('says that nothing comes any more, and takes it back with the next sign of life', () => {
    end = session.act(watchStart(timer));
    session.store.setState({ progress: arrived(10) });
    expect(stalled()).toBe(false);
    ring?.();
    expect(stalled()).toBe(true);
    // A slow download lives: every byte counts.
    session.store.setState({ progress: arrived(11) });
    expect(stalled()).toBe(false);
    expect(ring).not.toBeNull();
  });

  it('notices a worker from which nothing was ever heard', () => {
    end = session.act(watchStart(timer));
    ring?.();
    expect(stalled()).toBe(true);
  });

  it('watches the replay behind the stored numbers, and stops with it', () => {
    end = session.act(watchStart(timer));
    session.store.setState({ view: {} as View });
    expect(ring).not.toBeNull();
    session.store.setState({ replay: {} as ReplayReport });
    expect(ring).toBeNull();
    expect(stalled()).toBe(false);
  });

  it('does not talk over a failure', () => {
    end = session.act(watchStart(timer));
    session.store.setState({ failure: { of: 'start', error: asEngineError('why') } });
    expect(ring).toBeNull();
  });
});
