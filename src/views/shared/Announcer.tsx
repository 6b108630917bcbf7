import { useEffect, useRef, useState } from 'react';
import { useSession } from '../../session/part';
import { VIEWS } from '../registry';
import { announcement, type Heard, titleOf } from './announcements';

/** Says to who does not see the screen what a review, an undo or another choice has changed on it; and names the window. */
export function Announcer() {
  const view = useSession((s) => s.view);
  const screen = useSession((s) => s.screen);
  const { label, tab } = VIEWS.find(({ name }) => name === screen) ?? VIEWS[0];
  const person = (tab && view?.person.summary.label) || null;
  useEffect(() => {
    document.title = titleOf(label, person);
  }, [label, person]);

  const [said, setSaid] = useState('');
  const before = useRef<Heard | null>(null);
  useEffect(() => {
    if (!view) return;
    const { summary, history } = view.person;
    const now: Heard = {
      person: summary.label,
      id: summary.id,
      reviews: history.length,
      item: view.item && { name: view.item.summary.name, rating: view.item.prediction.rating },
      list: view.recommendations.map(({ item }) => item.name),
    };
    const words = before.current && announcement(before.current, now);
    before.current = now;
    // The start speaks itself, of another list.
    if (words && tab) setSaid(words);
  }, [view, tab]);
  return (
    <div role="status" className="visually-hidden" data-testid="announcer">
      {said}
    </div>
  );
}
