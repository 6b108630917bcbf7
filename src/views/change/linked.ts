import { create } from 'zustand';

/** One thing of a comparison, wherever on it that is shown. */
export type Linked =
  | { readonly kind: 'item' | 'word'; readonly id: string }
  | { readonly kind: 'dimension'; readonly id: number };

/** What pointer or keyboard are at; what shows the same lights up. */
export const useLinked = create<{ readonly linked: Linked | null }>(() => ({ linked: null }));

export const setLinked = (linked: Linked): void =>
  useLinked.setState((now) =>
    now.linked?.kind === linked.kind && now.linked.id === linked.id ? now : { linked },
  );

/**
 * Ends that one thing is pointed at, or whatever is of its kind. By then the keyboard may be at something else, as when
 * scrolling moves it from under the pointer: that stays lit.
 */
export const letGo = (kind: Linked['kind'], id?: Linked['id']): void =>
  useLinked.setState((now) =>
    now.linked?.kind === kind && (id === undefined || now.linked.id === id) ? { linked: null } : now,
  );

/** The id that is lit of one kind; null where it is of another kind or nothing is. */
export const litItem = ({ linked }: { readonly linked: Linked | null }): string | null =>
  linked?.kind === 'item' ? linked.id : null;
export const litDimension = ({ linked }: { readonly linked: Linked | null }): number | null =>
  linked?.kind === 'dimension' ? linked.id : null;

/**
 * Whether this is lit, and what makes it so: pointer and focus alike. A pointer that moves, that is: scrolling may bring
 * anything under one that rests while the keyboard is elsewhere.
 */
export function useLink(kind: 'item' | 'word', id: string) {
  const lit = useLinked(({ linked }) => linked?.kind === kind && linked.id === id);
  const enter = () => setLinked({ kind, id });
  const leave = () => letGo(kind, id);
  return { lit, on: { onMouseMove: enter, onMouseLeave: leave, onFocus: enter, onBlur: leave } };
}
