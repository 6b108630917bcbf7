import { SegmentedControl } from '@mantine/core';
import { useLeftOut, useSizing } from '../../session/leftOut';
import { useAct, useSession } from '../../session/part';
import { setSide, sideIn, useDrawn, usePickedEffect, useWaterfall } from '../../session/timeline';
import { aOf } from '../../ui/format';
import { Term } from '../../ui/Term';
import type { Side } from '../../vocabulary';
import { FailureCard } from '../shared/FailureCard';
import { useItemNoun, useKind } from '../shared/useKind';
import { Branch } from './Branch';
import { Compare } from './Compare';
import { Everywhere } from './Everywhere';
import { HalfBar } from './HalfBar';
import { Marks } from './Marks';
import { Picked } from './Picked';
import { Scrubber } from './Scrubber';
import { SizingSwitch } from './SizingSwitch';
import { headline, withoutHeadline } from './sentences';
import classes from './Timeline.module.css';
import { WaterfallCard } from './WaterfallCard';

/** The history of a person or an item, interaction by interaction: what each left, and what if it had not been. */
export default function TimelineView() {
  const act = useAct();
  const side = useSession(sideIn);
  const { answer: timeline, failure: unread } = useDrawn();
  const unsummed = useWaterfall((s) => s.failure);
  const unknown = usePickedEffect((s) => s.failure);
  const failure = unread ?? unsummed ?? unknown;
  const sizing = useSizing((s) => s.sizing);
  const report = useLeftOut((s) => s.answer);
  const item = useSession((s) => s.item);
  const noun = useItemNoun().one;
  const kind = useKind();
  const told = timeline && sizing === 'without' && report ? withoutHeadline(timeline, report, side) : null;
  const title = told ?? (timeline ? headline(timeline, side) : 'Reading the history…');
  return (
    <main className="view" data-target="timeline" style={{ maxWidth: 1480 }}>
      <section className="card" aria-label="Timeline" data-testid="timeline">
        <div className={classes.head}>
          <div>
            <h2 aria-live="polite">{title}</h2>
            <p className="soft">
              Each mark is an <Term name="interaction" />: its area is{' '}
              {sizing === 'left' ? 'what is left of it in' : 'how far its absence would move'} the{' '}
              <Term name="embedding" />, its colour the rating; the more of text, rating and aspects it has,
              the stronger the colour. Outlined: written here. Press one to look closer.
            </p>
          </div>
          <SegmentedControl
            value={side}
            onChange={(value) => act(setSide(value as Side))}
            data={[
              { value: 'user', label: `The ${kind}` },
              { value: 'item', label: `The ${noun}` },
            ]}
            aria-label="Whose history"
          />
        </div>
        {failure && <FailureCard title="The history could not be worked out" error={failure} />}
        {side === 'item' && item === null ? (
          <p className="soft">Choose {aOf(noun)} first, in Explore.</p>
        ) : (
          timeline && (
            <>
              {sizing === 'left' && <HalfBar entries={timeline.entries} />}
              <SizingSwitch />
              <Marks timeline={timeline} title={title} />
              <Scrubber timeline={timeline} />
            </>
          )
        )}
      </section>
      <div className={classes.columns}>
        <Picked />
        <div className="column">
          <WaterfallCard />
          <Branch />
          <Everywhere />
        </div>
      </div>
      <Compare />
    </main>
  );
}
