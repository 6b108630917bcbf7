import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp, IconCheck, IconHelp, IconLink } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { actions } from '../../session/actions';
import { startAddress } from '../../session/address';
import { type Action, useAct, useEnabled, useSession } from '../../session/part';
import { staysHere, usePlay } from '../../session/play';
import { openStart } from '../../session/verbs';
import { useOneStop } from '../../ui/useOneStop';
import { hintOf } from '../shared/keys';
import classes from './Header.module.css';
import { PageMenu } from './PageMenu';
import { ViewNav } from './ViewNav';

function ActionButton({ action, icon, testId }: { action: Action; icon: React.ReactNode; testId: string }) {
  const act = useAct();
  const enabled = useEnabled(action);
  return (
    <Tooltip label={hintOf(action)}>
      <ActionIcon
        className={classes.action}
        variant="subtle"
        color="gray"
        aria-label={action.label}
        // Still to be focused: whoever has just taken back the last step would lose their place.
        aria-disabled={!enabled}
        {...(!enabled && { 'data-disabled': true })}
        onClick={() => enabled && act(action.perform)}
        data-testid={testId}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** The name of the page leads to its start, but where a teacher’s link keeps it here. */
function Home() {
  const act = useAct();
  const stays = usePlay(staysHere);
  const name = (
    <>
      <span className={classes.mark} aria-hidden="true" />
      <h1 className={classes.name}>DReX Lab</h1>
    </>
  );
  if (stays) return <div className={classes.home}>{name}</div>;
  return (
    <a
      className={classes.home}
      href={startAddress()}
      aria-label="DReX Lab: to the start"
      onClick={(event) => {
        // In a new tab or window it is a link like any other.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        act(openStart);
      }}
    >
      {name}
    </a>
  );
}

/** One bar: where one is, what can be taken back or passed on, and behind one menu what is chosen once. */
export function Header() {
  const oneStop = useOneStop<HTMLDivElement>();
  return (
    <header className={classes.header}>
      <Home />
      <ViewNav />
      <div
        {...oneStop}
        className={classes.actions}
        role="toolbar"
        data-target="actions"
        aria-label="Undo, share, help"
      >
        <ActionButton action={actions.undo} icon={<IconArrowBackUp size={20} />} testId="undo" />
        <ActionButton action={actions.redo} icon={<IconArrowForwardUp size={20} />} testId="redo" />
        <CopyLink />
        <ActionButton action={actions.help} icon={<IconHelp size={20} />} testId="help" />
      </div>
      <PageMenu />
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
        icon={confirmed ? <IconCheck size={20} /> : <IconLink size={20} />}
        testId="copy-link"
      />
      <span role="status" className="visually-hidden">
        {confirmed && 'Link copied'}
      </span>
    </>
  );
}
