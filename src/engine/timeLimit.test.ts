import { describe, expect, it } from 'vitest';
import { LateError, type Timer, within } from './timeLimit';

/** A clock that rings when told to. */
function clock(): { readonly timer: Timer; readonly ring: () => void; readonly state: { stopped: boolean } } {
  const state = { stopped: false };
  let ring = () => {};
  const timer: Timer = (rings) => {
    ring = rings;
    return () => {
      state.stopped = true;
    };
  };
  return { timer, ring: () => ring(), state };
}

describe('within', () => {
  it('gives the answer, or the failure, of a promise in time and stops the clock', async () => {
    const one = clock();
    expect(await within(Promise.resolve(3), 10, 'did not answer', one.timer)).toBe(3);
    expect(one.state.stopped).toBe(true);
    const broken = Promise.reject(new Error('broken'));
    await expect(within(broken, 10, 'did not answer', clock().timer)).rejects.toThrow('broken');
  });

  it('says what did not happen, and within which time', async () => {
    const { timer, ring } = clock();
    const answer = within(new Promise(() => {}), 2500, 'did not answer', timer);
    ring();
    await expect(answer).rejects.toThrow(new LateError('did not answer', 2.5));
  });
});
