import { Button, Group } from '@mantine/core';
import { IconFileDownload, IconFolderOpen } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { actions } from '../../session/actions';
import { type Action, useAct, useEnabled, useSession } from '../../session/part';
import { startAfresh } from '../../session/saved';
import { useSaved } from '../../session/savedState';
import { ActionButton } from '../shared/ActionButton';
import { KeptList } from './KeptList';
import { RemarkLine } from './RemarkLine';
import classes from './Saved.module.css';

/** Where the reviews are kept, and how to take them elsewhere. */
export default function LogFile() {
  const act = useAct();
  const empty = useSession((s) => s.history.present.length === 0);
  return (
    <section className="card" aria-label="Keep the reviews">
      <h2>Keep the reviews</h2>
      <p className="soft">
        Reviews and edits are kept in this browser as you make them, and in the address. A file takes them
        elsewhere; a table of your own reviews (CSV) opens here too.
      </p>
      <Group gap={8} mt={10}>
        <FileButton action={actions.saveLog} icon={<IconFileDownload size={16} />} />
        <FileButton action={actions.openLog} icon={<IconFolderOpen size={16} />} />
        {!empty && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => act(startAfresh('report'))}
            data-testid="start-afresh"
          >
            Start afresh
          </Button>
        )}
      </Group>
      <Report />
      <KeptList />
    </section>
  );
}

function FileButton({ action, icon }: { action: Action; icon: React.ReactNode }) {
  const enabled = useEnabled(action);
  return (
    <ActionButton of={action} size="xs" leftSection={icon} disabled={!enabled}>
      {action.label}
    </ActionButton>
  );
}

/** What became of a file or of a kept log. */
function Report() {
  const report = useSaved((s) => s.report);
  const line = useRef<HTMLDivElement>(null);
  // Keys work from anywhere on the page: what they did must be seen.
  useEffect(() => {
    if (report) line.current?.scrollIntoView({ block: 'nearest' });
  }, [report]);
  return (
    <div ref={line} role="status" className={classes.report} data-testid="log-report">
      {report && <RemarkLine remark={report} spot="report" />}
    </div>
  );
}
