import { Button } from '@mantine/core';

interface Props {
  /** What the button says. */
  readonly label: string;
  readonly onApply: () => void;
  /** Whether the log is still the one that the experiment was made on. */
  readonly fits: boolean;
  /** Where it stands: applied, what it would do, or why it cannot. */
  readonly status: string;
  readonly testId: string;
}

/** Puts what an experiment found into the log, as an ordinary, undoable event. */
export const Apply = ({ label, onApply, fits, status, testId }: Props) => (
  <div className="verbs">
    <Button size="compact-md" variant="light" disabled={!fits} onClick={onApply} data-testid={testId}>
      {label}
    </Button>
    <span className="soft" role="status">
      {status}
    </span>
  </div>
);
