import { goTo, stopIn, trailIn, useTrail } from '../../session/number';
import { useAct, useSession } from '../../session/part';
import { useUsersNoun } from '../shared/useKind';
import classes from './Number.module.css';
import { numberWords } from './words';

/** The way from the page to the number; every stop leads back to it. */
export function Trail() {
  const act = useAct();
  const numbers = useSession((s) => s.numbers);
  const trail = trailIn(useTrail(), { numbers });
  const stop = stopIn({ numbers });
  const who = useUsersNoun();
  if (trail.length < 2) return null;
  return (
    <nav aria-label="The way to this number">
      <ol className={classes.trail}>
        {trail.map(({ ref, about }, k) => {
          const title = about && numberWords(about, who).title;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a stop is its place on the way
            <li key={k} data-passed={k > stop}>
              <button
                type="button"
                className="text-button"
                aria-current={k === stop ? 'step' : undefined}
                onClick={() => act(goTo(k))}
                title={title ?? undefined}
                data-testid="crumb"
              >
                {title ?? ref.of}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
