import { reasonOf } from './reason';
import type { Verb } from './session';

/** Adds to what is said above the screen: what was said before may not have been read yet. */
export const tell =
  (remark: string): Verb =>
  ({ store: { getState, setState } }) => {
    const { notice } = getState();
    if (remark !== '' && !notice?.includes(remark))
      setState({ notice: notice ? `${notice} ${remark}` : remark });
  };

export const dismissNotice: Verb = ({ store }) => store.setState({ notice: null });

/** Says that something failed, and why. */
export const fail =
  (title: string, error: unknown): Verb =>
  ({ store }) =>
    store.setState({ failure: { title, message: reasonOf(error) } });
