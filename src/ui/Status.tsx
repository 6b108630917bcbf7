import type { ReactNode } from 'react';

/** What a card waits for. */
export const Waiting = ({ children }: { readonly children: ReactNode }) => (
  <p className="soft waiting" role="status">
    {children}
  </p>
);

/** What could not be done, and why; nothing where it could. */
export const Failed = ({ why, children }: { readonly why: string | null; readonly children: string }) =>
  why && (
    <p role="alert" className="failed">
      {children}: {why}
    </p>
  );
