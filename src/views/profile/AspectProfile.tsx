import { useSession } from '../../session/part';
import { Drawing } from '../../ui/figure/Drawing';
import { spread } from '../../ui/figure/figure';
import { capital, fixed, listed } from '../../ui/format';
import { useItemNoun, useKind } from '../shared/useKind';
import classes from './Profiles.module.css';

/** Mean aspect ratings of the person and of the item, beside everybody’s. Drawn by hand: each row has its numbers in it. */
export function AspectProfile() {
  const person = useSession((s) => s.view?.person.profile.aspects);
  const item = useSession((s) => s.view?.item?.profile.aspects);
  const kind = useKind();
  const noun = useItemNoun().one;
  if (!person || person.length === 0) return null;
  const title = `${capital(listed(person.map(({ label }) => label.toLowerCase())))}, on average`;
  /** The scale of all aspects, where it is the same. */
  const alike = person.every(({ min, max }) => min === person[0].min && max === person[0].max) && person[0];
  return (
    <div className={classes.aspects}>
      <h3>{title}</h3>
      <Drawing
        title={title}
        summary={spread(
          `Means of this ${kind}`,
          person.flatMap(({ label, mean }) => (mean === null ? [] : [[label, mean] as const])),
          (mean) => fixed(mean, 1),
        )}
        rows={person.map((aspect, k) => ({ aspect, item: item?.[k]?.mean ?? null }))}
        columns={[
          { head: 'aspect', value: ({ aspect }) => aspect.label },
          { head: kind, value: ({ aspect }) => aspect.mean },
          { head: noun, value: (one) => one.item },
          { head: 'everybody', value: ({ aspect }) => aspect.overall },
        ]}
      >
        <p className="soft">
          <span style={{ color: 'var(--person)' }}>●</span> this {kind} gives{' '}
          {item && (
            <>
              <span style={{ color: 'var(--item)' }}>●</span> this {noun} gets{' '}
            </>
          )}
          | everybody’s mean
        </p>
        <div style={{ marginTop: 8 }}>
          {person.map((a, k) => {
            const of = (value: number) => `${(100 * (value - a.min)) / (a.max - a.min)}%`;
            const other = item?.[k]?.mean ?? null;
            return (
              <div key={a.field} className={classes.aspect}>
                <span>{a.label}</span>
                <span className={classes.scale} aria-hidden="true">
                  <span data-kind="axis" />
                  <span data-kind="overall" style={{ left: of(a.overall) }} />
                  {other !== null && <span data-kind="item" style={{ left: of(other) }} />}
                  {a.mean !== null && <span data-kind="person" style={{ left: of(a.mean) }} />}
                </span>
                <span className="soft" style={{ textAlign: 'right' }}>
                  <span className="visually-hidden">{kind} </span>
                  {a.mean === null ? '–' : fixed(a.mean, 1)}
                  {item && (
                    <>
                      {' '}
                      <span className="visually-hidden">{noun}</span>
                      <span aria-hidden="true">·</span> {other === null ? '–' : fixed(other, 1)}
                    </>
                  )}{' '}
                  of {a.max}
                </span>
              </div>
            );
          })}
          {alike && (
            <div className={classes.aspect} aria-hidden="true">
              <span />
              <span className={classes.ends}>
                <span>{alike.min}</span>
                <span>{alike.max}</span>
              </span>
              <span className="note" style={{ textAlign: 'right' }}>
                mean
              </span>
            </div>
          )}
        </div>
      </Drawing>
    </div>
  );
}
