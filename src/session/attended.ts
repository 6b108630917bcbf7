import type { AttendedToken } from '../engine/answers';
import { isOfKind } from '../engine/engineError';
import type { AttendRequest } from '../engine/questions/attend';
import { draftReview } from './draft';
import { changesOf, resource } from './part';

/** How long nothing must be typed before the text is read, in milliseconds. */
const PAUSE = 60;

/** What the words of the draft do, word by word. */
export const useAttended = resource<AttendRequest, readonly AttendedToken[]>((session) => ({
  of(state) {
    const { text } = state.draft;
    return text.trim() === '' ? null : { text, log: state.history.present, draft: draftReview(state) };
  },
  sources: (['text', 'rating', 'aspects', 'item'] as const).map((part) =>
    changesOf(session, ({ draft }) => draft[part]),
  ),
  async ask(request) {
    try {
      return await session.engine.attend(request);
    } catch (error) {
      // What is wrong with the log itself comes up with the view, after which the text is read again.
      const { entry } = isOfKind(error, 'request') ? error.why : { entry: null };
      if (entry === null || entry >= request.log.length) throw error;
      return [];
    }
  },
  pause: () => PAUSE,
}));
