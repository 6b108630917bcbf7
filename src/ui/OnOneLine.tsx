import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import classes from './OnOneLine.module.css';

interface Props {
  /** What weighs most comes first. */
  readonly parts: readonly ReactNode[];
  readonly between: string;
  /** What comes first may be left out, too. */
  readonly loose?: boolean;
  /** On as many lines as they take. */
  readonly all?: boolean;
}

/** A part is as good as whole where but a fraction of a pixel is lost. */
const WHOLE = 0.98;

/**
 * The first of some parts, and as many of the others as have room beside it: none is cut, what does not fit is left out, for the
 * eye, the ear and the keyboard. Where it can be read is for whoever draws it to say. A first part that is longer than the line
 * goes on to the next.
 */
export function OnOneLine({ parts, between, loose = false, all = false }: Props) {
  const [first, ...rest] = loose ? [null, ...parts] : parts;
  const line = useRef<HTMLSpanElement>(null);
  const drawn = rest.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: other parts are watched anew
  useEffect(() => {
    const root = line.current;
    if (!root) return;
    // Says what is cut off without having the page laid out for it.
    const observer = new IntersectionObserver(
      (seen) => {
        for (const { target, intersectionRatio } of seen)
          target.toggleAttribute('inert', intersectionRatio < WHOLE);
      },
      { root, threshold: WHOLE },
    );
    for (const part of root.children) observer.observe(part);
    return () => observer.disconnect();
  }, [drawn, all]);
  if (all)
    return parts.map((part, k) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: as below
      <Fragment key={k}>
        {k > 0 && between}
        {part}
      </Fragment>
    ));
  return (
    <span className={classes.line}>
      <span>{first}</span>
      {rest.length > 0 && (
        <span ref={line} className={classes.rest}>
          {rest.map((part, k) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a place on the line is all that it is
            <span key={k} className={classes.part}>
              {(k > 0 || !loose) && between}
              {part}
            </span>
          ))}
        </span>
      )}
    </span>
  );
}
