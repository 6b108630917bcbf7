import { useState } from 'react';

interface Props {
  readonly summary: string;
  readonly children: React.ReactNode;
}

/** Details that are only made once somebody opens them. */
export function Fold({ summary, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className="fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children}
    </details>
  );
}
