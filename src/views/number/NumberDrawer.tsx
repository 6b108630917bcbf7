import { ActionIcon, CloseButton, Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { OpenedNumber } from '../../engine/openedNumber';
import { actions } from '../../session/actions';
import { openAgain, stopIn, useOpened, useTrail } from '../../session/number';
import { useAct, useSession } from '../../session/part';
import { Fold } from '../../ui/Fold';
import { percent, rating, short, significant } from '../../ui/format';
import { lazyPart } from '../../ui/Part';
import { errorWords } from '../shared/problemWords';
import { useUsersNoun } from '../shared/useKind';
import { Legend } from './Legend';
import classes from './Number.module.css';
import { Operands } from './Operands';
import { ORIGINS } from './origins';
import { Steps } from './Steps';
import { Tex } from './Tex';
import { Trail } from './Trail';
import { numberWords } from './words';

// Few want code, and most look at several numbers before they do.
const NumberCode = lazyPart(() => import('./NumberCode'), {
  waiting: <p className="soft">Loading the code…</p>,
});

/** The formula behind a number, beside the page; its operands open in turn. */
export default function NumberDrawer() {
  const act = useAct();
  const who = useUsersNoun();
  const opened = useOpened((s) => s.answer?.at(-1));
  const words = opened && numberWords(opened.about, who);
  const failure = useOpened((s) => s.failure);
  const stop = useSession(stopIn);
  const ref = useSession((s) => s.numbers.at(-1));
  const drawer = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => () => opener.current?.focus(), []);
  useEffect(() => {
    if (!ref) return;
    const from = document.activeElement;
    // The number on the page that was opened last gets the focus back in the end.
    if (from instanceof HTMLElement && from !== document.body && !drawer.current?.contains(from))
      opener.current = from;
    heading.current?.focus({ preventScroll: true });
    drawer.current?.scrollTo(0, 0);
  }, [ref]);
  return (
    <aside
      ref={drawer}
      className={classes.drawer}
      aria-label="Behind the number"
      aria-busy={!opened && !failure}
      data-number-drawer
      data-testid="number-drawer"
      data-of={opened?.ref.of}
      data-value={opened?.value}
      data-outer={opened?.outer ?? undefined}
      data-origin={opened?.origin}
    >
      <Group justify="space-between" wrap="nowrap" className={classes.head}>
        <Group gap={8} wrap="nowrap">
          <ActionIcon
            aria-label={actions.numberBack.label}
            title={`${actions.numberBack.label} (${actions.numberBack.keys})`}
            disabled={stop === 0}
            onClick={() => act(actions.numberBack.perform)}
          >
            <IconArrowLeft size={16} />
          </ActionIcon>
          <span className="note" style={{ fontWeight: 600 }}>
            Behind the number
          </span>
        </Group>
        <CloseButton
          aria-label={actions.closeNumber.label}
          title={`${actions.closeNumber.label} (${actions.closeNumber.keys})`}
          onClick={() => act(actions.closeNumber.perform)}
          data-testid="number-close"
        />
      </Group>
      <Trail />
      <h2 ref={heading} tabIndex={-1} className={classes.title}>
        {words?.title ?? (failure ? 'This number cannot be opened' : 'Working it out…')}
      </h2>
      {failure && (
        <div role="alert">
          <p className={classes.sentence}>{errorWords(failure)}</p>
          <button type="button" className="text-button" onClick={() => act(openAgain)}>
            Try again
          </button>
        </div>
      )}
      {opened && <Opened key={JSON.stringify(opened.ref)} opened={opened} />}
    </aside>
  );
}

function lead({ unit, value }: OpenedNumber): string {
  if (unit === 'share') return percent(value);
  // Parts of a rating are small: two places after the point would hide what tells them apart.
  return unit === 'rating' && Math.abs(value) >= 1 ? rating(value) : short(value);
}

function captionOf({ terms, divisor }: OpenedNumber): string {
  if (divisor) return 'Above the line: these are summed';
  return terms.length === 1 ? 'It is made of this' : 'These are summed';
}

function Opened({ opened }: { opened: OpenedNumber }) {
  const who = useUsersNoun();
  const before = useTrail((s) => s.before);
  const { tex, symbol, value, unit, origin, terms, divisor } = opened;
  return (
    <>
      <p className={classes.sentence}>{numberWords(opened.about, who).sentence}</p>
      <div className={classes.equation}>
        <Tex tex={`\\displaystyle ${tex}`} />
      </div>
      <Group align="baseline" gap="4px 14px" m="12px 0 4px">
        <span className={classes.lead} data-testid="number-value">
          {lead(opened)}
        </span>
        <span>
          <Tex tex={symbol} /> = {significant(value)}
          {unit === 'rating' && ' stars'}
        </span>
      </Group>
      <p role="status" className={classes.changed}>
        {before !== null && `Changed from ${significant(before)} to ${significant(value)}.`}
      </p>
      {terms.length === 0 ? (
        <p className={classes.leaf} data-testid="leaf">
          <span className={classes.mark} aria-hidden="true" data-origin={origin}>
            {ORIGINS[origin].mark}
          </span>
          {ORIGINS[origin].leaf}
        </p>
      ) : (
        <>
          <Operands caption={captionOf(opened)} part="terms" terms={terms} />
          {divisor && <Operands caption="Below the line, summed too" part="divisor" terms={divisor} />}
          <Legend terms={[...terms, ...(divisor ?? [])]} />
          <Steps opened={opened} />
          <Fold summary="Repeat it in code">
            <NumberCode opened={opened} />
          </Fold>
        </>
      )}
    </>
  );
}
