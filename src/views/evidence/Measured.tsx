import { Popover } from '@mantine/core';
import { useEvidenceReport } from '../../session/evidence';
import { usePopover } from '../../ui/usePopover';
import classes from './Evidence.module.css';

interface Props {
  /** What is measured. */
  readonly title?: string;
  /** Means, differences and intervals. */
  readonly lines?: readonly string[];
  /** The words of the protocol. */
  readonly definition: string;
  /** A number that opens it; else a button asks. */
  readonly shown?: string;
}

/** How a figure came to be, one press away: its definition, interval and command. */
export function Measured({ title, lines = [], definition, shown }: Props) {
  const report = useEvidenceReport(({ answer }) => answer);
  const { popover, button } = usePopover();
  if (report?.state !== 'measured') return shown;
  return (
    // Without a transition: what Escape closed while it still faded in stayed there, over what lies below.
    <Popover
      width="min(460px, calc(100vw - 32px))"
      {...popover}
      transitionProps={{ duration: 0 }}
      middlewares={{ flip: true, shift: true, size: true }}
    >
      <Popover.Target>
        <button
          type="button"
          className={shown ? 'num' : `text-button ${classes.how}`}
          title={shown && 'How was this measured?'}
          data-testid="measured"
          {...button}
        >
          {shown ?? 'How was this measured?'}
        </button>
      </Popover.Target>
      {/* Where it is taller than the window, keys scroll it. */}
      <Popover.Dropdown className={classes.measured} tabIndex={0}>
        <strong>{title ?? 'How was this measured?'}</strong>
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {report.earlier && <p>On an earlier version of the model.</p>}
        <p className="soft">{definition}</p>
        <p className="soft">
          Made by{' '}
          <code className={classes.command} translate="no">
            {report.evidence.command}
          </code>
        </p>
      </Popover.Dropdown>
    </Popover>
  );
}
