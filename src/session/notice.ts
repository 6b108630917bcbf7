import { asEngineError } from '../engine/engineError';
import { same } from './ask';
import type { Said } from './said';
import type { Failure, Verb } from './session';

/** Adds to what is said above the screen: what was said before may not have been read yet. */
export const tell =
  (...said: readonly Said[]): Verb =>
  ({ store: { getState, setState } }) => {
    const { notice } = getState();
    const fresh = said.filter((one) => !notice.some((told) => same(told, one)));
    if (fresh.length > 0) setState({ notice: [...notice, ...fresh] });
  };

export const dismissNotice: Verb = ({ store }) => store.setState({ notice: [] });

/** Says that something failed, and why. */
export const fail =
  (of: Failure['of'], error: unknown): Verb =>
  ({ store }) =>
    store.setState({ failure: { of, error: asEngineError(error) } });
