import type { AttendedToken } from '../engine/answers';
import { isRequestError } from '../engine/engineError';
import type { AttendRequest } from '../engine/questions/attend';
import { changesOf, resource } from './resource';
import { draftReview, engine } from './store';

/** How long nothing must be typed before the text is read, in milliseconds. */
const PAUSE = 60;

/** What the words of the draft do, word by word. */
export const useAttended = resource<AttendRequest, readonly AttendedToken[]>({
  of(session) {
    const { text } = session.draft;
    return text.trim() === '' ? null : { text, log: session.history.present, draft: draftReview(session) };
  },
  sources: (['text', 'rating', 'aspects', 'item'] as const).map((part) =>
    changesOf(({ draft }) => draft[part]),
  ),
  async ask(request) {
    try {
      return await engine().attend(request);
    } catch (error) {
      // What is wrong with the log itself comes up with the view, after which the text is read again.
      const { entry } = isRequestError(error) ? error : { entry: null };
      if (entry === null || entry >= request.log.length) throw error;
      return [];
    }
  },
  pause: () => PAUSE,
});
