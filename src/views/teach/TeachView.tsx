import '@mantine/core/styles/Checkbox.css';
import { useEffect } from 'react';
import { useAct } from '../../session/part';
import { openTeach, useTeach } from '../../session/teach';
import { Answers } from './Answers';
import { Choose } from './Choose';
import { FreePlay } from './FreePlay';
import { HandOut } from './HandOut';
import { Offline } from './Offline';
import { OwnLesson } from './OwnLesson';
import { Plan } from './Plan';
import classes from './Teach.module.css';

/** The teacher’s page: choose lessons, hand out links, gather answers. Nothing leaves this device. */
export default function TeachView() {
  const act = useAct();
  const failed = useTeach((s) => s.failed);
  useEffect(() => void act(openTeach), [act]);
  return (
    <main className={`view ${classes.teach}`} data-print-alone>
      <header>
        <h1>Lessons, for yourself or a class</h1>
        <p>
          Choose lessons, hand out a link, discuss what everybody predicted. No account, no server: what your
          class writes stays on their devices until they send it to you, and what you paste here stays on
          yours.
        </p>
      </header>
      {failed && (
        <p role="alert" className="card">
          The list of lessons could not be fetched. Look at the connection, then load the page again.
        </p>
      )}
      <Choose />
      <HandOut />
      <Plan />
      <Answers />
      <FreePlay />
      <Offline />
      <OwnLesson />
    </main>
  );
}
