import { Component, type ComponentType, lazy, memo, type ReactNode, Suspense, useState } from 'react';
import { copyText } from '../browser/clipboard';
import { loadPart, PartMissing } from '../engine/loadPart';
import { stylesOfPart } from './lostStyles';

export const PART_MISSING =
  'This part of the page did not load: the network may be away, or the page may have been renewed since you opened it. Try again; if that does not help, reload the page. Your reviews are kept.';

interface Props {
  readonly children: () => ReactNode;
  /** Before another try. */
  readonly onRetry?: () => void;
  /** How to do without it; then what went wrong stands in front of the page, in a corner. */
  readonly onClose?: (() => void) | undefined;
}

/** A part of the page that fails alone, in its place: the rest goes on, and it can be tried again. */
export class Part extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  private readonly retry = () => {
    this.props.onRetry?.();
    this.setState({ error: null });
  };

  override render() {
    const { error } = this.state;
    const { children, onClose } = this.props;
    if (!error) return children();
    const missing = error instanceof PartMissing;
    const copy = () =>
      void copyText(`${location.href}\n${error.stack ?? error.message}\n${error.cause ?? ''}`);
    const close = () => {
      onClose?.();
      this.retry();
    };
    return (
      <div role="alert" className="part-failure" data-front={onClose && true} data-testid="part-failure">
        <strong>{missing ? 'Not loaded' : 'This part could not be drawn'}</strong>
        <p>{missing ? PART_MISSING : `The rest of the page goes on. What went wrong: ${error.message}`}</p>
        <Way onTake={this.retry}>Try again</Way>
        <Way onTake={() => location.reload()}>Reload the page</Way>
        <Way onTake={copy}>Copy details</Way>
        {onClose && <Way onTake={close}>Close</Way>}
      </div>
    );
  }
}

const Way = ({ onTake, children }: { onTake: () => void; children: string }) => (
  <button type="button" className="text-button" onClick={onTake}>
    {children}
  </button>
);

interface Options {
  /** What stands there until it is loaded. */
  readonly waiting?: ReactNode;
  /** Gives what it is closed by. */
  readonly useClose?: () => () => void;
}

/**
 * What was there when it was first drawn, or comes. What is there is drawn at once: React would draw that it waits, and leave
 * that for a third of a second.
 */
function Chosen<P extends object>({ choose, props }: { choose: () => ComponentType<P>; props: P }) {
  // Called by React, a component would be taken for what makes one.
  const [{ Found }] = useState(() => ({ Found: choose() }));
  return <Found {...props} />;
}

/** A component whose code is loaded when it is first shown, or before by {@link preload}. */
export type LazyPart<P> = ComponentType<P> & { readonly preload: () => Promise<unknown> };

/**
 * A component whose code is loaded when it is first shown, and fails alone; what is around it may be drawn anew without it. The
 * loader must be `() => import('./X')`.
 */
export function lazyPart<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  { waiting = null, useClose }: Options = {},
): LazyPart<P> {
  const styles = stylesOfPart();
  let there: ComponentType<P> | null = null;
  const preload = async () => {
    const part = await loadPart(load, styles);
    there = part.default;
    return part;
  };
  // React remembers a failed one for ever.
  const fresh = () => lazy(preload) as unknown as ComponentType<P>;
  let Loaded = fresh();
  const part = memo((props: P) => (
    <Part
      onRetry={() => {
        Loaded = fresh();
      }}
      onClose={useClose?.()}
    >
      {() => (
        <Suspense fallback={waiting}>
          <Chosen choose={() => there ?? Loaded} props={props} />
        </Suspense>
      )}
    </Part>
  ));
  return Object.assign(part, { preload }) as unknown as LazyPart<P>;
}
