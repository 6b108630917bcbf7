import type { ComponentProps } from 'react';

interface Props extends ComponentProps<'section'> {
  readonly label: string;
  /** In pixels; without it only what is too wide scrolls. */
  readonly mostHeight?: number | undefined;
}

/** A box whose content may be larger than it: what scrolls must be reachable by key. */
export const Scroll = ({ label, mostHeight, className = '', ...rest }: Props) => (
  <section
    className={`scroll ${className}`}
    style={{ maxHeight: mostHeight }}
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
    tabIndex={0}
    aria-label={label}
    {...rest}
  />
);
