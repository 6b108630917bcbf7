import { Button, Code, CopyButton, Kbd, Switch } from '@mantine/core';
import { isApple } from '../../session/keys';
import { type Action, useAct, useSession } from '../../session/part';
import { setPlainKeys } from '../../session/verbs';
import { Dialog, type Opened } from '../../ui/Dialog';
import { capital } from '../../ui/format';
import { GLOSSARY } from '../../ui/Term';
import { allActions, VIEWS } from '../registry';
import { shownKeys } from '../shared/keys';
import classes from './Header.module.css';

const PAPER = 'https://arxiv.org/abs/2602.19702';
const CITATION = `@misc{shyam2026drex,
  title         = {DReX: An Explainable Deep Learning-based Multimodal Recommendation Framework},
  author        = {Shyam, Adamya and Kagita, Venkateswara Rao and Rana, Bharti and Kumar, Vikas},
  year          = {2026},
  eprint        = {2602.19702},
  archivePrefix = {arXiv},
  primaryClass  = {cs.IR},
  url           = {${PAPER}}
}`;

/** The words of the field, what the page is and its views, how to cite, and the keys last: that is the order in which people ask. */
export default function Help(window: Opened) {
  const act = useAct();
  const plainKeys = useSession((s) => s.plainKeys);
  return (
    <Dialog
      {...window}
      title="About this page, its words and keys"
      size="lg"
      classNames={{ body: classes.help }}
    >
      <h3>Words</h3>
      <dl data-words>
        {Object.entries(GLOSSARY).map(([name, text]) => (
          <Entry key={name} head={<strong>{name}</strong>} body={text} />
        ))}
      </dl>
      <h3>This page and its views</h3>
      <p>
        A recommender that shows its working. It knows people and things only by their reviews. Each review
        changes two lists of numbers, one for the person and one for the thing reviewed, and from these it
        works out what to show next. Write a review and watch what it changes: every number can be opened,
        down to the weights of the model. Nothing you write leaves this device.
      </p>
      <dl data-words>
        {VIEWS.filter(({ opens }) => opens.keys !== null).map(({ name, label, about }) => (
          <Entry key={name} head={<strong>{label}</strong>} body={capital(about)} />
        ))}
      </dl>
      <h3>The paper</h3>
      <p>
        The model is DReX, by Adamya Shyam, Venkateswara Rao Kagita, Bharti Rana and Vikas Kumar:{' '}
        <a href={PAPER}>arXiv 2602.19702</a>. This page is an independent one, trained on other data, and adds
        the score that sorts the list.
      </p>
      <Code block translate="no" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {CITATION}
      </Code>
      <CopyButton value={CITATION}>
        {({ copied, copy }) => (
          <Button mt="xs" onClick={copy}>
            {copied ? 'Copied' : 'Copy the BibTeX entry'}
          </Button>
        )}
      </CopyButton>
      <h3>Keys</h3>
      <Switch
        mb="md"
        label="Use keys without Ctrl, such as 1 or Z"
        checked={plainKeys}
        onChange={(event) => act(setPlainKeys(event.currentTarget.checked))}
      />
      <dl>
        {allActions.map((a) => (
          <Entry key={a.id} head={<Keys of={a} />} body={a.label} />
        ))}
      </dl>
    </Dialog>
  );
}

function Keys({ of: { keys, also } }: { of: Action }) {
  return (
    <span translate="no">
      <Kbd>{shownKeys(keys ?? '')}</Kbd>
      {also && !(also.startsWith('Ctrl') && isApple(navigator.userAgent)) && (
        <>
          {' '}
          <Kbd>{shownKeys(also)}</Kbd>
        </>
      )}
    </span>
  );
}

function Entry({ head, body }: { head: React.ReactNode; body: string }) {
  return (
    <>
      <dt>{head}</dt>
      <dd>{body}</dd>
    </>
  );
}
