import { goTo, useMicroscope } from '../../session/microscope';
import classes from './Microscope.module.css';

/** The way from the page to the number; every stop leads back to it. */
export function Trail() {
  const trail = useMicroscope((s) => s.trail);
  const stop = useMicroscope((s) => s.stop);
  if (trail.length < 2) return null;
  return (
    <nav aria-label="The way to this number">
      <ol className={classes.trail}>
        {trail.map(({ ref, title }, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a stop is its place on the way
          <li key={k} data-passed={k > stop}>
            <button
              type="button"
              aria-current={k === stop ? 'step' : undefined}
              onClick={() => goTo(k)}
              title={title ?? undefined}
              data-testid="crumb"
            >
              {title ?? ref.of}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
