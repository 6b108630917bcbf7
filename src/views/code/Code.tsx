import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { DIALECTS, type DialectName } from '../../engine/equations';
import { useCopy } from '../../ui/useCopy';
import classes from './Code.module.css';

interface Props {
  /** The program in a language. */
  readonly write: (dialect: DialectName) => string;
  /** Further choices, beside the language. */
  readonly children?: React.ReactNode;
}

/** Lines of a block: a program may be a megabyte of numbers, and what is out of sight is not laid out. */
const BLOCK = 100;
const blocksOf = (code: string): string[] => code.match(new RegExp(`(?:.*\\n){1,${BLOCK}}|.+$`, 'g')) ?? [];

/** A program in a language of choice, to copy. */
export function Code({ write, children }: Props) {
  const [dialect, setDialect] = useState<DialectName>('NumPy');
  const { outcome, copy } = useCopy();
  const copied = outcome === 'copied';
  const code = write(dialect);
  return (
    <div className={classes.code}>
      <Group gap={8} justify="space-between">
        <SegmentedControl
          data={Object.keys(DIALECTS)}
          value={dialect}
          onChange={(value) => setDialect(value as DialectName)}
          aria-label="Language"
        />
        {children}
        <Button
          leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
          onClick={() => copy(code)}
          data-testid="copy-code"
        >
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </Group>
      <span role="status" className="visually-hidden">
        {copied && 'Code copied'}
      </span>
      {outcome === 'refused' && (
        <p className="soft">The browser does not let the page copy. Mark the code and copy it by hand.</p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <pre tabIndex={0} translate="no" data-testid="code">
        {blocksOf(code).map((block, k) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name but their place
          <code key={k}>{block}</code>
        ))}
      </pre>
    </div>
  );
}
