import { Button, Checkbox } from '@mantine/core';
import { IconCheck, IconCopy, IconQrcode } from '@tabler/icons-react';
import { QRCodeSVG } from 'qrcode.react';
import { useState } from 'react';
import { copyText } from '../../browser/clipboard';
import type { LessonCard } from '../../lessons/loadIndex';
import { lessonAddress } from '../../session/lessonAddress';
import { useAct, useSession } from '../../session/part';
import { chooseLook, chosenIn, useTeach } from '../../session/teach';
import { Papers } from './Papers';
import classes from './Teach.module.css';

/** 2: links and QR codes of what was chosen. */
export function HandOut() {
  const act = useAct();
  const index = useTeach((s) => s.index) ?? [];
  const text = useSession((s) => chosenIn(s).join());
  const present = useSession((s) => s.settings.look === 'present');
  const cards = text.split(',').flatMap((id) => index.find((card) => card.id === id) ?? []);
  return (
    <section className="card" aria-label="Hand out" data-testid="teach-hand-out">
      <h2>2 · Hand out a link</h2>
      <p className="soft">
        One link opens a lesson on any laptop, tablet or phone; nothing is installed. Add{' '}
        <code>&amp;name=Ana</code> to a link to put a name into the answers, or let them write it at the end.
      </p>
      <Checkbox
        size="md"
        mt={10}
        label="In large type, one thing at a time: for your own projector"
        checked={present}
        onChange={() => act(chooseLook(present ? undefined : 'present'))}
      />
      {cards.length === 0 ? (
        <p className="soft">Choose a lesson above, and its link is here.</p>
      ) : (
        <ul className={classes.links}>
          {cards.map((card) => (
            <Link key={card.id} card={card} present={present} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Link({ card, present }: { readonly card: LessonCard; readonly present: boolean }) {
  const [copied, setCopied] = useState(false);
  const [large, setLarge] = useState(false);
  const href = lessonAddress(document.baseURI, { ...card, present });
  return (
    <li>
      <button
        type="button"
        className={classes.code}
        data-large={large}
        aria-label={`QR code of ${card.title}, ${large ? 'smaller' : 'larger'}`}
        onClick={() => setLarge(!large)}
      >
        <QRCodeSVG value={href} size={large ? 360 : 112} marginSize={2} title={`Link of ${card.title}`} />
      </button>
      <div>
        <h3>{card.title}</h3>
        <a href={href}>{href}</a>
        <div className={classes.buttons}>
          <Button
            size="md"
            leftSection={
              copied ? <IconCheck size={18} aria-hidden="true" /> : <IconCopy size={18} aria-hidden="true" />
            }
            onClick={() => void copyText(href).then(setCopied)}
          >
            {copied ? 'Copied' : 'Copy the link'}
          </Button>
          <Button
            size="md"
            leftSection={<IconQrcode size={18} aria-hidden="true" />}
            onClick={() => setLarge(!large)}
          >
            {large ? 'Smaller code' : 'Larger code'}
          </Button>
          <Papers {...card} />
        </div>
      </div>
    </li>
  );
}
