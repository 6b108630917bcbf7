import { useState } from 'react';

interface Props {
  readonly summary: string;
  /** Whether it begins open. */
  readonly opened?: boolean;
  readonly testId?: string;
  readonly children: React.ReactNode;
}

/** Details that are only made once somebody opens them. */
export function Fold({ summary, opened = false, testId, children }: Props) {
  const [open, setOpen] = useState(opened);
  return (
    <details className="fold" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary data-testid={testId}>{summary}</summary>
      {open && children}
    </details>
  );
}
