import { InputBase, type InputBaseProps } from '@mantine/core';
import type { ComponentProps, CSSProperties } from 'react';
import classes from './TextBox.module.css';

type Props = InputBaseProps &
  Omit<ComponentProps<'textarea'>, 'rows' | 'size' | keyof InputBaseProps> & {
    /** Lines it has when empty. */
    readonly rows: number;
    /** Lines it grows to; without end where absent. */
    readonly maxRows?: number;
  };

/**
 * A box for several lines that grows with what is written. By the browser's own `field-sizing`, since a script would measure it, and lay the
 * page out, at each key; where there is none it is pulled larger by hand.
 */
export function TextBox({ rows, maxRows, classNames, ...input }: Props) {
  const { root, ...others } = (classNames ?? {}) as Record<string, string>;
  return (
    <InputBase
      component="textarea"
      multiline
      rows={rows}
      classNames={{ ...others, root: `${classes.grows} ${root ?? ''}` }}
      style={{ '--rows': rows, '--max-rows': maxRows ?? 'infinity' } as CSSProperties}
      {...input}
    />
  );
}
