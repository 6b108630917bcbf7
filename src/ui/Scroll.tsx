import { type ComponentProps, useLayoutEffect, useRef, useState } from 'react';

interface Props extends ComponentProps<'section'> {
  readonly label: string;
  /** In pixels; without it only what is too wide scrolls. */
  readonly mostHeight?: number | undefined;
}

/** A box whose content may be larger than it: what scrolls must be reachable by key. */
export const Scroll = ({ label, mostHeight, className = '', ...rest }: Props) => (
  <section
    className={`scroll ${className}`}
    style={{ maxHeight: mostHeight }}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
    tabIndex={0}
    aria-label={label}
    {...rest}
  />
);

/** Says, first in such a box, that what follows it goes on to the side, as long as it does. For eyes: all of it is read out anyway. */
export function ScrollCue() {
  const cue = useRef<HTMLParagraphElement>(null);
  const [wide, setWide] = useState(false);
  useLayoutEffect(() => {
    const box = cue.current?.parentElement;
    if (!box) return;
    const watch = new ResizeObserver(() => setWide(box.scrollWidth > box.clientWidth + SLACK));
    for (const one of [box, ...box.children]) watch.observe(one);
    return () => watch.disconnect();
  }, []);
  return (
    <p ref={cue} className="note scroll-cue" aria-hidden="true" hidden={!wide}>
      Scroll sideways for all columns →
    </p>
  );
}

/** Pixels that hide no column. */
const SLACK = 8;
