import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { LessonCard } from '../../lessons/loadIndex';
import { lessonAddress } from '../../session/lessonAddress';
import { useAct, useSession } from '../../session/part';
import { chooseLessons, chosenIn, useTeach } from '../../session/teach';
import { plural } from '../../ui/format';
import { FIRST_HOUR, HOUR, timesOf } from './hour';
import classes from './Teach.module.css';
import { LEVEL_WORDS } from './words';

/** 1: which lessons, in which order. */
export function Choose() {
  const act = useAct();
  const index = useTeach((s) => s.index);
  const text = useSession((s) => chosenIn(s).join());
  if (!index) return null;
  const chosen = text ? text.split(',') : [];
  const cards = chosen.flatMap((id) => index.find((card) => card.id === id) ?? []);
  const { ends } = timesOf(cards);
  const toggle = (id: string) =>
    act(chooseLessons(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]));
  const move = (from: number, by: number) => {
    const next = [...chosen];
    next.splice(from + by, 0, ...next.splice(from, 1));
    act(chooseLessons(next));
  };
  return (
    <section className="card" aria-label="Choose lessons" data-testid="teach-choose">
      <h2>1 · Choose lessons</h2>
      <div className={classes.choose}>
        <ul className={classes.offers}>
          {index.map((card) => (
            <li key={card.id}>
              <Checkbox
                size="md"
                checked={chosen.includes(card.id)}
                onChange={() => toggle(card.id)}
                label={<Offer {...card} />}
              />
              <a href={lessonAddress(document.baseURI, card)} aria-label={`Open ${card.title}`}>
                Open
              </a>
            </li>
          ))}
        </ul>
        <div>
          <h3>The hour</h3>
          {cards.length === 0 ? (
            <>
              <p className="soft">Nothing chosen yet.</p>
              <div className={classes.buttons}>
                <Button size="md" onClick={() => act(chooseLessons(FIRST_HOUR))} data-testid="first-hour">
                  Choose a first hour for me
                </Button>
              </div>
            </>
          ) : (
            <>
              <ol className={classes.hour}>
                {cards.map((card, k) => (
                  <li key={card.id}>
                    <span>
                      {card.title} <span className="soft">{`${card.minutes}\u00a0min`}</span>
                    </span>
                    <ActionIcon
                      size={44}
                      variant="subtle"
                      aria-label={`${card.title}: earlier`}
                      disabled={k === 0}
                      onClick={() => move(k, -1)}
                    >
                      <IconArrowUp size={18} aria-hidden="true" />
                    </ActionIcon>
                    <ActionIcon
                      size={44}
                      variant="subtle"
                      aria-label={`${card.title}: later`}
                      disabled={k === cards.length - 1}
                      onClick={() => move(k, 1)}
                    >
                      <IconArrowDown size={18} aria-hidden="true" />
                    </ActionIcon>
                  </li>
                ))}
              </ol>
              <p className="soft">
                {plural(ends, 'minute')} with arriving and gathering the answers
                {ends > HOUR && `: more than ${HOUR}, so leave something out`}. The address of this page keeps
                your choice.
              </p>
            </>
          )}
        </div>
      </div>
    </section>
  );
}

const Offer = ({ title, about, level, minutes }: LessonCard) => (
  <span className={classes.offer}>
    <strong>{title}</strong> <span className="note">{`${LEVEL_WORDS[level]} · ${minutes}\u00a0min`}</span>
    <span className="soft">{about}</span>
  </span>
);
