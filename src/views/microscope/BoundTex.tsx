import 'katex/dist/katex.min.css';
import katex from 'katex';
import { useMemo } from 'react';
import { Scroll } from '../../ui/Scroll';
import classes from './Microscope.module.css';

interface Props {
  /** With symbols in `\htmlClass{sym-…}`. */
  readonly tex: string;
  /** The symbol that is lit, as the strips name it. */
  readonly lit: string | null;
  readonly onLight: (symbol: string | null) => void;
}

const PREFIX = 'sym-';

/** An equation whose symbols light up together with their strips. */
export function BoundTex({ tex, lit, onLight }: Props) {
  const html = useMemo(
    () =>
      katex.renderToString(tex, {
        displayMode: true,
        throwOnError: false,
        // Classes on symbols, and nothing else.
        trust: ({ command }) => command === '\\htmlClass',
        strict: false,
      }),
    [tex],
  );
  const symbolAt = (target: EventTarget) => {
    const found = target instanceof Element ? target.closest(`[class*="${PREFIX}"]`) : null;
    const name = [...(found?.classList ?? [])].find((one) => one.startsWith(PREFIX));
    return name?.slice(PREFIX.length) ?? null;
  };
  return (
    <>
      {lit && (
        <style>{`.${classes.tex} .${PREFIX}${lit} { background: var(--lit); border-radius: 3px; }`}</style>
      )}
      <Scroll
        className={classes.tex}
        label="Equation"
        translate="no"
        onPointerOver={(event) => onLight(symbolAt(event.target))}
        onPointerLeave={() => onLight(null)}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX escapes what it sets; the formulas are ours
        dangerouslySetInnerHTML={{ __html: html }}
      />
    </>
  );
}
