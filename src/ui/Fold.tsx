import { useState } from 'react';

interface Props {
  readonly summary: string;
  readonly className?: string | undefined;
  readonly children: React.ReactNode;
}

/** Details that are only made once somebody opens them. */
export function Fold({ summary, className = '', children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <details className={`fold ${className}`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summary}</summary>
      {open && children}
    </details>
  );
}
