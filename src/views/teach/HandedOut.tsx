import { Button } from '@mantine/core';
import { IconCheck, IconCopy, IconQrcode } from '@tabler/icons-react';
import { QRCodeSVG } from 'qrcode.react';
import { type ReactNode, useState } from 'react';
import { copyText } from '../../browser/clipboard';
import classes from './Teach.module.css';

interface Props {
  readonly href: string;
  readonly title: string;
  /** What else there is of it. */
  readonly children?: ReactNode;
}

/** A link, as text and as a QR code, to be copied or shown. */
export function HandedOut({ href, title, children }: Props) {
  const [copied, setCopied] = useState('');
  const [large, setLarge] = useState(false);
  return (
    <li>
      <button
        type="button"
        className={classes.code}
        data-large={large}
        aria-label={`QR code of ${title}, ${large ? 'smaller' : 'larger'}`}
        onClick={() => setLarge(!large)}
      >
        <QRCodeSVG value={href} size={large ? 360 : 112} marginSize={2} title={`Link of ${title}`} />
      </button>
      <div>
        <h3>{title}</h3>
        <a href={href}>{href}</a>
        <div className={classes.buttons}>
          <Button
            size="md"
            leftSection={
              copied === href ? (
                <IconCheck size={18} aria-hidden="true" />
              ) : (
                <IconCopy size={18} aria-hidden="true" />
              )
            }
            onClick={() => void copyText(href).then((done) => setCopied(done ? href : ''))}
          >
            {copied === href ? 'Copied' : 'Copy the link'}
          </Button>
          <Button
            size="md"
            leftSection={<IconQrcode size={18} aria-hidden="true" />}
            onClick={() => setLarge(!large)}
          >
            {large ? 'Smaller code' : 'Larger code'}
          </Button>
          {children}
        </div>
      </div>
    </li>
  );
}
