import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly value: string | number;
  readonly onChange: (value: string) => void;
  readonly className?: string | undefined;
  readonly testId: string;
  /** Options, or groups of them. */
  readonly children: ReactNode;
}

/** A choice of one among many, with its name above. */
export const Choice = ({ label, value, onChange, className = '', testId, children }: Props) => (
  <label className={`choice ${className}`}>
    {label}
    <select value={value} onChange={(event) => onChange(event.currentTarget.value)} data-testid={testId}>
      {children}
    </select>
  </label>
);
