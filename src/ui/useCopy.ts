import { useEffect, useState } from 'react';
import { copyText } from '../browser/clipboard';

/** How long the confirmation stays. */
const CONFIRM_MS = 1500;

/** Copies texts, and tells for a while what came of it. */
export function useCopy(): { outcome: 'copied' | 'refused' | null; copy: (text: string) => void } {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  useEffect(() => {
    if (outcome !== 'copied') return;
    const id = setTimeout(() => setOutcome(null), CONFIRM_MS);
    return () => clearTimeout(id);
  }, [outcome]);
  const copy = (text: string) => void copyText(text).then((done) => setOutcome(done ? 'copied' : 'refused'));
  return { outcome, copy };
}
