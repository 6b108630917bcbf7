import { ActionIcon, Group, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCheck,
  IconDownload,
  IconHelp,
  IconLink,
  IconMoon,
  IconSun,
} from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { actions } from '../../session/actions';
import { type Action, useAct, useEnabled, useSession } from '../../session/part';
import { hintOf } from '../shared/keys';
import { BackendBadge } from './BackendBadge';
import { DatasetBadge } from './DatasetBadge';
import classes from './Header.module.css';
import { SourceBadge } from './SourceBadge';
import { ViewNav } from './ViewNav';

function ActionButton({ action, icon, testId }: { action: Action; icon: React.ReactNode; testId: string }) {
  const act = useAct();
  const enabled = useEnabled(action);
  return (
    <Tooltip label={hintOf(action)}>
      <ActionIcon
        size="lg"
        aria-label={action.label}
        disabled={!enabled}
        onClick={() => act(action.perform)}
        data-testid={testId}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function SchemeButton() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <Tooltip label={`Use ${other} colours`}>
      <ActionIcon
        size="lg"
        aria-label={`Use ${other} colours`}
        onClick={() => setColorScheme(other)}
        data-testid="color-scheme"
      >
        {scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
      </ActionIcon>
    </Tooltip>
  );
}

export function Header() {
  return (
    <header className={classes.header}>
      <div className={classes.brand}>
        <span className={classes.mark} aria-hidden="true" />
        <div>
          <h1>DReX Lab</h1>
          <p className="note">Every review refines the person and the item. Watch it happen.</p>
        </div>
      </div>
      <ViewNav />
      <Group gap={8} className={classes.badges}>
        <DatasetBadge />
        <SourceBadge />
        <BackendBadge />
      </Group>
      <Group gap={6} wrap="nowrap">
        <ActionButton action={actions.undo} icon={<IconArrowBackUp size={18} />} testId="undo" />
        <ActionButton action={actions.redo} icon={<IconArrowForwardUp size={18} />} testId="redo" />
        <CopyLink />
        <ActionButton action={actions.saveView} icon={<IconDownload size={18} />} testId="save-view" />
        <SchemeButton />
        <ActionButton action={actions.help} icon={<IconHelp size={18} />} testId="help" />
      </Group>
    </header>
  );
}

/** How long the confirmation stays. */
const CONFIRM_MS = 1500;

function CopyLink() {
  const copied = useSession((s) => s.copied);
  const [confirmed, setConfirmed] = useState(false);
  useEffect(() => {
    if (copied === 0) return;
    setConfirmed(true);
    const timer = window.setTimeout(() => setConfirmed(false), CONFIRM_MS);
    return () => window.clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <ActionButton
        action={actions.copyLink}
        icon={confirmed ? <IconCheck size={18} /> : <IconLink size={18} />}
        testId="copy-link"
      />
      <span role="status" className="visually-hidden">
        {confirmed && 'Link copied'}
      </span>
    </>
  );
}
