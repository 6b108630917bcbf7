import type { Target } from '../../lessons/targets';
import { partsNamed } from '../shared/hiding';

/** How long a part is waited for: its view may have to be fetched first. */
const PATIENCE_MS = 4000;
/** So much of a part is to be seen, in pixels, for it to count as seen. */
const ENOUGH = 120;
/** Room above a part that was scrolled to, for its outline. */
const ABOVE = 14;

/** Where the page ends for the eye: on a phone the lesson covers its lower part. */
function visibleBottom(): number {
  const rail = document.querySelector('[data-lesson-rail]')?.getBoundingClientRect();
  return rail && rail.top > 0 ? rail.top : innerHeight;
}

/**
 * Scrolls the page to the part that a step lights up, once it is there, where it is not to be seen. Whoever scrolls or
 * presses something meanwhile is left where they are.
 * @returns gives up
 */
export function lookAt(target: Target): () => void {
  const look = () => {
    const part = [...document.querySelectorAll(partsNamed([target]))].find((one) => one.checkVisibility());
    if (!part) return;
    end();
    const { top, bottom } = part.getBoundingClientRect();
    const seen = Math.min(bottom, visibleBottom()) - Math.max(0, top);
    if (seen < Math.min(ENOUGH, bottom - top)) scrollBy({ top: top - ABOVE, behavior: 'instant' });
  };
  const watch = new MutationObserver(look);
  const timer = setTimeout(() => end(), PATIENCE_MS);
  const events = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;
  const end = () => {
    clearTimeout(timer);
    watch.disconnect();
    for (const name of events) removeEventListener(name, end, true);
  };
  for (const name of events) addEventListener(name, end, true);
  watch.observe(document.body, { childList: true, subtree: true });
  look();
  return end;
}
