import { Checkbox } from '@mantine/core';
import { lessonAddress } from '../../session/lessonAddress';
import { useAct, useSession } from '../../session/part';
import { chooseLook, chosenIn, useTeach } from '../../session/teach';
import { HandedOut } from './HandedOut';
import { Papers } from './Papers';
import classes from './Teach.module.css';

/** 2: links and QR codes of what was chosen. */
export function HandOut() {
  const act = useAct();
  const index = useTeach((s) => s.index) ?? [];
  const text = useSession((s) => chosenIn(s).join());
  const present = useSession((s) => s.settings.look === 'present');
  const cards = text.split(',').flatMap((id) => index.find((card) => card.id === id) ?? []);
  const hour = cards.map(({ id }) => id);
  return (
    <section className="card" aria-label="Hand out" data-testid="teach-hand-out">
      <h2>2 · Hand out a link</h2>
      <p className="soft">
        One link opens a lesson, or the whole hour, on any laptop, tablet or phone; nothing is installed. Add{' '}
        <code>&amp;name=Ana</code> to a link to put a name into the answers, or let them write it at the end.
      </p>
      <Checkbox
        size="md"
        mt={10}
        label="In large type, one thing at a time: for your own projector"
        checked={present}
        onChange={() => act(chooseLook(present ? undefined : 'present'))}
      />
      {cards.length === 0 ? (
        <p className="soft">Choose a lesson above, and its link is here.</p>
      ) : (
        <ul className={classes.links}>
          {cards.length > 1 && (
            <HandedOut
              href={lessonAddress(document.baseURI, { ...cards[0], present, hour })}
              title={`The hour: ${cards.length} lessons, one after the other`}
            />
          )}
          {cards.map((card) => (
            <HandedOut
              key={card.id}
              href={lessonAddress(document.baseURI, { ...card, present })}
              title={card.title}
            >
              <Papers {...card} />
            </HandedOut>
          ))}
        </ul>
      )}
    </section>
  );
}
