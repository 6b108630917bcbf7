import { Component, type ReactNode } from 'react';
import { FailureCard } from './FailureCard';

/** Catches what goes wrong while drawing: the reviews somebody wrote can still be copied. */
export class FailureBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    return error ? <FailureCard title="The page could not be drawn" error={error} /> : this.props.children;
  }
}
