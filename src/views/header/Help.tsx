import { Kbd, Switch } from '@mantine/core';
import { isApple } from '../../session/keys';
import { type Action, useAct, useSession } from '../../session/part';
import { setPlainKeys } from '../../session/verbs';
import { Dialog, type Opened } from '../../ui/Dialog';
import { GLOSSARY } from '../../ui/Term';
import { allActions } from '../registry';
import { shownKeys } from '../shared/keys';

export default function Help(window: Opened) {
  const act = useAct();
  const plainKeys = useSession((s) => s.plainKeys);
  return (
    <Dialog {...window} title="Keyboard and words" size="lg">
      <Switch
        mb="md"
        label="Single letters and signs act as keys"
        checked={plainKeys}
        onChange={(event) => act(setPlainKeys(event.currentTarget.checked))}
      />
      <dl style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '8px 16px', margin: 0 }}>
        {allActions.map((a) => (
          <Entry key={a.id} head={<Keys of={a} />} body={a.label} />
        ))}
        {Object.entries(GLOSSARY).map(([name, text]) => (
          <Entry key={name} head={<strong>{name}</strong>} body={text} />
        ))}
      </dl>
    </Dialog>
  );
}

function Keys({ of: { keys, also } }: { of: Action }) {
  return (
    <span translate="no">
      <Kbd>{shownKeys(keys ?? '')}</Kbd>
      {also && !isApple(navigator.userAgent) && (
        <>
          {' '}
          <Kbd>{also}</Kbd>
        </>
      )}
    </span>
  );
}

function Entry({ head, body }: { head: React.ReactNode; body: string }) {
  return (
    <>
      <dt>{head}</dt>
      <dd style={{ margin: 0 }} className="soft">
        {body}
      </dd>
    </>
  );
}
